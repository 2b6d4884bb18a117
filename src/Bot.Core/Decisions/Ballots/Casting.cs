using Bot.Core.Commands;
using Bot.Core.Memory;
using Bot.Core.Texts;
using Bot.Core.Turns;

namespace Bot.Core.Decisions;

/// <summary>Somebody's ballot was noted.</summary>
/// <param name="Decision">The code.</param>
/// <param name="What">What it says.</param>
/// <param name="Reason">What they said beside.</param>
/// <param name="For">For whom, when for another.</param>
/// <param name="IsAdvice">Whether it is advice, which is not counted.</param>
/// <param name="Count">How many have answered.</param>
/// <param name="Next">What is asked next.</param>
public sealed record BallotNoted(Ref Decision, Says What, string? Reason, string? For, bool IsAdvice, Says? Count, Says? Next) : Says, IListItsChoices;

/// <summary>A secret ballot was noted: nothing tells what it says.</summary>
/// <param name="Decision">The code.</param>
/// <param name="For">For whom, when for another.</param>
/// <param name="Count">How many have answered.</param>
/// <param name="Next">What is asked next.</param>
public sealed record BallotInTheUrn(Ref Decision, string? For, Says? Count, Says? Next) : Says, IListItsChoices;

/// <summary>Words that are no ballot.</summary>
/// <param name="Decision">The code.</param>
/// <param name="How">How to answer.</param>
public sealed record NotABallot(Ref Decision, Says How) : Says;

/// <summary>What is secret is not said where others read.</summary>
/// <param name="Decision">The code.</param>
public sealed record SecretInPrivate(Ref Decision) : Says;

/// <summary>Notes ballots, open and secret.</summary>
internal static class Casting
{
    /// <summary>Notes a ballot, of who speaks or of somebody they vote for.</summary>
    /// <exception cref="Refusal">It is closed, or the words are no ballot, or are said where they must not be.</exception>
    public static Says Cast(Decision decision, string typed, Turn turn)
    {
        turn.HeardBy = Audience.Asker;
        var isSecret = decision.Terms!.IsSecret;
        turn.KeepsNoWords = isSecret;
        Voting.RefuseIfOver(decision, turn);
        if (isSecret && !turn.IsPrivate && turn.Intent?.Given.ContainsKey(nameof(GiveBallot.Text)) != true)
        {
            throw new Refusal(new SecretInPrivate(decision.Ref) { Offers = Offering.Answers(decision) });
        }

        var words = new Words(typed);
        var who = OnBehalf.Read(words, default, turn)?.Member ?? turn.Member;
        var method = (ByBallot)decision.Method;
        var paper = method.Read(words.LeftText.Trim(), decision, decision.MarksOf(who.Id, turn), turn.Parts.Texts)
            ?? throw new Refusal(new NotABallot(decision.Ref, ByBallot.HowOnPaper(decision)));
        Voting.RefuseIfTheirs(decision, who, turn);
        if (isSecret)
        {
            PutIn(decision, who.Id, paper, turn);
        }

        var (ballot, count) = Voting.Keep(
            decision,
            who,
            known => known with
            {
                Marks = isSecret ? null : paper.Marks,
                IsSecret = isSecret,
                Reason = paper.Reason ?? (known.Marks?.SequenceEqual(paper.Marks) == true ? known.Reason : null),
                At = turn.SaidAt,
                Version = decision.Version,
            },
            turn);
        var step = turn.Find<Decision>(decision.Id)!.IsOpen && who.Id == turn.Member.Id && paper.Reason is null ? method.Next(decision, paper.Marks, method.OrderFor(who.Id, decision, turn)) : Step.Done;
        var forWhom = who.Id == turn.Member.Id ? null : who.Name;
        return isSecret
            ? new BallotInTheUrn(decision.Ref, forWhom, count, step.Next) { Offers = step.Offers }
            : new BallotNoted(decision.Ref, method.Tell(decision, ballot), ballot.Reason, forWhom, ballot.IsAdvice, count, step.Next) { Offers = step.Offers };
    }

    /// <summary>Takes somebody's secret ballot out again.</summary>
    public static void TakeOut(Decision decision, int voter, Turn turn)
    {
        if (Of(decision, voter, turn) is { } secret)
        {
            turn.RemoveForGood(secret);
        }
    }

    /// <summary>Two voters turned out to be one: the ballot that was cast last is theirs.</summary>
    public static void MakeOne(Decision decision, int former, int now, Turn turn)
    {
        if (Of(decision, former, turn) is not { } theirs)
        {
            return;
        }

        var isLast = decision.BallotOf(former, turn)!.At > (decision.BallotOf(now, turn)?.At ?? default);
        turn.RemoveForGood(theirs);
        if (isLast)
        {
            TakeOut(decision, now, turn);
            turn.Keep(theirs with { Id = turn.NextId<SecretBallot>(), Voter = now });
        }
    }

    private static SecretBallot? Of(Decision decision, int voter, Turn turn) => Urn.SecretsOf(decision, turn).FirstOrDefault(ballot => ballot.Voter == voter);

    private static void PutIn(Decision decision, int voter, Paper paper, Turn turn) => turn.Keep(
        (Of(decision, voter, turn) ?? new SecretBallot { Id = turn.NextId<SecretBallot>(), Decision = decision.Id, Voter = voter, Marks = paper.Marks }) with { Marks = paper.Marks });
}
