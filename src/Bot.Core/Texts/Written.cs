using System.Globalization;
using Bot.Core.Language;
using NodaTime;

namespace Bot.Core.Texts;

/// <summary>
/// How what <see cref="Reader"/> reads is written: as sentences, in each language. What is written reads back to the same value.
/// </summary>
public static class Written
{
    // « 22 h-2 h » ends at night; what ends the next day is otherwise told with both days.
    private const int Late = 21;

    // In French these are a week and a fortnight (R4), so they are told otherwise.
    private static readonly int[] Idioms = [8, 15];

    /// <summary>A day, told by how far it is from another: « demain », « dans 3 jours », « il y a 2 semaines ».</summary>
    /// <param name="day">The day.</param>
    /// <param name="today">The other.</param>
    public static Says Relative(LocalDate day, LocalDate today) => Period.DaysBetween(today, day) switch
    {
        0 => new RelativelyToday(),
        1 => new RelativelyTomorrow(),
        -1 => new RelativelyYesterday(),
        > 0 => new RelativelyIn(Apart(today, day)),
        _ => new RelativelyAgo(Apart(day, today)),
    };

    /// <summary>The sentence, or the list, that a value is written as; null if it is no value of the kind.</summary>
    internal static object? Of(object value) => value switch
    {
        When time => Of(time),
        Recurrence series => WrittenSeries.Of(series, isBegun: true),
        Effort effort => Of(effort.Minutes),
        Money money => Of(money),
        Period period => Of(period),
        _ => null,
    };

    internal static Says Of(int minutes) => minutes < 60
        ? new CountedMinutes(minutes)
        : new CountedHours(minutes / 60, minutes % 60 == 0 ? null : TwoDigits(minutes % 60));

    private static object Of(When when) => when switch
    {
        When.OnDay on => on.Day,
        When.At at => at.Moment,
        When.Days days => new DaysFromTo(IsOneMonth(days) ? new MonthDay(days.First) : days.First, days.Last),
        When.Hours hours when IsOneDay(hours) => new HoursOfDay(hours.Start.Date, hours.Start.TimeOfDay, hours.End.TimeOfDay),
        When.Hours hours => new HoursFromTo(hours.Start, hours.End),
        When.By by => new DueBy(by.Day, by.Time is { } time ? by.Day.At(time) : null),
        When.Repeats repeats => WrittenSeries.Of(repeats.Series, isBegun: false),
        When.Several several => new Listed([.. several.All.Select(Of)]),
        When.Lasting lasting => Of(lasting.Length),
        _ => throw new InvalidOperationException($"A {when.GetType().Name} can't be written."),
    };

    private static bool IsOneMonth(When.Days days) => (days.First.Year, days.First.Month) == (days.Last.Year, days.Last.Month);

    private static bool IsOneDay(When.Hours hours) => hours.Start.Date == hours.End.Date
        || (hours.End.Date == hours.Start.Date.PlusDays(1) && hours.End.TimeOfDay < hours.Start.TimeOfDay
            && (hours.Start.Hour >= Late || hours.End.TimeOfDay == LocalTime.Midnight));

    private static Listed Of(Period period)
    {
        var normal = new PeriodBuilder { Hours = period.Hours, Minutes = period.Minutes }.Build();
        var minutes = (int)((60 * normal.Hours) + normal.Minutes);
        var parts = new (int Count, Func<int, Says> Says)[]
        {
            (period.Years, count => new CountedYears(count)), (period.Months, count => new CountedMonths(count)),
            (period.Weeks, count => new CountedWeeks(count)), (period.Days, count => new CountedDays(count)), (minutes, Of),
        };
        return new Listed([.. parts.Where(part => part.Count != 0).Select(part => part.Says(part.Count))]);
    }

    private static Amount Of(Money money)
    {
        var cents = (int)(money.Cents % 100);
        return new Amount(Grouped(money.Cents / 100), cents == 0 ? null : TwoDigits(cents), money.Currency == "EUR" ? "€" : money.Currency);
    }

    private static object Grouped(long units) => units < 1000
        ? units.ToString(CultureInfo.InvariantCulture)
        : new Thousands(Grouped(units / 1000), (units % 1000).ToString("000", CultureInfo.InvariantCulture));

    private static Period Apart(LocalDate from, LocalDate to)
    {
        var days = Period.DaysBetween(from, to);
        var months = Period.Between(from, to, PeriodUnits.Months).Months;
        return months > 0 && from.PlusMonths(months) == to && to.PlusMonths(-months) == from
            ? months % 12 == 0 ? Period.FromYears(months / 12) : Period.FromMonths(months)
            : days % 7 == 0 ? Period.FromWeeks(days / 7)
            : Idioms.Contains(days) ? Period.FromWeeks(days / 7) + Period.FromDays(days % 7)
            : Period.FromDays(days);
    }

    private static string TwoDigits(int number) => number.ToString("00", CultureInfo.InvariantCulture);
}
