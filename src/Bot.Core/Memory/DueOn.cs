using Bot.Core.Texts;
using NodaTime;

namespace Bot.Core.Memory;

/// <summary>A day, and a time of it if one was said, on the coop's clock.</summary>
/// <param name="Day">The day.</param>
/// <param name="Time">The time; null for all of the day.</param>
public sealed record DueOn(LocalDate Day, LocalTime? Time)
{
    /// <summary>How it is told: « jeu. 26 nov. », « jeu. 26 nov., 18 h ».</summary>
    public Says Told() => Time is { } time ? new ThatMoment(Day.At(time)) : new ThatDay(Day);
}

/// <summary>A day.</summary>
/// <param name="Day">The day.</param>
public sealed record ThatDay(LocalDate Day) : Says;

/// <summary>A day and a time of it.</summary>
/// <param name="When">The moment.</param>
public sealed record ThatMoment(LocalDateTime When) : Says;
