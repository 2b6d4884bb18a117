using Bot.Core.Texts;
using NodaTime;

namespace Bot.Core.Memory;

/// <summary>A day, and a time of it if one was said, on the coop's clock; or some days, of which it is the last.</summary>
/// <param name="Day">The day.</param>
/// <param name="Time">The time; null for all of the day.</param>
public sealed record DueOn(LocalDate Day, LocalTime? Time)
{
    /// <summary>The first of the days, when there are several: « entre lundi et mercredi ».</summary>
    public LocalDate? From { get; init; }

    /// <summary>How it is told: « jeu. 26 nov. », « jeu. 26 nov., 18 h », « du mar. 24 nov. au jeu. 26 nov. ».</summary>
    public Says Told() => From is { } first ? new ThoseDays(first, Day) : Time is { } time ? new ThatMoment(Day.At(time)) : new ThatDay(Day);
}

/// <summary>Some days, both included.</summary>
/// <param name="First">The first.</param>
/// <param name="Last">The last.</param>
public sealed record ThoseDays(LocalDate First, LocalDate Last) : Says;

/// <summary>A day.</summary>
/// <param name="Day">The day.</param>
public sealed record ThatDay(LocalDate Day) : Says;

/// <summary>A day and a time of it.</summary>
/// <param name="When">The moment.</param>
public sealed record ThatMoment(LocalDateTime When) : Says;
