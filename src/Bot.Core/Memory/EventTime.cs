using Bot.Core.Commands;
using Bot.Core.Texts;
using Bot.Core.Turns;
using NodaTime;

namespace Bot.Core.Memory;

/// <summary>When something takes place, in words: « mar. 24 nov., 18 h-20 h », « du lun. 23 nov. au ven. 27 nov. ».</summary>
/// <param name="Day">The day, of what takes the day or several.</param>
/// <param name="At">When it begins, of what has a time.</param>
/// <param name="Until">When it ends, if that was said.</param>
/// <param name="Last">The last day, of several.</param>
public sealed record WhenItIs(LocalDate? Day, LocalDateTime? At, LocalTime? Until, LocalDate? Last) : Says;

/// <summary>When something takes place, on the coop's clock: a day, some days, or from an hour on.</summary>
/// <param name="Day">The day, or the first.</param>
/// <param name="Time">When it begins; null when it takes the day.</param>
public sealed record EventTime(LocalDate Day, LocalTime? Time = null)
{
    // How long people reckon with when nobody said it.
    private static readonly Duration Usual = Duration.FromHours(1);

    /// <summary>The last day, when it takes several.</summary>
    public LocalDate? Last { get; init; }

    /// <summary>How long it lasts, when it has a time and that was said.</summary>
    public Duration? Length { get; init; }

    /// <summary>How it is told.</summary>
    public Says Told() => Time is { } time
        ? new WhenItIs(null, Day.At(time), Length is { } length ? time.PlusTicks(length.BclCompatibleTicks) : null, null)
        : new WhenItIs(Day, null, null, Last);

    /// <summary>The same on another day.</summary>
    /// <param name="day">The day, or the first.</param>
    public EventTime On(LocalDate day) => this with { Day = day, Last = Last is { } last ? day.PlusDays(Period.DaysBetween(Day, last)) : null };

    /// <summary>When somebody says so: what they leave unsaid, the time or the length, stays.</summary>
    /// <param name="to">What they say.</param>
    /// <exception cref="Refusal">They say some days, of what has a time.</exception>
    public EventTime MovedTo(Due to)
    {
        var isStretch = to.From != to.On;
        return to.From.Time is { } time
            ? new EventTime(to.From.Day, time) { Length = isStretch && to.On.Time is { } end ? Between(to.From.Day.At(time), to.On.Day.At(end)) : Length }
            : !isStretch ? On(to.From.Day)
            : Time is null ? new EventTime(to.From.Day) { Last = to.On.Day }
            : throw new Refusal(new WhichMoment());
    }

    /// <summary>How long it is between two times of the wall clock.</summary>
    internal static Duration Between(LocalDateTime from, LocalDateTime to) => Period.Between(from, to, PeriodUnits.Minutes).ToDuration();

    /// <summary>When it begins.</summary>
    internal Instant Begins(DateTimeZone zone) => Day.At(Time ?? LocalTime.Midnight).InZoneLeniently(zone).ToInstant();

    /// <summary>When it is over.</summary>
    internal Instant Ends(DateTimeZone zone) =>
        Time is null ? zone.AtStartOfDay((Last ?? Day).PlusDays(1)).ToInstant() : Begins(zone) + (Length ?? Usual);

    /// <summary>Whether it overlaps another on the clock; what takes the day leaves room for both.</summary>
    internal bool Clashes(EventTime other, DateTimeZone zone) =>
        Time is not null && other.Time is not null && Begins(zone) < other.Ends(zone) && other.Begins(zone) < Ends(zone);

    /// <summary>Whether it takes place within some days.</summary>
    internal bool Touches(LocalDate first, LocalDate last) => Day <= last && (Last ?? Day) >= first;
}
