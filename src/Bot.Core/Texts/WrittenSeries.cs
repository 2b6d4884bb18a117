using System.Globalization;
using Bot.Core.Language;
using NodaTime;

namespace Bot.Core.Texts;

/// <summary>How a series is written: « un mardi sur deux, 18 h ».</summary>
internal static class WrittenSeries
{
    /// <summary>Its sentence.</summary>
    /// <param name="series">The series.</param>
    /// <param name="isBegun">Whether its beginning need not be told.</param>
    public static EveryTime Of(Recurrence series, bool isBegun)
    {
        var end = Ends(series);
        return new EveryTime(
            Of(series.Rule),
            series.Rule.Frequency == Frequency.Yearly || series.Rule.Months.Count == 0 ? null : Words("Months.words", series.Rule.Months.Select(month => month - 1)),
            series.Time,
            end,
            end is null ? series.Length : null,
            isBegun ? null : series.Start,
            series.Rule.Until,
            series.Rule.Count?.ToString(CultureInfo.InvariantCulture),
            series.Except.Count == 0 ? null : new Listed([.. series.Except.Cast<object>()]),
            series.Also.Count == 0 ? null : new Listed([.. series.Also.Cast<object>()]));
    }

    // When it ends is said as an hour of the same day.
    private static LocalTime? Ends(Recurrence series) => series is { Time: { } time, Length: { } length } && (60 * length.Hours) + length.Minutes is var minutes
        && minutes > 0 && (60 * time.Hour) + time.Minute + minutes < 24 * 60 ? time.PlusMinutes(minutes) : null;

    private static Says Of(RecurrenceRule rule) => rule.Frequency switch
    {
        Frequency.Daily => new EveryDays(rule.Interval),
        Frequency.Weekly => rule is { Interval: 2, Days: [var only] } ? new EveryOtherWeekday(Weekday(only)) : new EveryWeeks(rule.Interval, Weekdays(rule)),
        Frequency.Monthly => Monthly(rule),
        _ => Yearly(rule),
    };

    private static Says Monthly(RecurrenceRule rule)
    {
        if (rule.Days.Count > 0)
        {
            var weekdays = rule.Days.GroupBy(day => day.Day).Select(group => (object)new WeekdayOfMonth(new Listed([.. group.Select(Nth)]), Weekday(group.First())));
            return new EveryMonthsWeekday(rule.Interval, new Listed([.. weekdays]));
        }

        return rule.MonthDays.Any(day => day < 0)
            ? new EveryMonthsEnd(rule.Interval, new Listed([.. rule.MonthDays.Select(day => day < 0 ? new WordOf("LastNths.words", -day - 1) : MonthDay(day))]))
            : new EveryMonths(rule.Interval, rule.MonthDays.Count == 0 ? null : new Listed([.. rule.MonthDays.Select(MonthDay)]));
    }

    private static Says Yearly(RecurrenceRule rule) => rule switch
    {
        { Weeks: [var week, ..] } => new EveryParity(week % 2 == 0, Weekdays(rule)),
        { Days: [{ Nth: not 0 } day], Months: [var month] } => new EveryYearsWeekday(Nth(day), Weekday(day), Month(month)),
        { MonthDays: [var day], Months: [var month] } => new EveryYears(rule.Interval, MonthDay(day), Month(month)),
        _ => new EveryYears(rule.Interval, null, null),
    };

    private static Listed? Weekdays(RecurrenceRule rule) => rule.Days.Count == 0 ? null : Words("Weekdays.words", rule.Days.Select(day => (int)day.Day - 1));

    private static WordOf Weekday(NthDay day) => new("Weekdays.words", (int)day.Day - 1);

    private static WordOf Month(int month) => new("Months.words", month - 1);

    private static WordOf MonthDay(int day) => new("MonthDays.words", day - 1);

    private static WordOf Nth(NthDay day) => day.Nth > 0 ? new("Nths.words", day.Nth - 1) : new("LastNths.words", -day.Nth - 1);

    private static Listed Words(string list, IEnumerable<int> places) => new([.. places.Select(place => new WordOf(list, place))]);
}
