using Bot.Core.Memory;
using Bot.Core.Texts;
using Bot.Core.Turns;
using NodaTime;

namespace Bot.Core.Decisions;

/// <summary>Why a proposal is not adopted yet.</summary>
/// <param name="Decision">Its code.</param>
/// <param name="Missing">What is missing, a line each.</param>
/// <param name="Rule">The rule it goes by.</param>
public sealed record NotYetBecause(Ref Decision, IReadOnlyList<Says> Missing, Says Rule) : Says;

/// <summary>Why a proposal ended as it did.</summary>
/// <param name="Decision">Its code.</param>
/// <param name="Outcome">How it ended.</param>
/// <param name="Count">What was counted.</param>
/// <param name="Because">What decided it.</param>
/// <param name="Rule">The rule it went by.</param>
public sealed record EndedBecause(Ref Decision, Says Outcome, Says Count, Says Because, Says Rule) : Says;

/// <summary>The rule of consent, with its numbers.</summary>
/// <param name="Needed">How many answers it takes.</param>
/// <param name="Bearers">How many besides the author must be for it.</param>
public sealed record RuleOfConsent(int Needed, int Bearers) : Says;

/// <summary>What was counted, on a line.</summary>
/// <param name="Answered">How many answered.</param>
/// <param name="Voters">Of how many.</param>
/// <param name="Accords">How many are for it.</param>
/// <param name="Abstentions">How many abstain.</param>
/// <param name="Reserves">How many have a concern.</param>
/// <param name="Objections">How many object.</param>
public sealed record Counted(int Answered, int Voters, int? Accords, int? Abstentions, int? Reserves, int? Objections) : Says;

/// <summary>Some answers are missing.</summary>
/// <param name="Count">How many.</param>
public sealed record MissingAnswers(int Count) : Says;

/// <summary>Some who are for it are missing.</summary>
/// <param name="Count">How many.</param>
public sealed record MissingBearers(int Count) : Says;

/// <summary>Objections stand in the way.</summary>
/// <param name="Who">Whose.</param>
public sealed record ObjectionsStand(IReadOnlyList<string> Who) : Says;

/// <summary>Questions wait for an answer.</summary>
/// <param name="Count">How many.</param>
public sealed record QuestionsWait(int Count) : Says;

/// <summary>Nobody is sure that some were told.</summary>
/// <param name="Count">How many.</param>
/// <param name="Who">Who, when they are few.</param>
public sealed record SomeWereNotTold(int Count, IReadOnlyList<string> Who) : Says;

/// <summary>People still have time to see it.</summary>
/// <param name="Until">Until when at least.</param>
public sealed record NotBefore(Instant Until) : Says;

/// <summary>Nothing is missing but a last objection, which is waited for.</summary>
/// <param name="Until">Until when.</param>
public sealed record LastObjectionAwaited(Instant Until) : Says;

/// <summary>What decided the end of a proposal.</summary>
/// <param name="Ending">The key of its sentence.</param>
public sealed record Because(string Ending) : Says
{
    /// <inheritdoc/>
    public override string Key => $"Because.{Ending}";
}

/// <summary>Says why a proposal stands where it stands.</summary>
internal static class Explanation
{
    /// <summary>Why.</summary>
    public static Says Of(Decision decision, Turn turn)
    {
        var count = decision.Closure?.Count ?? decision.Poll(turn).Count;
        var rule = new RuleOfConsent(count.Needed, count.BearersNeeded);
        return decision.Closure is { } closure
            ? new EndedBecause(decision.Ref, DecisionCard.Outcome(decision), Line(count), new Because(closure.Ending.ToString()), rule)
            : new NotYetBecause(decision.Ref, [.. Missing(decision.Poll(turn), turn)], rule);
    }

    /// <summary>What was counted, on a line.</summary>
    public static Counted Line(Count count) => new(
        count.Answered, count.Voters, Some(count.Accords), Some(count.Abstentions), Some(count.Reserves), Some(count.Objections));

    private static IEnumerable<Says> Missing(Poll poll, Turn turn)
    {
        var count = poll.Count;
        if (poll.Progress.CoolingUntil is { } until)
        {
            yield return new LastObjectionAwaited(until);
            yield break;
        }

        if (count.Answered < count.Needed)
        {
            yield return new MissingAnswers(count.Needed - count.Answered);
        }

        if (count.Bearers < count.BearersNeeded)
        {
            yield return new MissingBearers(count.BearersNeeded - count.Bearers);
        }

        if (count.Objections > 0)
        {
            yield return new ObjectionsStand(poll.Objections.Select(objection => objection.Voter).Names(turn));
        }

        if (poll.OpenQuestions > 0)
        {
            yield return new QuestionsWait(poll.OpenQuestions);
        }

        var notTold = poll.NotTold.ToList();
        if (notTold.Count > 0)
        {
            yield return new SomeWereNotTold(notTold.Count, notTold.Count <= Reminding.MostNames ? notTold.Names(turn) : []);
        }

        if (poll.NotBefore > turn.Now)
        {
            yield return new NotBefore(poll.NotBefore);
        }
    }

    private static int? Some(int count) => count == 0 ? null : count;
}
