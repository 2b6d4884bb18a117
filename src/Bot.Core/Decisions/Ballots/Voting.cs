using Bot.Core.Chat;
using Bot.Core.Commands;
using Bot.Core.Memory;
using Bot.Core.Texts;
using Bot.Core.Turns;

namespace Bot.Core.Decisions;

/// <summary>Somebody's answer was noted.</summary>
/// <param name="Decision">The proposal's code.</param>
/// <param name="Choice">What they answered.</param>
/// <param name="Reason">Why.</param>
/// <param name="For">For whom, when for another.</param>
/// <param name="IsAdvice">Whether it is advice, which is not counted.</param>
/// <param name="Count">How many answers there are, and how many are needed.</param>
public sealed record AnswerNoted(Ref Decision, Says Choice, string? Reason, string? For, bool IsAdvice, Says? Count) : Says;

/// <summary>How many have answered a proposal.</summary>
/// <param name="Answered">How many.</param>
/// <param name="Voters">Of how many.</param>
/// <param name="Decision">The proposal's code.</param>
public sealed record AnswersSoFar(int Answered, int Voters, Ref Decision) : Says;

/// <summary>To somebody for whom another wrote an answer down.</summary>
/// <param name="By">Who did.</param>
/// <param name="Choice">What.</param>
/// <param name="Reason">Why.</param>
/// <param name="Decision">The proposal's code.</param>
/// <param name="Title">Its title.</param>
public sealed record AnsweredForYou(string By, Says Choice, string? Reason, Ref Decision, string Title) : Says;

/// <summary>« Ce n'est pas ma réponse », on a button.</summary>
public sealed record NotWhatISaid : Says;

/// <summary>They answered themselves; nobody answers in their place.</summary>
/// <param name="Who">They.</param>
/// <param name="Decision">The proposal's code.</param>
public sealed record AnsweredThemselves(string Who, Ref Decision) : Says;

/// <summary>The coop decides with two answers only.</summary>
/// <param name="Decision">The proposal's code.</param>
public sealed record OnlyTwoAnswers(Ref Decision) : Says;

/// <summary>What is decided otherwise than by consent is answered otherwise.</summary>
/// <param name="Decision">Its code.</param>
/// <param name="Title">Its title.</param>
public sealed record NotByConsent(Ref Decision, string Title) : Says;

/// <summary>A reason that would not fit on a phone.</summary>
/// <param name="Most">How many characters fit.</param>
public sealed record ReasonTooLong(int Most) : Says;

/// <summary>Notes what people answer.</summary>
internal static class Voting
{
    /// <summary>Those who type most do not weigh more.</summary>
    private const int LongestReason = 500;

    /// <summary>Notes an answer, of who speaks or of somebody they write for.</summary>
    /// <exception cref="Refusal">The proposal is closed, or it is not theirs to answer.</exception>
    public static Says Answer(Decision decision, Choice choice, string? reason, OnBehalf? behalf, Turn turn)
    {
        RefuseIfOver(decision, turn);
        if (decision.Terms is not null)
        {
            throw new Refusal(new NotByConsent(decision.Ref, decision.Title) { Offers = Offering.Answers(decision) });
        }

        if (decision.Rules.IsStrict && choice is (Choice.Abstention or Choice.Reserve))
        {
            throw new Refusal(new OnlyTwoAnswers(decision.Ref) { Offers = Offering.Answers(decision) });
        }

        var who = behalf?.Member ?? turn.Member;
        var given = Reasoned(reason);
        var (ballot, count) = Keep(decision, who, known => known.With(choice, given, turn.SaidAt, decision.Version), turn);
        return new AnswerNoted(
            decision.Ref,
            choice.Name(),
            ballot.Reason,
            who.Id == turn.Member.Id ? null : who.Name,
            ballot.IsAdvice,
            count);
    }

    /// <summary>Keeps what somebody answers, tells them if another wrote it down, and leads the decision on.</summary>
    /// <param name="decision">What they answer to.</param>
    /// <param name="who">Whose answer it is.</param>
    /// <param name="answer">Puts the answer on their ballot.</param>
    /// <param name="turn">The turn.</param>
    /// <returns>The ballot, and how many have answered while that matters.</returns>
    /// <exception cref="Refusal">They have answered themselves, and somebody else speaks.</exception>
    public static (Ballot Ballot, AnswersSoFar? Count) Keep(Decision decision, Member who, Func<Ballot, Ballot> answer, Turn turn)
    {
        RefuseIfTheirs(decision, who, turn);
        var known = decision.BallotOf(who.Id, turn);
        var ballot = answer(known ?? New(decision, who, turn)) with
        {
            By = who.Id == turn.Member.Id ? null : turn.Member.Id,
            IsByProxy = turn.Live<Proxy>().Any(proxy => proxy.Giver == who.Id && proxy.Holder == turn.Member.Id && proxy.IsFor(decision.Id)),
        };
        turn.Keep(ballot);
        if (who.Id == turn.Member.Id)
        {
            Electorate.IsHere(decision, who.Id, turn);
        }

        TellThem(decision, ballot, who, turn);
        return (ballot, Course.Follow(decision, turn) is { IsOpen: true } open && !ballot.IsAdvice && open.Poll(turn).Count is var count
            ? new AnswersSoFar(count.Answered, count.Voters, decision.Ref)
            : null);
    }

    /// <summary>Nobody answers in place of who has answered themselves.</summary>
    /// <exception cref="Refusal">They have, and somebody else speaks.</exception>
    public static void RefuseIfTheirs(Decision decision, Member who, Turn turn)
    {
        if (who.Id != turn.Member.Id && decision.BallotOf(who.Id, turn) is { HasAnswer: true, By: null })
        {
            throw new Refusal(new AnsweredThemselves(who.Name, decision.Ref));
        }
    }

    /// <summary>What was given as a reason, on one line.</summary>
    /// <exception cref="Refusal">It is too long.</exception>
    public static string? Reasoned(string? typed)
    {
        var reason = typed is null ? "" : Plain.Line(typed.TrimStart(':', ' ', ','));
        return reason.Length <= LongestReason ? reason.Length == 0 ? null : reason : throw new Refusal(new ReasonTooLong(LongestReason));
    }

    /// <summary>What is said in time counts, even when it is read later; nothing else does once the time is over.</summary>
    /// <exception cref="Refusal">The time is over.</exception>
    public static void RefuseIfOver(Decision decision, Turn turn)
    {
        var isOver = !decision.IsOpen
            || (decision.Progress(turn) is var progress && (progress.CoolingUntil ?? progress.Deadline) is var over
                && over <= turn.SaidAt && !LookAtDecision.IsForgiven(over, turn.Now));
        if (isOver)
        {
            throw new Refusal(new DecisionIsClosed(decision.Ref, decision.Title));
        }
    }

    private static Ballot New(Decision decision, Member who, Turn turn) =>
        Seated(new Ballot { Id = turn.NextId<Ballot>(), Decision = decision.Id, Voter = who.Id }, decision, who.Id);

    /// <summary>
    /// A ballot as that of a member. Who was none at the opening votes all the same, unless the charter says otherwise; advice is shown apart.
    /// </summary>
    public static Ballot Seated(Ballot ballot, Decision decision, int voter)
    {
        var isVoter = decision.Electorate.Contains(voter);
        var isAdviser = decision.Rules.Advisers.Contains(voter) || (!isVoter && decision.Rules.IsClosed);
        return ballot with { Voter = voter, IsAdvice = isAdviser, HasJoined = !isVoter && !isAdviser };
    }

    private static void TellThem(Decision decision, Ballot ballot, Member who, Turn turn)
    {
        if (ballot.By is not null && turn.HasAccount(who))
        {
            turn.Tell(
                who,
                new AnsweredForYou(turn.Member.Name, decision.Method.Tell(decision, ballot), ballot.Reason, decision.Ref, decision.Title)
                {
                    Offers = [Offering.To<TakeAnswerBack>(new NotWhatISaid(), decision)],
                },
                OutgoingKind.Ballot);
        }
    }
}
