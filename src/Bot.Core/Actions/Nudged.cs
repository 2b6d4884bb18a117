using Bot.Core.Memory;
using NodaTime;

namespace Bot.Core.Actions;

/// <summary>How near an action's day is.</summary>
public enum Nearness
{
    /// <summary>There is time.</summary>
    Far,

    /// <summary>Two days before, or less: who would take it should know.</summary>
    Soon,

    /// <summary>The first of several days has come.</summary>
    Begun,

    /// <summary>The day has come, or the last of them.</summary>
    Come,

    /// <summary>The day is over, and it is not done.</summary>
    Over,
}

/// <summary>What people were told about an action's day, so that nothing is told twice. Carries the action's number.</summary>
[Kind("nudged", IsBookkeeping = true)]
public sealed record Nudged : Document, IBesideAction
{
    /// <summary>So many days before its day the room hears of what needs people, while there is time.</summary>
    internal const int DaysBefore = 2;

    /// <summary>The day it was about; what has another day since is told anew.</summary>
    public required DueOn Due { get; init; }

    /// <summary>How near it was when those who are on it were last told.</summary>
    public Nearness People { get; init; }

    /// <summary>How near it was when its room was last told that it needs people.</summary>
    public Nearness Room { get; init; }

    /// <inheritdoc/>
    public int Action => Id;

    /// <summary>What was told about the day an action has now.</summary>
    /// <param name="action">The action; it has a day.</param>
    /// <param name="records">Where it is noted.</param>
    public static Nudged Of(CoopAction action, IRecords records) =>
        records.Find<Nudged>(action.Id) is { } nudged && nudged.Due == action.Due ? nudged : new Nudged { Id = action.Id, Due = action.Due! };

    /// <summary>How near a day is in the morning of another.</summary>
    /// <param name="due">The day.</param>
    /// <param name="today">The day it is.</param>
    /// <param name="morning">When one is reminded: what is due by then is told the day before.</param>
    /// <param name="isSilent">Whether nobody may be reminded on a day; what is due then is told the day before, too.</param>
    public static Nearness NearnessOf(DueOn due, LocalDate today, LocalTime morning, Predicate<LocalDate> isSilent)
    {
        return today > due.Day ? Nearness.Over
            : today >= DayToTell(due.Time <= morning ? due.Day.PlusDays(-1) : due.Day) ? Nearness.Come
            : due.From is { } from && today >= DayToTell(from) ? Nearness.Begun
            : today >= (due.From ?? due.Day).PlusDays(-DaysBefore) ? Nearness.Soon
            : Nearness.Far;

        LocalDate DayToTell(LocalDate day) => isSilent(day) ? day.PlusDays(-1) : day;
    }
}
