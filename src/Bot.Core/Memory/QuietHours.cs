using System.Text.Json.Serialization;
using NodaTime;

namespace Bot.Core.Memory;

/// <summary>When a coop wants silence, on its own clock: some hours of every day, and all of Sunday.</summary>
/// <param name="From">When it begins.</param>
/// <param name="To">When it ends; at or before <paramref name="From"/>, on the next day. The same as <paramref name="From"/>: never any silence, not on Sundays either.</param>
public sealed record QuietHours(LocalTime From, LocalTime To)
{
    /// <summary>Those of a coop that settled nothing.</summary>
    public static readonly QuietHours Usual = new(new LocalTime(21, 0), new LocalTime(8, 0));

    /// <summary>No silence at all.</summary>
    public static readonly QuietHours None = new(LocalTime.Midnight, LocalTime.Midnight);

    /// <summary>Whether there is no silence at all.</summary>
    [JsonIgnore]
    public bool IsNever => From == To;

    /// <summary>When one may speak again.</summary>
    /// <param name="now">An instant.</param>
    /// <param name="zone">The coop's time zone.</param>
    /// <returns>The end of the silence in which that instant falls; the instant itself when it falls in none.</returns>
    public Instant EndAt(Instant now, DateTimeZone zone)
    {
        var at = now.InZone(zone).LocalDateTime;
        if (!IsQuiet(at))
        {
            return now;
        }

        // Sunday follows Saturday night, and Monday morning follows Sunday.
        while (IsQuiet(at))
        {
            at = at.DayOfWeek == IsoDayOfWeek.Sunday ? at.Date.PlusDays(1).AtMidnight()
                : From < To || at.TimeOfDay < To ? at.Date.At(To)
                : at.Date.PlusDays(1).At(To);
        }

        return at.InZoneLeniently(zone).ToInstant();
    }

    /// <summary>Whether it is quiet all of a day, as on Sundays: what concerns that day is told before.</summary>
    /// <param name="day">The day.</param>
    public bool IsSilent(LocalDate day) => IsQuiet(day.At(LocalTime.Noon));

    private bool IsQuiet(LocalDateTime at) => !IsNever && (at.DayOfWeek == IsoDayOfWeek.Sunday || IsNight(at.TimeOfDay));

    private bool IsNight(LocalTime time) => From < To ? From <= time && time < To : time >= From || time < To;
}
