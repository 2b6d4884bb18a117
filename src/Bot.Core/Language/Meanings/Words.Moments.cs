using NodaTime;

namespace Bot.Core.Language.Meanings;

/// <summary>Days and times put together, and what is said about them.</summary>
internal static partial class Words
{
    /// <summary>A day.</summary>
    public static Moment On(Sense<LocalDate> day) => new() { Day = day };

    /// <summary>A feast: its name may as well belong to the title.</summary>
    public static Moment OnFeast(Sense<LocalDate> day) => new() { Day = day, IsWeak = true, IsFeast = true };

    /// <summary>A time of a day, or the next such time.</summary>
    public static Moment At(Clock clock, Sense<LocalDate>? day = null, Part? part = null) => new() { Day = day, Clock = clock, Part = part };

    /// <summary>A time that follows a number of hours alone: 1 to 6 h are a duration.</summary>
    public static Moment? AtBare(Clock clock) => clock.IsSmall ? null : At(clock);

    /// <summary>Hours of a day, or the next such hours.</summary>
    public static Moment Between(Hours hours, Sense<LocalDate>? day = null, Part? part = null) => new() { Day = day, Hours = hours, Part = part };

    /// <summary>A part of a day, or the next one.</summary>
    public static Moment During(Part part, Sense<LocalDate>? day = null) => new() { Day = day, Part = part };

    /// <summary>A time within a part of the day that was named with its day: « demain soir 8 h ».</summary>
    public static Moment? WithTime(Moment moment, Clock clock) => moment.Clock is null && moment.Hours is null ? moment with { Clock = clock } : null;

    /// <summary>Hours within a part of the day.</summary>
    public static Moment? WithHours(Moment moment, Hours hours) => moment.Clock is null && moment.Hours is null ? moment with { Hours = hours } : null;

    /// <summary>« mardi 18 h jusqu'à 20 h ».</summary>
    public static Moment? UpTo(Moment moment, Clock end) => moment.Clock is { } start ? moment with { Clock = null, Hours = new Hours(start, end) } : null;

    /// <summary>« lundi 9 h pendant 2 h », « lundi pendant trois jours ».</summary>
    public static Moment? For(Moment moment, Span span) => span.HalfDays == 0 && (moment.Clock is not null ? span.HasTime : moment.IsDayOnly && !span.HasTime)
        ? moment with { Lasting = span with { Period = span.Literal ?? span.Period } }
        : null;

    /// <summary>« maintenant ».</summary>
    public static Meant Now() => new Told(here => Reading<When>.Sure(new When.At(here.Now)));

    /// <summary>« dans 10 min »; days are told by <see cref="DayIn"/>.</summary>
    public static Meant? In(Span span) => span.HasTime ? new Told(here => Reading<When>.Sure(new When.At(here.In(span.Period)))) : null;

    /// <summary>« il y a une heure ».</summary>
    public static Meant? Ago(Span span) => span.HasTime ? new Told(here => Reading<When>.Sure(new When.At(here.In(Period.Zero - span.Period)))) : null;

    /// <summary>A stretch of days.</summary>
    public static Meant Throughout(Sense<DateInterval> stretch) => new Told(here => Forward(stretch(here).Select<When>(days => days.Length == 1 ? new When.OnDay(days.Start) : new When.Days(days.Start, days.End)), here));

    /// <summary>« du mardi 18 h au jeudi 12 h ».</summary>
    public static Meant? FromMoment(Moment first, Moment last) => first.IsTimeless || last.IsTimeless || (first.Day is null && last.Day is not null) ? null : new Told(here => first.Read(here).Then(start =>
        Limits(start) is var (from, _)
            ? last.Read(here with { Now = last.Day is null ? from : from.Date.PlusDays(-1).AtMidnight(), Look = Look.Forward }).Then(end =>
                Limits(end) is var (_, to) && to > from ? Reading<When>.Sure(new When.Hours(from, to)) : Reading<When>.Not(Unsure.Impossible))
            : Reading<When>.Not(Unsure.Impossible)));

    /// <summary>« avant mardi »: Tuesday excluded (R8).</summary>
    public static Meant ByBefore(Moment moment) => new Told(here => moment.Read(here).Select(Before));

    /// <summary>« avant la semaine prochaine ».</summary>
    public static Meant ByBeforeStretch(Sense<DateInterval> stretch) => new Told(here => stretch(here).Then(days => here.Today < days.Start
        ? Reading<DateInterval>.Sure(days)
        : stretch(here with { Now = days.End.PlusDays(1).AtMidnight() })).Select<When>(days => new When.By(days.Start.PlusDays(-1))));

    /// <summary>« d'ici vendredi », « pour lundi »: that day included (R8).</summary>
    public static Meant ByThen(Moment moment) => new Told(here => moment.Read(here).Select(Through));

    /// <summary>« d'ici la fin du mois », « avant la fin du mois »: to the last day of a stretch.</summary>
    public static Meant ByEndOf(Sense<DateInterval> stretch) => new Told(here => stretch(here).Select<When>(days => new When.By(days.End)));

    /// <summary>« d'ici dix jours », « sous huitaine ».</summary>
    public static Meant ByIn(Span span) => new Told(here => span.HasTime
        ? Reading<When>.Sure(Through(new When.At(here.In(span.Period))))
        : Reading<When>.Sure(new When.By(here.Today.Plus(span.Period))));

    /// <summary>« à partir de mardi », « dès 18 h »: when it begins.</summary>
    public static Meant Starting(Moment moment) => moment;

    /// <summary>« à partir de janvier »: its first day.</summary>
    public static Meant StartingStretch(Sense<DateInterval> stretch) => On(here => stretch(here).Select(days => days.Start));

    /// <summary>« après les vacances »: the day after a stretch.</summary>
    public static Meant AfterStretch(Sense<DateInterval> stretch) => On(here => stretch(here).Select(days => days.End.PlusDays(1)));

    /// <summary>« après mardi »: from the day after on.</summary>
    public static Meant From(Moment moment) => new Told(here => moment.Read(here).Select(when => when switch
    {
        When.OnDay on => new When.OnDay(on.Day.PlusDays(1)),
        When.Hours hours => new When.At(hours.End),
        _ => when,
    }));

    /// <summary>« depuis 14 h »: until now.</summary>
    public static Meant? SinceTime(Moment moment) => moment.IsDayOnly ? null : new Told(here => moment.Read(here with { Look = Look.Back }).Select(when => when switch
    {
        When.At at => new When.Hours(at.Moment, here.Now),
        When.Hours hours => new When.Hours(hours.Start, here.Now),
        _ => when,
    }));

    /// <summary>« mardi et jeudi 18 h »: two dates and no series, which is offered (R9).</summary>
    public static Meant Each(IReadOnlyList<Sense<LocalDate>> days, Clock? clock = null, Hours? hours = null, Part? part = null) => Each([.. days.Select(day => new Moment { Day = day, Clock = clock, Hours = hours, Part = part })]);

    /// <summary>« lundi 9 h et mardi 14 h ».</summary>
    public static Meant? EachMoment(IReadOnlyList<Moment> moments)
    {
        if (moments.Count < 2 || moments[0].Day is null)
        {
            return null;
        }

        // « le 3 et le 10 à 18 h » says the hour once, « mardi 18 h ou 20 h » the day.
        var last = moments[^1];
        var all = new List<Moment>();
        foreach (var moment in moments)
        {
            all.Add(moment.Day is null ? moment with { Day = all[^1].Day }
                : moment.IsDayOnly && !last.IsDayOnly ? moment with { Clock = last.Clock, Hours = last.Hours, Part = last.Part }
                : moment);
        }

        return Each(all);
    }

    /// <summary>Several weekdays, which may as well be meant each week.</summary>
    public static Meant? EachWeekday(IReadOnlyList<IsoDayOfWeek> days, Clock? clock = null, Hours? hours = null, Part? part = null) => days.Count < 2 ? null : new Told(here =>
    {
        var read = Each([.. days.Select(Weekday)], clock, hours, part).Read(here);
        var weekly = new Series(new Cycle { Frequency = Frequency.Weekly, Days = [.. days.Select(day => new NthDay(day))], Clock = clock, Hours = hours, Part = part }).Read(here);
        return read.IsPossible && weekly.IsPossible && !here.IsBack
            ? Reading<When>.Of(read.Value, read.Unsure == Unsure.No ? Unsure.Otherwise : read.Unsure, [.. read.Others, weekly.Value])
            : read;
    });

    /// <summary>« les 3 et 10 décembre »: several days of one month.</summary>
    public static Meant? EachDayOf(IReadOnlyList<int> days, int month, int? year = null, Clock? clock = null, Hours? hours = null) => days.Count < 2 ? null
        : Each([.. days.Select(day => new Moment { Day = Date(day, month, year), Clock = clock, Hours = hours })]);

    /// <summary>« le 3 et le 10 ».</summary>
    public static Meant? EachMonthDay(IReadOnlyList<int> days, Clock? clock = null) => days.Count < 2 ? null
        : Each([.. days.Select(day => new Moment { Day = MonthDay(day), Clock = clock })]);

    /// <summary>« la réunion de mardi »: which thing, more likely than when.</summary>
    public static Meant? Which(Meant meant) => meant with { IsWeak = true };

    /// <summary>« 1 h 30 »: how long.</summary>
    public static Meant Lasting(Span span) => new Told(_ => span.HalfDays == 0
        ? Reading<When>.Sure(new When.Lasting(span.Literal ?? span.Period))
        : Reading<When>.Of(new When.Lasting(span.Period + HalfDay(span.HalfDays, 7)), Unsure.Otherwise, new When.Lasting(span.Period + HalfDay(span.HalfDays, 8))));

    /// <summary>How long, from when to when: no length of its own.</summary>
    public static Meant NoTime() => new NotATime();

    /// <summary>« tout à l'heure »: when, but not when.</summary>
    public static Meant Vague() => new Told(_ => Reading<When>.Not(Unsure.Vague));

    /// <summary>« 25 h 00 »: no such date or time.</summary>
    public static Meant Impossible() => new Told(_ => Reading<When>.Not(Unsure.Impossible));

    /// <summary>The last moment that is still early enough, of something that must be over before.</summary>
    internal static When Before(When when) => when switch
    {
        When.OnDay on => new When.By(on.Day.PlusDays(-1)),
        When.At at => new When.By(at.Moment.Date, at.Moment.TimeOfDay),
        When.Hours hours => new When.By(hours.Start.Date, hours.Start.TimeOfDay),
        When.Days days => new When.By(days.First.PlusDays(-1)),
        _ => when,
    };

    /// <summary>The last moment that is still early enough, of something whose time is included.</summary>
    internal static When Through(When when) => when switch
    {
        When.OnDay on => new When.By(on.Day),
        When.At at => new When.By(at.Moment.Date, at.Moment.TimeOfDay),
        When.Hours hours => new When.By(hours.End.Date, hours.End.TimeOfDay),
        When.Days days => new When.By(days.Last),
        _ => when,
    };

    // Days that are over, or to come when one looks back, are read all the same; but each is read for itself.
    private static Meant Each(IReadOnlyList<Moment> moments) => new Told(here =>
    {
        var all = moments.Select(moment => moment.Read(here)).ToList();
        var worst = all.MaxBy(reading => reading.Unsure)!;
        return worst.IsPossible ? Reading<When>.Of(new When.Several([.. all.Select(reading => reading.Value)]), worst.Unsure) : worst;
    });

    private static (LocalDateTime Start, LocalDateTime End)? Limits(When when) => when switch
    {
        When.At at => (at.Moment, at.Moment),
        When.Hours hours => (hours.Start, hours.End),
        _ => null,
    };

    private static Reading<When> Forward(Reading<When> reading, Here here) =>
        here.IsBack && reading.IsPossible && reading.Value.FirstDay > here.Today ? Reading<When>.Not(Unsure.Future, reading.Value) : reading;

    private static Period HalfDay(int count, int hours) => new PeriodBuilder { Minutes = 30 * hours * count }.Build().Normalize();
}
