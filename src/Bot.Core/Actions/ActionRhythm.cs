using Bot.Core.Language;
using Bot.Core.Memory;
using Bot.Core.Texts;
using NodaTime;

namespace Bot.Core.Actions;

/// <summary>How often an action comes back.</summary>
/// <param name="Series">On which days.</param>
public sealed record ComesBackOn(Recurrence Series) : Says;

/// <summary>How long after it was done an action comes back.</summary>
/// <param name="After">How long.</param>
public sealed record ComesBackAfter(Period After) : Says;

/// <summary>
/// How an action comes back: on a rhythm of days, whether it was done or not, or some time after it was really done. It is one action all along:
/// what people know about it stays on it, and there are never two of it (docs/adr/0013).
/// </summary>
public sealed record ActionRhythm
{
    /// <summary>Of a rhythm: when it first was.</summary>
    public EventTime? First { get; init; }

    /// <summary>Of a rhythm: how it goes on from there.</summary>
    public EventSeries? Series { get; init; }

    /// <summary>How long after it was done, of what has no rhythm.</summary>
    public Period? After { get; init; }

    /// <summary>Of a rhythm: the day of it for which the action stands now, whatever day it was moved to.</summary>
    public LocalDate Day { get; init; }

    /// <summary>How it is told.</summary>
    public Says Told() => After is null ? new ComesBackOn(Series!.From(First!)) : new ComesBackAfter(After);

    /// <summary>When it comes next, once it was done or is left out; null when that was the last time.</summary>
    /// <param name="done">The day on which it was.</param>
    public DueOn? Next(LocalDate done) => After is null ? On(NextDay(LocalDate.Max(done, Day))) : new DueOn(done + After, null);

    /// <summary>Of a rhythm, its next day after another; null when it has none.</summary>
    /// <param name="day">The other.</param>
    public LocalDate? NextDay(LocalDate day) => Series?.From(First!).Days(day.PlusDays(1), day + EventSeries.Farthest).Select(each => (LocalDate?)each).FirstOrDefault();

    /// <summary>The same, each time of it shifted; null when no such rhythm is of the same kind.</summary>
    /// <param name="to">The day, and the time if one was said, for the time it stands for now.</param>
    internal ActionRhythm? Shifted(DueOn to) =>
        Series!.GoingOn(First!, Day) is var (first, series) && series.Shifted(first.Day, to.Day) is { } shifted
            ? this with { First = new EventTime(to.Day, to.Time ?? first.Time), Series = shifted, Day = to.Day }
            : null;

    /// <summary>The same without one of its days.</summary>
    /// <param name="day">The day.</param>
    internal ActionRhythm Without(LocalDate day) => this with { Series = Series! with { Except = [.. Series.Except, day] } };

    private DueOn? On(LocalDate? day) => day is { } next ? new DueOn(next, First!.Time) : null;
}
