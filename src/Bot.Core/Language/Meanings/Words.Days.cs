using NodaTime;

namespace Bot.Core.Language.Meanings;

/// <summary>
/// The vocabulary in which grammars say what their patterns mean. It knows no language: each public method is a word of it,
/// <c>weekday-coming $1</c> calls <see cref="WeekdayComing"/>. One that returns null refuses the pattern.
/// </summary>
internal static partial class Words
{
    // Dates without a year that were so lately are asked about; older ones mean the next.
    private const int Lately = 62;

    // How far « vendredi 13 » is looked for: two months' dates that fit no weekday are a mistake.
    private const int NearDays = 62;

    /// <summary>Some days from today.</summary>
    public static Sense<LocalDate> Days(int count) => here => Reading<LocalDate>.Sure(here.Today.PlusDays(count));

    /// <summary>A bare weekday: the next one after today (R2); looking back, the latest up to today.</summary>
    public static Sense<LocalDate> Weekday(IsoDayOfWeek day) => here => here.IsBack
        ? Reading<LocalDate>.Sure(Latest(here.Today, day))
        : Reading<LocalDate>.Of(here.Today.Next(day), Unsure.Otherwise, here.Today.DayOfWeek == day ? [here.Today] : []);

    /// <summary>« ce mardi »: from today on, or up to today.</summary>
    public static Sense<LocalDate> WeekdayThis(IsoDayOfWeek day) => here => here.IsBack
        ? Reading<LocalDate>.Sure(Latest(here.Today, day))
        : Reading<LocalDate>.Of(First(here.Today, day), Unsure.Otherwise, here.Today.DayOfWeek == day ? [here.Today.PlusDays(7)] : []);

    /// <summary>« mardi prochain »: the nearest from the day after tomorrow on; in doubt if it is later in this same week (R3).</summary>
    public static Sense<LocalDate> WeekdayComing(IsoDayOfWeek day) => here =>
    {
        var coming = First(here.Today.PlusDays(2), day);
        var next = here.Today.Next(day);
        var isThisWeek = Monday(next) == Monday(here.Today);
        return Reading<LocalDate>.Of(coming, Unsure.Otherwise, !isThisWeek ? [] : coming == next ? [next.PlusDays(7)] : [next]);
    };

    /// <summary>« mardi dernier »: the latest before today.</summary>
    public static Sense<LocalDate> WeekdayPast(IsoDayOfWeek day) => here => Reading<LocalDate>.Sure(here.Today.Previous(day));

    /// <summary>« mardi en huit »: so many weeks after the first one from today on; in doubt when that is today (R4).</summary>
    public static Sense<LocalDate> WeekdayIn(IsoDayOfWeek day, int weeks) => here =>
    {
        var first = First(here.Today, day).PlusWeeks(weeks);
        return Reading<LocalDate>.Of(first, Unsure.Otherwise, here.Today.DayOfWeek == day ? [first.PlusDays(7)] : []);
    };

    /// <summary>« jeudi de la semaine prochaine »: the first such day of a stretch.</summary>
    public static Sense<LocalDate> WeekdayOf(IsoDayOfWeek day, Sense<DateInterval> stretch) =>
        here => stretch(here).Select(days => First(days.Start, day));

    /// <summary>« le 3 »: the next such day of a month; months that have none are passed over (R5).</summary>
    public static Sense<LocalDate> MonthDay(int day) => here => here.IsBack
        ? Reading<LocalDate>.Sure(Back(here.Today, day))
        : Reading<LocalDate>.Of(Ahead(here.Today.PlusDays(1), day), Unsure.Otherwise, here.Today.Day == day ? [here.Today] : []);

    /// <summary>« mardi 24 »: the next such day of a month, which must be that weekday.</summary>
    public static Sense<LocalDate> WeekdayMonthDay(IsoDayOfWeek weekday, int day) => here =>
    {
        var next = here.IsBack ? Back(here.Today, day) : Ahead(here.Today, day);
        for (var date = next; Math.Abs(Period.DaysBetween(here.Today, date)) <= NearDays; date = here.IsBack ? Back(date.PlusDays(-1), day) : Ahead(date.PlusDays(1), day))
        {
            if (date.DayOfWeek == weekday)
            {
                return Reading<LocalDate>.Sure(date);
            }
        }

        return Mismatch(next, weekday);
    };

    /// <summary>« 24/12 », « le 3 mars 2027 »: without a year the next; in doubt if it was lately, or asked about if its year is over.</summary>
    public static Sense<LocalDate> Date(int day, int month, int? year = null) => here =>
    {
        if (year is { } said)
        {
            return Exact(said, month, day) is { } exact
                ? Reading<LocalDate>.Of(exact, exact < here.Today && !here.IsBack ? Unsure.Past : Unsure.No)
                : Missing(said, month, day);
        }

        if ((month, day) == (2, 29))
        {
            return LeapDay(here);
        }

        if (Exact(here.Today.Year, month, day) is not { } thisYear)
        {
            return Missing(here.Today.Year, month, day);
        }

        var last = thisYear > here.Today ? thisYear.PlusYears(-1) : thisYear;
        var next = thisYear < here.Today ? thisYear.PlusYears(1) : thisYear;
        var wasLately = last != next && Period.DaysBetween(last, here.Today) <= Lately;
        return here.IsBack ? Reading<LocalDate>.Sure(last) : Reading<LocalDate>.Of(next, Unsure.Otherwise, wasLately ? [last] : []);
    };

    /// <summary>« le 5 novembre dernier »: the last one, though one looks forward.</summary>
    public static Sense<LocalDate> DatePast(int day, int month) => here => Date(day, month)(here with { Look = Look.Back, Now = here.Today.PlusDays(-1).AtMidnight() });

    /// <summary>« 2026-12-03 ».</summary>
    public static Sense<LocalDate> YearMonthDay(int year, int month, int day) => Date(day, month, year);

    /// <summary>« 20261203 ».</summary>
    public static Sense<LocalDate> CompactDate(int digits) => Date(digits % 100, digits / 100 % 100, digits / 10000);

    /// <summary>A date whose weekday was said too: of its readings only those that are that weekday.</summary>
    public static Sense<LocalDate> OnWeekday(IsoDayOfWeek weekday, Sense<LocalDate> date) => here =>
    {
        var reading = date(here);
        if (!reading.IsPossible)
        {
            return reading;
        }

        var fitting = reading.Others.Prepend(reading.Value).Where(day => day.DayOfWeek == weekday).ToList();
        return fitting.Count == 0 ? Mismatch(reading.Value, weekday)
            : Reading<LocalDate>.Of(fitting[0], reading.Unsure is Unsure.LeapDay ? Unsure.No : reading.Unsure, [.. fitting.Skip(1)]);
    };

    /// <summary>A feast, or any date that has a name.</summary>
    public static Sense<LocalDate> Feast(Feast feast, int? year = null) => here =>
    {
        if (year is { } said)
        {
            return Reading<LocalDate>.Sure(Holidays.Of(feast, said));
        }

        var thisYear = Holidays.Of(feast, here.Today.Year);
        return Reading<LocalDate>.Sure(here.IsBack
            ? thisYear > here.Today ? Holidays.Of(feast, here.Today.Year - 1) : thisYear
            : thisYear < here.Today ? Holidays.Of(feast, here.Today.Year + 1) : thisYear);
    };

    /// <summary>« la veille de Noël »: some days before or after a day.</summary>
    public static Sense<LocalDate> Shifted(int days, Sense<LocalDate> day) => here => day(here).Select(date => date.PlusDays(days));

    /// <summary>« le lundi suivant Noël ».</summary>
    public static Sense<LocalDate> WeekdayAfter(IsoDayOfWeek weekday, Sense<LocalDate> day) => here => day(here).Select(date => date.Next(weekday));

    /// <summary>« le lundi avant Noël ».</summary>
    public static Sense<LocalDate> WeekdayBefore(IsoDayOfWeek weekday, Sense<LocalDate> day) => here => day(here).Select(date => date.Previous(weekday));

    /// <summary>« deux semaines avant Noël ».</summary>
    public static Sense<LocalDate>? Before(Span span, Sense<LocalDate> day) =>
        span.HasTime || span.HalfDays > 0 ? null : here => day(here).Select(date => date.Minus(span.Period));

    /// <summary>« deux semaines après Noël ».</summary>
    public static Sense<LocalDate>? After(Span span, Sense<LocalDate> day) =>
        span.HasTime || span.HalfDays > 0 ? null : here => day(here).Select(date => date.Plus(span.Period));

    /// <summary>« dans trois jours »; hours and minutes are no days.</summary>
    public static Sense<LocalDate>? DayIn(Span span) =>
        span.HasTime || span.HalfDays > 0 ? null : here => span.Readings.Select(here.Today.Plus);

    /// <summary>« il y a trois jours ».</summary>
    public static Sense<LocalDate>? DayAgo(Span span) =>
        span.HasTime || span.HalfDays > 0 ? null : here => span.Readings.Select(here.Today.Minus);

    /// <summary>« le premier lundi de décembre »: the so-manieth such day of a stretch, -1 the last.</summary>
    public static Sense<LocalDate> NthWeekdayOf(int nth, IsoDayOfWeek weekday, Sense<DateInterval> stretch) => here => stretch(here).Then(days =>
    {
        var day = nth > 0
            ? First(days.Start, weekday).PlusWeeks(nth - 1)
            : Latest(days.End, weekday).PlusWeeks(nth + 1);
        return days.Contains(day) ? Reading<LocalDate>.Sure(day) : Reading<LocalDate>.Not(Unsure.Impossible);
    });

    /// <summary>« le dernier jour du mois », « le 15 du mois prochain »: the so-manieth day of a stretch, -1 the last.</summary>
    public static Sense<LocalDate> NthDayOf(int nth, Sense<DateInterval> stretch) => here => stretch(here).Then(days =>
    {
        var day = nth > 0 ? days.Start.PlusDays(nth - 1) : days.End.PlusDays(nth + 1);
        return days.Contains(day) ? Reading<LocalDate>.Sure(day) : Reading<LocalDate>.Not(Unsure.Impossible, days.End, days.End.PlusDays(1));
    });

    /// <summary>« le premier jour ouvré du mois »: the so-manieth day that is no weekend and no holiday.</summary>
    public static Sense<LocalDate> NthWorkdayOf(int nth, Sense<DateInterval> stretch) => here => stretch(here).Then(days =>
    {
        var all = days.Where(day => day.DayOfWeek < IsoDayOfWeek.Saturday && !Holidays.IsHoliday(day)).ToList();
        var at = nth > 0 ? nth - 1 : all.Count + nth;
        return at >= 0 && at < all.Count ? Reading<LocalDate>.Sure(all[at]) : Reading<LocalDate>.Not(Unsure.Impossible);
    });

    private static Reading<LocalDate> LeapDay(Here here)
    {
        var year = here.Today.Year;
        while (Exact(year, 2, 29) is not { } day || (here.IsBack ? day > here.Today : day < here.Today))
        {
            year += here.IsBack ? -1 : 1;
        }

        var next = new LocalDate(here.Today.Year, 2, 28);
        next = next < here.Today ? next.PlusYears(1) : next;
        var leap = new LocalDate(year, 2, 29);
        return here.IsBack || leap.Year == next.Year
            ? Reading<LocalDate>.Sure(leap)
            : Reading<LocalDate>.Of(leap, Unsure.LeapDay, next, next.PlusDays(1));
    }

    private static Reading<LocalDate> Missing(int year, int month, int day) => month is >= 1 and <= 12
        && new LocalDate(year, month, 1).With(DateAdjusters.EndOfMonth) is var last && day > last.Day
        ? Reading<LocalDate>.Not(Unsure.Impossible, last, last.PlusDays(1))
        : Reading<LocalDate>.Not(Unsure.Impossible);

    private static Reading<LocalDate> Mismatch(LocalDate date, IsoDayOfWeek weekday)
    {
        var (before, after) = (date.Previous(weekday), date.Next(weekday));
        return Reading<LocalDate>.Not(Unsure.WeekdayMismatch, date, Period.DaysBetween(before, date) <= 3 ? before : after);
    }

    private static LocalDate? Exact(int year, int month, int day) =>
        year is >= 1 and <= 9998 && month is >= 1 and <= 12 && day >= 1 && day <= CalendarSystem.Iso.GetDaysInMonth(year, month) ? new LocalDate(year, month, day) : null;

    private static LocalDate Ahead(LocalDate from, int day)
    {
        var month = from.With(DateAdjusters.StartOfMonth);
        while (Exact(month.Year, month.Month, day) is not { } found || found < from)
        {
            month = month.PlusMonths(1);
        }

        return new LocalDate(month.Year, month.Month, day);
    }

    private static LocalDate Back(LocalDate from, int day)
    {
        var month = from.With(DateAdjusters.StartOfMonth);
        while (Exact(month.Year, month.Month, day) is not { } found || found > from)
        {
            month = month.PlusMonths(-1);
        }

        return new LocalDate(month.Year, month.Month, day);
    }

    private static LocalDate First(LocalDate from, IsoDayOfWeek day) => from.With(DateAdjusters.NextOrSame(day));

    private static LocalDate Latest(LocalDate to, IsoDayOfWeek day) => to.With(DateAdjusters.PreviousOrSame(day));

    private static LocalDate Monday(LocalDate day) => Latest(day, IsoDayOfWeek.Monday);
}
