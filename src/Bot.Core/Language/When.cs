using NodaTime;

namespace Bot.Core.Language;

/// <summary>When something is: what a phrase about time says, on the wall clock of those who wrote it.</summary>
public abstract record When
{
    private When()
    {
    }

    /// <summary>A day: « mardi ».</summary>
    /// <param name="Day">The day.</param>
    public sealed record OnDay(LocalDate Day) : When;

    /// <summary>A moment: « mardi 18 h ».</summary>
    /// <param name="Moment">The moment.</param>
    public sealed record At(LocalDateTime Moment) : When;

    /// <summary>Some days, both included: « la semaine prochaine ».</summary>
    /// <param name="First">The first.</param>
    /// <param name="Last">The last, which belongs to it.</param>
    public sealed record Days(LocalDate First, LocalDate Last) : When;

    /// <summary>Some hours: « mardi 18 h-20 h », « demain matin ».</summary>
    /// <param name="Start">When they begin.</param>
    /// <param name="End">When they end.</param>
    public sealed record Hours(LocalDateTime Start, LocalDateTime End) : When;

    /// <summary>A deadline: « avant mardi », « d'ici vendredi ».</summary>
    /// <param name="Day">The last day that is early enough.</param>
    /// <param name="Time">The time of that day; null for all of it.</param>
    public sealed record By(LocalDate Day, LocalTime? Time = null) : When;

    /// <summary>Again and again: « tous les mardis 18 h ».</summary>
    /// <param name="Series">How often, and from when on.</param>
    public sealed record Repeats(Recurrence Series) : When;

    /// <summary>Several times, each once: « mardi et jeudi ».</summary>
    /// <param name="All">Each of them, in order.</param>
    public sealed record Several(IReadOnlyList<When> All) : When
    {
        /// <inheritdoc/>
        public bool Equals(Several? other) => other is not null && All.SequenceEqual(other.All);

        /// <inheritdoc/>
        public override int GetHashCode() => All.Count == 0 ? 0 : All[0].GetHashCode();
    }

    /// <summary>How long something lasts: « 1 h 30 », « trois jours ».</summary>
    /// <param name="Length">How long, in the units that were said.</param>
    public sealed record Lasting(Period Length) : When;

    /// <summary>The day it begins, or by which it must be done; null for what has no day of its own.</summary>
    public LocalDate? FirstDay => this switch
    {
        OnDay on => on.Day,
        At at => at.Moment.Date,
        Days days => days.First,
        Hours hours => hours.Start.Date,
        By by => by.Day,
        Repeats repeats => repeats.Series.Start,
        Several several => several.All.Select(each => each.FirstDay).Min(),
        _ => null,
    };
}
