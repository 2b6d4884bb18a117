using Bot.Core.Memory;
using Bot.Core.Texts;
using Bot.Core.Turns;
using NodaTime;

namespace Bot.Core.Decisions;

/// <summary>A proposal that waits for answers, on a line.</summary>
/// <param name="Decision">Its code.</param>
/// <param name="Title">Its title.</param>
/// <param name="Answered">How many answered.</param>
/// <param name="Voters">Of how many.</param>
/// <param name="Until">Until when one can answer.</param>
public sealed record OpenDecision(Ref Decision, string Title, int Answered, int Voters, Instant Until) : Says;

/// <summary>More proposals than there is room for.</summary>
/// <param name="Count">How many.</param>
public sealed record OtherDecisionsOpen(int Count) : Says;

/// <summary>What the digest says of decisions: those that wait for answers, the nearest end first.</summary>
public sealed class DecisionsThisWeek : IWeekly
{
    /// <inheritdoc/>
    public int Order => 3;

    /// <inheritdoc/>
    public IEnumerable<Says> Lines(Turn turn)
    {
        var open = turn.Live<Decision>().Where(decision => decision.IsOpen).Select(decision => Line(decision, turn)).OrderBy(line => line.Until).ToList();
        return open.Count <= WeeklyDigest.LinesEach ? open : [.. open.Take(WeeklyDigest.LinesEach - 1), new OtherDecisionsOpen(open.Count - WeeklyDigest.LinesEach + 1)];
    }

    /// <summary>An open proposal, on a line.</summary>
    internal static OpenDecision Line(Decision decision, IRecords records)
    {
        var poll = decision.Poll(records);
        return new OpenDecision(decision.Ref, decision.Title, poll.Count.Answered, poll.Count.Voters, poll.Progress.CoolingUntil ?? poll.Progress.Deadline);
    }
}
