using System.Runtime.InteropServices;
using NodaTime;
using NodaTime.Calendars;

namespace Bot.Core.Language;

/// <summary>How often something comes (RFC 5545, 3.3.10: FREQ).</summary>
public enum Frequency
{
    /// <summary>Each day.</summary>
    Daily,

    /// <summary>Each week.</summary>
    Weekly,

    /// <summary>Each month.</summary>
    Monthly,

    /// <summary>Each year.</summary>
    Yearly,
}

/// <summary>A day of the week, and which of the month or year.</summary>
/// <param name="Day">The day of the week.</param>
/// <param name="Nth">1 the first, -1 the last; 0 each of them.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct NthDay(IsoDayOfWeek Day, int Nth = 0);

/// <summary>A rule of RFC 5545 (3.3.10), as far as people say such rules. Weeks begin on Monday.</summary>
/// <param name="Frequency">How often.</param>
public sealed record RecurrenceRule(Frequency Frequency)
{
    /// <summary>Each so-manieth time only (INTERVAL), at least 1.</summary>
    public int Interval { get; init; } = 1;

    /// <summary>The months it is bound to (BYMONTH), 1 to 12.</summary>
    public IReadOnlyList<int> Months { get; init; } = [];

    /// <summary>The weeks of the year it is bound to (BYWEEKNO), as ISO 8601 counts them.</summary>
    public IReadOnlyList<int> Weeks { get; init; } = [];

    /// <summary>The days of the month it is bound to (BYMONTHDAY); -1 is the last.</summary>
    public IReadOnlyList<int> MonthDays { get; init; } = [];

    /// <summary>The weekdays it is bound to (BYDAY).</summary>
    public IReadOnlyList<NthDay> Days { get; init; } = [];

    /// <summary>Which of the days so bound in each week, month or year (BYSETPOS): -1 is the last; all of them if there is none.</summary>
    public IReadOnlyList<int> Positions { get; init; } = [];

    /// <summary>How many times in all (COUNT).</summary>
    public int? Count { get; init; }

    /// <summary>The last day on which it may happen (UNTIL), included.</summary>
    public LocalDate? Until { get; init; }

    /// <summary>The rule as RFC 5545 writes it.</summary>
    public override string ToString() => RecurrenceText.Write(this, isTimed: true);

    /// <inheritdoc/>
    public bool Equals(RecurrenceRule? other) => other is not null && ToString() == other.ToString();

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(ToString());

    /// <summary>Whether the rule says a day, its end apart.</summary>
    internal bool Has(LocalDate day, LocalDate start) =>
        day >= start && Turns(start, day) % Interval == 0 && IsBound(day, start) && (Positions.Count == 0 || IsAtPosition(day, start));

    /// <summary>Whether a rule with an end has come to it.</summary>
    internal bool IsOver(LocalDate day, int told) => told >= Count || day > Until;

    private bool IsBound(LocalDate day, LocalDate start)
    {
        if ((Months.Count > 0 && !Months.Contains(day.Month)) || (Weeks.Count > 0 && !Weeks.Contains(WeekYearRules.Iso.GetWeekOfWeekYear(day))))
        {
            return false;
        }

        var monthDay = MonthDays.Count == 0 || MonthDays.Any(each => day.Day == (each > 0 ? each : day.Calendar.GetDaysInMonth(day.Year, day.Month) + 1 + each));
        var weekday = Days.Count == 0 || Days.Any(each => each.Day == day.DayOfWeek && (each.Nth == 0 || IsNth(day, each.Nth)));
        return monthDay && weekday && (MonthDays.Count + Days.Count > 0 || IsAsAtStart(day, start));
    }

    private bool IsAtPosition(LocalDate day, LocalDate start)
    {
        var turn = Frequency switch
        {
            Frequency.Daily => new DateInterval(day, day),
            Frequency.Weekly => new DateInterval(Monday(day), Monday(day).PlusDays(6)),
            Frequency.Monthly => new DateInterval(day.With(DateAdjusters.StartOfMonth), day.With(DateAdjusters.EndOfMonth)),
            _ => new DateInterval(new LocalDate(day.Year, 1, 1), new LocalDate(day.Year, 12, 31)),
        };
        var bound = turn.Where(each => IsBound(each, start)).ToList();
        var place = bound.IndexOf(day);
        return Positions.Contains(place + 1) || Positions.Contains(place - bound.Count);
    }

    // A rule that names no day means the day of its start.
    private bool IsAsAtStart(LocalDate day, LocalDate start) => Frequency switch
    {
        Frequency.Daily => true,
        Frequency.Weekly => day.DayOfWeek == start.DayOfWeek,
        Frequency.Monthly => day.Day == start.Day,
        _ when Weeks.Count > 0 => day.DayOfWeek == start.DayOfWeek,
        _ => day.Day == start.Day && (Months.Count > 0 || day.Month == start.Month),
    };

    // Within the month, but for a yearly rule that names no month: within the year.
    private bool IsNth(LocalDate day, int nth)
    {
        var isYear = Frequency == Frequency.Yearly && Months.Count == 0;
        var (place, length) = isYear ? (day.DayOfYear, day.Calendar.GetDaysInYear(day.Year)) : (day.Day, day.Calendar.GetDaysInMonth(day.Year, day.Month));
        return nth == (nth > 0 ? ((place - 1) / 7) + 1 : -(((length - place) / 7) + 1));
    }

    private int Turns(LocalDate start, LocalDate day) => Frequency switch
    {
        Frequency.Daily => Period.DaysBetween(start, day),
        Frequency.Weekly => Period.DaysBetween(Monday(start), Monday(day)) / 7,
        Frequency.Monthly => (12 * (day.Year - start.Year)) + day.Month - start.Month,
        _ when Weeks.Count > 0 => WeekYearRules.Iso.GetWeekYear(day) - WeekYearRules.Iso.GetWeekYear(start),
        _ => day.Year - start.Year,
    };

    private static LocalDate Monday(LocalDate day) => day.PlusDays(1 - (int)day.DayOfWeek);
}
