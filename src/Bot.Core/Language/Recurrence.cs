using NodaTime;

namespace Bot.Core.Language;

/// <summary>Something that comes again and again, in local wall-clock time.</summary>
/// <param name="Start">The day it happens first.</param>
/// <param name="Time">The time of day; null if it takes the day.</param>
/// <param name="Rule">How often.</param>
public sealed record Recurrence(LocalDate Start, LocalTime? Time, RecurrenceRule Rule)
{
    /// <summary>How long it lasts each time, if that was said.</summary>
    public Period? Length { get; init; }

    /// <summary>Days on which it does not happen, though the rule says so.</summary>
    public IReadOnlyList<LocalDate> Except { get; init; } = [];

    /// <summary>Days on which it happens as well, though the rule does not say so.</summary>
    public IReadOnlyList<LocalDate> Also { get; init; } = [];

    /// <summary>
    /// The days on which it happens within a stretch of time, each once, in order. Looks at each day of the stretch and of the time
    /// before it since the start, and at no more.
    /// </summary>
    /// <param name="first">The first day that counts.</param>
    /// <param name="last">The last day that counts.</param>
    public IEnumerable<LocalDate> Days(LocalDate first, LocalDate last)
    {
        var told = 0;
        var begin = Also.Append(Start).Min();
        for (var day = begin; day <= last; day = day.PlusDays(1))
        {
            // COUNT counts what the rule says, days that are left out included (RFC 5545, 3.3.10 and 3.8.5.1).
            var isTold = Rule.IsOver(day, told) is false && Rule.Has(day, Start);
            told += isTold ? 1 : 0;
            if (day >= first && (isTold || Also.Contains(day)) && !Except.Contains(day))
            {
                yield return day;
            }

            if (day > Start && Rule.IsOver(day, told) && Also.All(other => other <= day))
            {
                yield break;
            }
        }
    }

    /// <summary>
    /// When it happens within a stretch of days, on the clocks of a zone. A time that does not exist there that day, since the clocks
    /// are put forward, is as much later; of a time that comes twice the first counts.
    /// </summary>
    /// <param name="first">The first day that counts.</param>
    /// <param name="last">The last day that counts.</param>
    /// <param name="zone">The zone.</param>
    public IEnumerable<ZonedDateTime> Times(LocalDate first, LocalDate last, DateTimeZone zone) =>
        Days(first, last).Select(day => day.At(Time ?? LocalTime.Midnight).InZoneLeniently(zone));

    /// <inheritdoc/>
    public bool Equals(Recurrence? other) => other is not null && Start == other.Start && Time == other.Time && Rule.Equals(other.Rule)
        && Equals(Length, other.Length) && Except.SequenceEqual(other.Except) && Also.SequenceEqual(other.Also);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Start, Time, Rule);
}
