using NodaTime;

namespace Bot.Core.Texts;

/// <summary>Values in a row, written as the language writes lists: « mardi et jeudi ».</summary>
/// <param name="Items">The values.</param>
internal sealed record Listed(IReadOnlyList<object> Items);

/// <summary>A word of a list in the texts: the second of the weekdays.</summary>
/// <param name="List">The list's key.</param>
/// <param name="Place">Which, from 0.</param>
internal sealed record WordOf(string List, int Place);

/// <summary>A day whose month is told behind it.</summary>
/// <param name="Day">The day.</param>
internal sealed record MonthDay(LocalDate Day);

/// <summary>Some days, both included; the first without its month if that is the last one's.</summary>
internal sealed record DaysFromTo(object First, LocalDate Last) : Says;

/// <summary>Some hours of a day.</summary>
internal sealed record HoursOfDay(LocalDate Day, LocalTime From, LocalTime To) : Says;

/// <summary>Some hours that reach into another day.</summary>
internal sealed record HoursFromTo(LocalDateTime From, LocalDateTime To) : Says;

/// <summary>A deadline.</summary>
internal sealed record DueBy(LocalDate Day, LocalDateTime? Moment) : Says;

/// <summary>A series, without its beginning if that need not be told.</summary>
internal sealed record EveryTime(
    Says Rule, Listed? Months, LocalTime? At, LocalTime? To, Period? Length, LocalDate? From, LocalDate? Until, string? Times, Listed? Except, Listed? Also) : Says;

/// <summary>Each so-manieth day.</summary>
internal sealed record EveryDays(int Interval) : Says;

/// <summary>Each so-manieth week, on some days.</summary>
internal sealed record EveryWeeks(int Interval, Listed? Days) : Says;

/// <summary>All days of the week but one.</summary>
internal sealed record EveryDayBut(WordOf Day) : Says;

/// <summary>From Monday to Friday.</summary>
internal sealed record EveryWorkday : Says;

/// <summary>A day of the month that is one of Monday to Friday, such as the last.</summary>
internal sealed record EveryMonthsWorkday(int Interval, Listed Nths) : Says;

/// <summary>One weekday of every second week.</summary>
internal sealed record EveryOtherWeekday(WordOf Day) : Says;

/// <summary>The even weeks of the year, or the odd ones.</summary>
internal sealed record EveryParity(bool IsEven, Listed? Days) : Says;

/// <summary>Each so-manieth month, on some days.</summary>
internal sealed record EveryMonths(int Interval, Listed? Days) : Says;

/// <summary>Each so-manieth month, on its last days, such as the last or the last but one.</summary>
internal sealed record EveryMonthsEnd(int Interval, Listed Days) : Says;

/// <summary>A weekday of the month: the first Tuesday, the first and third Tuesday.</summary>
internal sealed record WeekdayOfMonth(Listed Nths, WordOf Day) : Says;

/// <summary>Each so-manieth month, on some of its weekdays.</summary>
internal sealed record EveryMonthsWeekday(int Interval, Listed Weekdays) : Says;

/// <summary>Each so-manieth year, on a day.</summary>
internal sealed record EveryYears(int Interval, WordOf? Day, WordOf? Month) : Says;

/// <summary>A weekday of a month, each year.</summary>
internal sealed record EveryYearsWeekday(WordOf Nth, WordOf Day, WordOf Month) : Says;

/// <summary>A number of days.</summary>
internal sealed record CountedDays(int Count) : Says;

/// <summary>A number of weeks.</summary>
internal sealed record CountedWeeks(int Count) : Says;

/// <summary>A number of months.</summary>
internal sealed record CountedMonths(int Count) : Says;

/// <summary>A number of years.</summary>
internal sealed record CountedYears(int Count) : Says;

/// <summary>Hours, and the minutes above them.</summary>
internal sealed record CountedHours(int Hours, string? Minutes) : Says;

/// <summary>Less than an hour.</summary>
internal sealed record CountedMinutes(int Minutes) : Says;

/// <summary>A sum of money, its thousands apart.</summary>
internal sealed record Amount(object Units, string? Cents, string Currency) : Says;

/// <summary>Thousands, and three digits behind them.</summary>
internal sealed record Thousands(object High, string Low) : Says;

/// <summary>This very day.</summary>
internal sealed record RelativelyToday : Says;

/// <summary>The day after.</summary>
internal sealed record RelativelyTomorrow : Says;

/// <summary>The day before.</summary>
internal sealed record RelativelyYesterday : Says;

/// <summary>So long from now.</summary>
internal sealed record RelativelyIn(Period Length) : Says;

/// <summary>So long ago.</summary>
internal sealed record RelativelyAgo(Period Length) : Says;
