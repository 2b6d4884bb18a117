using System.Globalization;
using Bot.Core.Language;
using NodaTime;

namespace Bot.Core.Texts;

/// <summary>How a series is written: « un mardi sur deux, 18 h ».</summary>
internal static class WrittenSeries
{
    private const int DaysOfWeek = 7;

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
        Frequency.Weekly => Weekly(rule),
        Frequency.Monthly => Monthly(rule),
        _ => Yearly(rule),
    };

    private static Says Weekly(RecurrenceRule rule) => rule switch
    {
        { Interval: 2, Days: [var only] } => new EveryOtherWeekday(Weekday(only)),
        { Interval: 1, Days.Count: DaysOfWeek - 1 } => new EveryDayBut(Weekday(new NthDay(Enum.GetValues<IsoDayOfWeek>().Skip(1).Except(rule.Days.Select(day => day.Day)).Single()))),
        { Interval: 1 } when AreWorkdays(rule) => new EveryWorkday(),
        _ => new EveryWeeks(rule.Interval, Weekdays(rule)),
    };

    private static bool AreWorkdays(RecurrenceRule rule) =>
        rule.Days.Count == WorkDay.DaysAWeek && rule.Days.All(day => day is { Nth: 0, Day: <= IsoDayOfWeek.Friday });

    private static Says Monthly(RecurrenceRule rule)
    {
        if (rule.Positions.Count > 0 && AreWorkdays(rule))
        {
            return new EveryMonthsWorkday(rule.Interval, new Listed([.. rule.Positions.Select(Nth)]));
        }

        if (rule.Days.Count > 0)
        {
            var weekdays = rule.Days.GroupBy(day => day.Day).Select(group => (object)new WeekdayOfMonth(new Listed([.. group.Select(day => Nth(day.Nth))]), Weekday(group.First())));
            return new EveryMonthsWeekday(rule.Interval, new Listed([.. weekdays]));
        }

        return rule.MonthDays.Any(day => day < 0)
            ? new EveryMonthsEnd(rule.Interval, new Listed([.. rule.MonthDays.Select(day => day < 0 ? new WordOf("LastNths.words", -day - 1) : MonthDay(day))]))
            : new EveryMonths(rule.Interval, rule.MonthDays.Count == 0 ? null : new Listed([.. rule.MonthDays.Select(MonthDay)]));
    }

    private static Says Yearly(RecurrenceRule rule) => rule switch
    {
        { Weeks: [var week, ..] } => new EveryParity(week % 2 == 0, Weekdays(rule)),
        { Days: [{ Nth: not 0 } day], Months: [var month] } => new EveryYearsWeekday(Nth(day.Nth), Weekday(day), Month(month)),
        { MonthDays: [var day], Months: [var month] } => new EveryYears(rule.Interval, MonthDay(day), Month(month)),
        _ => new EveryYears(rule.Interval, null, null),
    };

    private static Listed? Weekdays(RecurrenceRule rule) => rule.Days.Count == 0 ? null : Words("Weekdays.words", rule.Days.Select(day => (int)day.Day - 1));

    private static WordOf Weekday(NthDay day) => new("Weekdays.words", (int)day.Day - 1);

    private static WordOf Month(int month) => new("Months.words", month - 1);

    private static WordOf MonthDay(int day) => new("MonthDays.words", day - 1);

    private static WordOf Nth(int nth) => nth > 0 ? new("Nths.words", nth - 1) : new("LastNths.words", -nth - 1);

    private static Listed Words(string list, IEnumerable<int> places) => new([.. places.Select(place => new WordOf(list, place))]);
}
