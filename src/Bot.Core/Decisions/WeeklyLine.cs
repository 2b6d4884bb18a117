using Bot.Core.Jobs;
using Bot.Core.Memory;
using Bot.Core.Texts;
using Bot.Core.Turns;
using NodaTime;

namespace Bot.Core.Decisions;

/// <summary>What waits for answers, once a week.</summary>
/// <param name="Count">How many proposals.</param>
/// <param name="Lines">One each.</param>
public sealed record ThisWeekToDecide(int Count, IReadOnlyList<Says> Lines) : Says;

/// <summary>A proposal that waits for answers, on a line.</summary>
/// <param name="Decision">Its code.</param>
/// <param name="Title">Its title.</param>
/// <param name="Answered">How many answered.</param>
/// <param name="Voters">Of how many.</param>
/// <param name="Until">Until when one can answer.</param>
public sealed record OpenDecision(Ref Decision, string Title, int Answered, int Voters, Instant Until) : Says;

/// <summary>Each Monday the group reads what waits for its answers, as long as something does; late, it still helps.</summary>
/// <param name="Subject">Nothing: there is one line for all.</param>
public sealed record WeeklyLine(string Subject = "") : Job(Subject)
{
    private static readonly LocalTime InTheMorning = new(9, 0);

    /// <inheritdoc/>
    public override void Run(Turn turn, Instant due)
    {
        var open = turn.Live<Decision>().Where(decision => decision.IsOpen).ToList();
        if (open.Count == 0)
        {
            return;
        }

        Plan(turn);
        if (turn.Find<Room>(turn.Settings.Home) is { } home)
        {
            turn.Tell(home, new ThisWeekToDecide(open.Count, [.. open.Select(decision => Line(decision, turn))]));
        }
    }

    /// <summary>Sees to the next line.</summary>
    internal static void Plan(Turn turn)
    {
        var monday = turn.Today.Next(IsoDayOfWeek.Monday).At(InTheMorning).InZoneLeniently(turn.Zone).ToInstant();
        turn.At(monday, new WeeklyLine());
    }

    /// <summary>An open proposal, on a line.</summary>
    internal static OpenDecision Line(Decision decision, IRecords records)
    {
        var poll = decision.Poll(records);
        return new OpenDecision(decision.Ref, decision.Title, poll.Count.Answered, poll.Count.Voters, poll.Progress.CoolingUntil ?? poll.Progress.Deadline);
    }
}
