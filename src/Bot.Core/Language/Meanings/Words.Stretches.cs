using NodaTime;
using NodaTime.Calendars;

namespace Bot.Core.Language.Meanings;

/// <summary>A season.</summary>
internal enum Season
{
    /// <summary>From 20 March.</summary>
    Spring,

    /// <summary>From 21 June.</summary>
    Summer,

    /// <summary>From 22 September.</summary>
    Autumn,

    /// <summary>From 21 December.</summary>
    Winter,
}

/// <summary>Stretches of days.</summary>
internal static partial class Words
{
    /// <summary>A week, counted from this one.</summary>
    public static Sense<DateInterval> Week(int count) => here => Sure(Monday(here.Today).PlusWeeks(count), 6);

    /// <summary>A week's end, counted from the next one that is not over; looking back, from the last that has begun.</summary>
    public static Sense<DateInterval> Weekend(int count) => here => Sure(Latest(Monday(here.Today).PlusDays(6), IsoDayOfWeek.Saturday).PlusWeeks(count), 1);

    /// <summary>A month, counted from this one.</summary>
    public static Sense<DateInterval> Month(int count) => here => Reading<DateInterval>.Sure(MonthOf(here.Today.PlusMonths(count)));

    /// <summary>A quarter of a year, counted from this one.</summary>
    public static Sense<DateInterval> Quarter(int count) => here => Reading<DateInterval>.Sure(MonthsFrom(here.Today.PlusMonths(3 * count), 3));

    /// <summary>Half a year, counted from this one.</summary>
    public static Sense<DateInterval> HalfYear(int count) => here => Reading<DateInterval>.Sure(MonthsFrom(here.Today.PlusMonths(6 * count), 6));

    /// <summary>A year, counted from this one.</summary>
    public static Sense<DateInterval> Year(int count) => here => Reading<DateInterval>.Sure(YearOf(here.Today.Year + count));

    /// <summary>« 2027 ».</summary>
    public static Sense<DateInterval> YearNamed(int year) => _ => Reading<DateInterval>.Sure(YearOf(FullYear(year)));

    /// <summary>« T1 2027 », « le premier trimestre »: the so-manieth quarter; without a year the next that is not over.</summary>
    public static Sense<DateInterval> QuarterNamed(int nth, int? year = null) => here =>
        Reading<DateInterval>.Sure(Nearest(here, year, said => MonthsFrom(new LocalDate(said, (3 * nth) - 2, 1), 3)));

    /// <summary>« semaine 49 » of ISO 8601; without a year the next that is not over.</summary>
    public static Sense<DateInterval> WeekNumber(int number, int? year = null) => here =>
    {
        var last = number <= WeekYearRules.Iso.GetWeeksInWeekYear(year ?? here.Today.Year);
        return last || year is null
            ? Reading<DateInterval>.Sure(Nearest(here, year, said => Days(WeekYearRules.Iso.GetLocalDate(said, Math.Min(number, WeekYearRules.Iso.GetWeeksInWeekYear(said)), IsoDayOfWeek.Monday), 6)))
            : Reading<DateInterval>.Not(Unsure.Impossible);
    };

    /// <summary>« la semaine du 7 décembre ».</summary>
    public static Sense<DateInterval> WeekOf(Sense<LocalDate> day) => here => day(here).Select(date => Days(Monday(date), 6));

    /// <summary>« le week-end du 5 »: the one that holds the day, or follows it.</summary>
    public static Sense<DateInterval> WeekendOf(Sense<LocalDate> day) => here => day(here).Select(date => Days(Monday(date).PlusDays(5), 1));

    /// <summary>« le week-end du 5 et 6 décembre ».</summary>
    public static Sense<DateInterval> WeekendDays(int first, int last, int? month = null) => month is { } named
        ? FromToOf(first, last, named) ?? (_ => Reading<DateInterval>.Not(Unsure.Impossible))
        : FromTo(MonthDay(first), MonthDay(last));

    /// <summary>« la deuxième semaine de décembre »: a week belongs to the month that has most of it, as ISO 8601 has it for years.</summary>
    public static Sense<DateInterval> NthWeekOf(int nth, Sense<DateInterval> stretch) => here => stretch(here).Select(days =>
    {
        var thursday = nth > 0 ? First(days.Start, IsoDayOfWeek.Thursday).PlusWeeks(nth - 1) : Latest(days.End, IsoDayOfWeek.Thursday).PlusWeeks(nth + 1);
        return Days(Monday(thursday), 6);
    });

    /// <summary>« le premier week-end de décembre ».</summary>
    public static Sense<DateInterval> NthWeekendOf(int nth, Sense<DateInterval> stretch) =>
        here => NthWeekdayOf(nth, IsoDayOfWeek.Saturday, stretch)(here).Select(saturday => Days(saturday, 1));

    /// <summary>« mars », « mars 2027 »: without a year the next that is not over.</summary>
    public static Sense<DateInterval> MonthNamed(int month, int? year = null) => here =>
        Reading<DateInterval>.Sure(Nearest(here, year, said => MonthOf(new LocalDate(said, month, 1))));

    /// <summary>« mars dernier ».</summary>
    public static Sense<DateInterval> MonthPast(int month) => here => Reading<DateInterval>.Sure(MonthOf(
        new LocalDate(month < here.Today.Month ? here.Today.Year : here.Today.Year - 1, month, 1)));

    /// <summary>« mars prochain ».</summary>
    public static Sense<DateInterval> MonthComing(int month) => here => Reading<DateInterval>.Sure(MonthOf(
        new LocalDate(month > here.Today.Month ? here.Today.Year : here.Today.Year + 1, month, 1)));

    /// <summary>« cet été »: the next that is not over.</summary>
    public static Sense<DateInterval> SeasonNamed(Season season, int? year = null) => here => Reading<DateInterval>.Sure(Nearest(here, year, said => season switch
    {
        Season.Spring => new DateInterval(new LocalDate(said, 3, 20), new LocalDate(said, 6, 20)),
        Season.Summer => new DateInterval(new LocalDate(said, 6, 21), new LocalDate(said, 9, 21)),
        Season.Autumn => new DateInterval(new LocalDate(said, 9, 22), new LocalDate(said, 12, 20)),
        _ => new DateInterval(new LocalDate(said, 12, 21), new LocalDate(said + 1, 3, 19)),
    }));

    /// <summary>« début décembre », « fin de semaine »: R7's thirds of a month; of a week Monday and Tuesday, Wednesday, Thursday and Friday.</summary>
    public static Sense<DateInterval> EdgeOf(Edge edge, Sense<DateInterval> stretch) => here => stretch(here).Then(days => days.Length switch
    {
        2 => Reading<DateInterval>.Sure(edge == Edge.Begin ? Days(days.Start, 0) : Days(days.End, 0)),
        7 when edge == Edge.End => Reading<DateInterval>.Of(Days(days.Start.PlusDays(3), 1), Unsure.Otherwise, Days(days.Start.PlusDays(5), 1)),
        7 => Sure(days.Start.PlusDays(edge == Edge.Begin ? 0 : 2), edge == Edge.Begin ? 1 : 0),
        <= 31 => Reading<DateInterval>.Sure(edge switch
        {
            Edge.Begin => Days(days.Start, 9),
            Edge.Mid => Days(days.Start.PlusDays(10), 9),
            _ => new DateInterval(days.Start.PlusDays(20), days.End),
        }),
        _ => Reading<DateInterval>.Sure(Third(edge, days)),
    });

    /// <summary>« fin de mois », « début de semaine »: of this one, or if that is over, of the next.</summary>
    public static Sense<DateInterval> EdgeComing(Edge edge, Sense<DateInterval> stretch) => here => EdgeOf(edge, stretch)(here) is var now && !here.IsBack && now.Value.End < here.Today
        ? EdgeOf(edge, stretch)(here with { Now = stretch(here).Value.End.PlusDays(1).AtMidnight() })
        : now;

    /// <summary>« première quinzaine de mars »: a half of a month.</summary>
    public static Sense<DateInterval> HalfOf(int nth, Sense<DateInterval> month) => here => month(here).Select(days =>
        nth == 1 ? Days(days.Start, 14) : new DateInterval(days.Start.PlusDays(15), days.End));

    /// <summary>« du 28 décembre au 3 janvier », both included: the second as it is meant today, or else the first such day after the first.</summary>
    public static Sense<DateInterval> FromTo(Sense<LocalDate> first, Sense<LocalDate> last) => here => first(here).Then(start =>
    {
        var today = last(here);
        var isAsToday = !here.IsBack && today.IsPossible && today.Value >= start;
        return (isAsToday ? today : last(here with { Now = start.PlusDays(here.IsBack ? 0 : -1).AtMidnight(), Look = Look.Forward })).Then(end =>
            end >= start ? Reading<DateInterval>.Sure(new DateInterval(start, end)) : Reading<DateInterval>.Not(Unsure.Impossible));
    });

    /// <summary>« du 24 au 31 »: days of the next month that has them both.</summary>
    public static Sense<DateInterval> FromToDays(int first, int last) => first >= last ? FromTo(MonthDay(first), MonthDay(last)) : here =>
    {
        var start = MonthDay(first)(here).Value;
        while (Exact(start.Year, start.Month, last) is null)
        {
            start = here.IsBack ? Back(start.PlusDays(-1), first) : Ahead(start.PlusDays(1), first);
        }

        return Reading<DateInterval>.Sure(new DateInterval(start, new LocalDate(start.Year, start.Month, last)));
    };

    /// <summary>« du 23 au 27 décembre », « du mercredi 23 au dimanche 27 décembre »: the month stands once.</summary>
    public static Sense<DateInterval>? FromToOf(int first, int last, int month, int? year = null, IsoDayOfWeek? firstDay = null, IsoDayOfWeek? lastDay = null)
    {
        var ends = lastDay is { } weekday ? OnWeekday(weekday, Date(last, month, year)) : Date(last, month, year);
        return first >= last ? null : here => ends(here).Then(end => Exact(end.Year, month, first) is not { } start ? Reading<DateInterval>.Not(Unsure.Impossible)
            : firstDay is { } day && start.DayOfWeek != day ? Reading<DateInterval>.Not(Unsure.WeekdayMismatch)
            : Reading<DateInterval>.Sure(new DateInterval(start, end)));
    }

    /// <summary>« de septembre à juin »: some whole months.</summary>
    public static Sense<DateInterval> FromStretchTo(Sense<DateInterval> first, Sense<DateInterval> last) => here => first(here).Then(start =>
        last(here with { Now = start.Start.AtMidnight() }).Then(end => end.End >= start.Start
            ? Reading<DateInterval>.Sure(new DateInterval(start.Start, end.End))
            : Reading<DateInterval>.Not(Unsure.Impossible)));

    /// <summary>« 3 jours à partir de lundi », « lundi pendant 3 jours ».</summary>
    public static Sense<DateInterval>? DaysFrom(Span span, Sense<LocalDate> day) => span.HasTime || span.HalfDays > 0 ? null : here =>
        day(here).Select(start => new DateInterval(start, start.Plus(span.Literal ?? span.Period).PlusDays(-1)));

    /// <summary>« depuis lundi »: from the latest such day to today.</summary>
    public static Sense<DateInterval> Since(Sense<LocalDate> day) => here => day(here with { Look = Look.Back }).Then(start =>
        start <= here.Today ? Reading<DateInterval>.Sure(new DateInterval(start, here.Today)) : Reading<DateInterval>.Not(Unsure.Impossible));

    /// <summary>« depuis deux semaines »: so long, to today.</summary>
    public static Sense<DateInterval>? SinceSpan(Span span) => span.HasTime || span.HalfDays > 0 ? null : here =>
        Reading<DateInterval>.Sure(new DateInterval(here.Today.Minus(span.Period), here.Today));

    /// <summary>« les 3 prochains jours », « les deux prochaines semaines »: whole units behind this one.</summary>
    public static Sense<DateInterval>? NextUnits(int count, Unit unit) => Units(1, count, unit);

    /// <summary>« les 7 derniers jours »: whole units before this one.</summary>
    public static Sense<DateInterval>? LastUnits(int count, Unit unit) => Units(-count, count, unit);

    /// <summary>« le reste de la semaine »: from today to its end.</summary>
    public static Sense<DateInterval> RestOf(Sense<DateInterval> stretch) => here => stretch(here).Select(days =>
        days.Contains(here.Today) ? new DateInterval(here.Today, days.End) : days);

    /// <summary>« le mardi 24 » as a stretch of one day, for what is said of stretches.</summary>
    public static Sense<DateInterval> OneDay(Sense<LocalDate> day) => here => day(here).Select(date => Days(date, 0));

    /// <summary>A year as people write it: 27 is 2027.</summary>
    public static int FullYear(int year) => year < 100 ? 2000 + year : year;

    private static Sense<DateInterval>? Units(int from, int count, Unit unit) => count < 1 || unit < Unit.Day ? null : here => Reading<DateInterval>.Sure(unit switch
    {
        Unit.Day => Days(here.Today.PlusDays(from), count - 1),
        Unit.Week => Days(Monday(here.Today).PlusWeeks(from), (7 * count) - 1),
        Unit.Month => MonthsFrom(here.Today.With(DateAdjusters.StartOfMonth).PlusMonths(from), count, isAligned: false),
        _ => new DateInterval(new LocalDate(here.Today.Year + from, 1, 1), new LocalDate(here.Today.Year + from + count - 1, 12, 31)),
    });

    private static DateInterval Third(Edge edge, DateInterval days)
    {
        var months = Period.Between(days.Start, days.End.PlusDays(1), PeriodUnits.Months).Months;
        var third = Math.Max(1, months / 4);
        return edge switch
        {
            Edge.Begin => MonthsFrom(days.Start, third, isAligned: false),
            Edge.End => new DateInterval(days.End.PlusDays(1).PlusMonths(-third), days.End),
            _ => MonthsFrom(days.Start.PlusMonths((months - third) / 2), third, isAligned: false),
        };
    }

    // Of this year, the next or the last, the nearest that is not over, or that has begun.
    private static DateInterval Nearest(Here here, int? year, Func<int, DateInterval> of)
    {
        var days = of(year ?? here.Today.Year);
        return year is not null ? days
            : !here.IsBack ? of(here.Today.Year - 1) is var begun && begun.Contains(here.Today) ? begun : days.End < here.Today ? of(here.Today.Year + 1) : days
            : days.Start > here.Today ? of(here.Today.Year - 1) : days;
    }

    private static DateInterval MonthOf(LocalDate day) => new(day.With(DateAdjusters.StartOfMonth), day.With(DateAdjusters.EndOfMonth));

    private static DateInterval MonthsFrom(LocalDate day, int count, bool isAligned = true)
    {
        var first = new LocalDate(day.Year, isAligned ? day.Month - ((day.Month - 1) % count) : day.Month, 1);
        return new DateInterval(first, first.PlusMonths(count).PlusDays(-1));
    }

    private static DateInterval YearOf(int year) => new(new LocalDate(year, 1, 1), new LocalDate(year, 12, 31));

    private static DateInterval Days(LocalDate first, int more) => new(first, first.PlusDays(more));

    private static Reading<DateInterval> Sure(LocalDate first, int more) => Reading<DateInterval>.Sure(Days(first, more));
}
