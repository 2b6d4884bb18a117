using NodaTime;

namespace Bot.Core.Language.Meanings;

/// <summary>What comes again and again.</summary>
internal static partial class Words
{
    private static readonly IsoDayOfWeek[] WholeWeek = [.. Enum.GetValues<IsoDayOfWeek>().Where(day => day != IsoDayOfWeek.None)];

    /// <summary>« tous les deux jours »: each so-manieth unit.</summary>
    public static Cycle? Every(int count, Unit unit) => count is < 1 or > 999 ? null : unit switch
    {
        Unit.Day => new Cycle { Frequency = Frequency.Daily, Interval = count },
        Unit.Week => new Cycle { Frequency = Frequency.Weekly, Interval = count },
        Unit.Month => new Cycle { Frequency = Frequency.Monthly, Interval = count },
        Unit.Quarter => new Cycle { Frequency = Frequency.Monthly, Interval = 3 * count },
        Unit.HalfYear => new Cycle { Frequency = Frequency.Monthly, Interval = 6 * count },
        Unit.Year => new Cycle { Frequency = Frequency.Yearly, Interval = count },
        _ => null,
    };

    /// <summary>« un jour sur deux »: which of them begins must be asked.</summary>
    public static Cycle? Alternating(Cycle cycle) => cycle with { IsAlternate = true };

    /// <summary>« le lundi »: more likely each Monday than one (R9); two of them, « 1er et 3e mardi du mois », are a habit beyond doubt.</summary>
    public static Cycle? Habit(Cycle cycle) => cycle with { IsHabit = cycle.Days.Count(day => day.Nth != 0) + cycle.MonthDays.Count + cycle.Positions.Count < 2 };

    /// <summary>« tous les mardis et jeudis »; each so-manieth week.</summary>
    public static Cycle EveryWeekday(IReadOnlyList<IsoDayOfWeek> days, int interval = 1) =>
        new() { Frequency = Frequency.Weekly, Interval = interval, Days = Each(days) };

    /// <summary>« le lundi et le jeudi ».</summary>
    public static Cycle EveryTwoDays(IsoDayOfWeek first, IsoDayOfWeek second) => EveryWeekday([first, second]);

    /// <summary>« du lundi au vendredi ».</summary>
    public static Cycle? WeekdaysFromTo(IsoDayOfWeek first, IsoDayOfWeek last) => first == last ? null
        : EveryWeekday([.. WholeWeek.Where(day => first < last ? day >= first && day <= last : day >= first || day <= last)]);

    /// <summary>« tous les jours sauf le dimanche ».</summary>
    public static Cycle Workdays() => EveryWeekday(WholeWeek[..5]);

    /// <summary>« tous les week-ends ».</summary>
    public static Cycle Weekends(int interval = 1) => EveryWeekday(WholeWeek[5..], interval);

    /// <summary>« du 7 au 11 décembre de 9 h à 17 h »: each of these days.</summary>
    public static Meant DailyBetween(Sense<DateInterval> stretch, Hours hours) => Daily(stretch, AtHours(hours));

    /// <summary>« du 7 au 11 décembre à 9 h ».</summary>
    public static Meant DailyAt(Sense<DateInterval> stretch, Clock clock) => Daily(stretch, AtTime(clock));

    /// <summary>« les 4 prochains samedis ».</summary>
    public static Cycle? NextTimes(int count, IsoDayOfWeek day) => count < 1 ? null : EveryWeekday([day]) with { Count = count };

    /// <summary>« le premier et le troisième mardi du mois »; -1 is the last.</summary>
    public static Cycle MonthlyNth(IReadOnlyList<int> nths, IReadOnlyList<IsoDayOfWeek> days) =>
        new() { Frequency = Frequency.Monthly, Days = [.. nths.SelectMany(_ => days, (nth, day) => new NthDay(day, nth))] };

    /// <summary>« le 5 de chaque mois »; -1 is the last day.</summary>
    public static Cycle Monthly(IReadOnlyList<int> days) => new() { Frequency = Frequency.Monthly, MonthDays = days };

    /// <summary>« le dernier jour de chaque mois ».</summary>
    public static Cycle MonthlyOn(int day) => Monthly([day]);

    /// <summary>« le 1er et le 15 de chaque mois ».</summary>
    public static Cycle MonthlyTwo(int first, int second) => Monthly([first, second]);

    /// <summary>« le dernier jour ouvré de chaque mois ».</summary>
    public static Cycle MonthlyWorkday(IReadOnlyList<int> nths) => Workdays() with { Frequency = Frequency.Monthly, Positions = nths };

    /// <summary>« tous les matins »: each day.</summary>
    public static Cycle EachPart(DayPart part) => new() { Frequency = Frequency.Daily, Part = Part.Of(part) };

    /// <summary>« tous les lundis matin ».</summary>
    public static Cycle EveryWeekdayPart(IReadOnlyList<IsoDayOfWeek> days, DayPart part, int interval = 1) => EveryWeekday(days, interval) with { Part = Part.Of(part) };

    /// <summary>« tous les midis ».</summary>
    public static Cycle AtNoon() => new() { Frequency = Frequency.Daily, Clock = Noon() };

    /// <summary>« chaque Noël »: a feast that is on the same date each year.</summary>
    public static Cycle? YearlyFeast(Feast feast) => OnFeastDay(feast)(new Cycle { Frequency = Frequency.Yearly });

    /// <summary>« tous les 25 décembre ».</summary>
    public static Cycle? Yearly(int day, int month) => Exact(2028, month, day) is null ? null
        : new Cycle { Frequency = Frequency.Yearly, Months = [month], MonthDays = [day] };

    /// <summary>« chaque premier lundi de mars ».</summary>
    public static Cycle YearlyNth(int nth, IsoDayOfWeek day, int month) => new() { Frequency = Frequency.Yearly, Months = [month], Days = [new NthDay(day, nth)] };

    /// <summary>« les semaines paires » (0) or « impaires » (1), as ISO 8601 counts weeks: 53 and 1 follow each other (R10).</summary>
    public static Cycle Weeks(int parity) => new() { Frequency = Frequency.Yearly, Parity = parity };

    /// <summary>« deux fois par mois ».</summary>
    public static Cycle? Times(int count, Unit unit) => Every(1, unit) is { } cycle && count > 0 ? cycle with { Times = count } : null;

    /// <summary>« un samedi par mois ».</summary>
    public static Cycle? TimesOn(int count, IsoDayOfWeek day, Unit unit) => Times(count, unit) is { } cycle ? OnDays([day])(cycle) : null;

    /// <summary>Bound to weekdays.</summary>
    public static More OnDays(IReadOnlyList<IsoDayOfWeek> days) => cycle => cycle.SaysDay || cycle.Frequency == Frequency.Daily || (cycle is { Frequency: Frequency.Yearly, Parity: null }) ? null : cycle with { Days = Each(days) };

    /// <summary>Bound to two weekdays, each with an article.</summary>
    public static More OnTwoDays(IsoDayOfWeek first, IsoDayOfWeek second) => OnDays([first, second]);

    /// <summary>Bound to all days from one to another.</summary>
    public static More? OnDaysFromTo(IsoDayOfWeek first, IsoDayOfWeek last) => WeekdaysFromTo(first, last) is { } span ? cycle => cycle.SaysDay ? null : cycle.Frequency == Frequency.Daily
        ? cycle.Interval == 1 ? cycle with { Frequency = Frequency.Weekly, Days = span.Days } : null
        : cycle with { Days = span.Days } : null;

    /// <summary>Bound to days of the month.</summary>
    public static More OnMonthDays(IReadOnlyList<int> days) => cycle => cycle.SaysDay || cycle.Frequency != Frequency.Monthly ? null : cycle with { MonthDays = days };

    /// <summary>Bound to the last day of the month.</summary>
    public static More OnMonthDay(int day) => OnMonthDays([day]);

    /// <summary>Bound to a weekday of the month.</summary>
    public static More OnNth(IReadOnlyList<int> nths, IReadOnlyList<IsoDayOfWeek> days) => cycle => cycle.SaysDay || cycle.Frequency != Frequency.Monthly ? null
        : cycle with { Days = MonthlyNth(nths, days).Days };

    /// <summary>Bound to a day of the month that is no weekend.</summary>
    public static More OnWorkday(IReadOnlyList<int> nths) => cycle => cycle.SaysDay || cycle.Frequency != Frequency.Monthly ? null
        : cycle with { Days = Workdays().Days, Positions = nths };

    /// <summary>Bound to a day of the year.</summary>
    public static More OnDate(int day, int month) => cycle => cycle.SaysDay || cycle.Frequency != Frequency.Yearly || cycle.Parity is not null || Exact(2028, month, day) is null
        ? null
        : cycle with { Months = [month], MonthDays = [day] };

    /// <summary>Bound to a feast that is on the same date each year.</summary>
    public static More OnFeastDay(Feast feast) => cycle =>
    {
        var (one, other) = (Holidays.Of(feast, 2027), Holidays.Of(feast, 2028));
        return one.Month == other.Month && one.Day == other.Day ? OnDate(one.Day, one.Month)(cycle) : null;
    };

    /// <summary>Bound to months.</summary>
    public static More InMonths(IReadOnlyList<int> months) => cycle => cycle.Months.Count > 0 ? null : cycle with { Months = [.. months.Distinct().Order()] };

    /// <summary>« de septembre à juin ».</summary>
    public static More MonthsFromTo(int first, int last) => InMonths([.. Enumerable.Range(0, ((last - first + 12) % 12) + 1).Select(more => ((first - 1 + more) % 12) + 1)]);

    /// <summary>At a time.</summary>
    public static More AtTime(Clock clock) => cycle => cycle.Clock is not null || cycle.Hours is not null ? null : cycle with { Clock = clock };

    /// <summary>From some time to another.</summary>
    public static More AtHours(Hours hours) => cycle => cycle.Clock is not null || cycle.Hours is not null ? null : cycle with { Hours = hours };

    /// <summary>In a part of the day.</summary>
    public static More InPart(Part part) => cycle => cycle.Part is not null ? null : cycle with { Part = part };

    /// <summary>So long each time.</summary>
    public static More EachLasting(Span span) => cycle => cycle.Lasting is not null || !span.HasTime ? null : cycle with { Lasting = span };

    /// <summary>« à partir du 1er décembre ».</summary>
    public static More StartingOn(Sense<LocalDate> day) => cycle => cycle.From is not null ? null : cycle with { From = day };

    /// <summary>« à partir de janvier ».</summary>
    public static More StartingWith(Sense<DateInterval> stretch) => StartingOn(here => stretch(here).Select(days => days.Start));

    /// <summary>« jusqu'au 15 janvier », included.</summary>
    public static More Ending(Sense<LocalDate> day) => cycle => cycle.Until is not null ? null : cycle with { Until = day };

    /// <summary>« jusqu'à fin juin ».</summary>
    public static More EndingWith(Sense<DateInterval> stretch) => Ending(here => stretch(here).Select(days => days.End));

    /// <summary>« avant le 15 janvier ».</summary>
    public static More EndingBefore(Sense<LocalDate> day) => Ending(Shifted(-1, day));

    /// <summary>« du 1er décembre au 31 janvier ».</summary>
    public static More Within(Sense<DateInterval> stretch) => cycle => cycle.From is not null || cycle.Until is not null ? null : cycle with
    {
        From = here => stretch(here).Select(days => days.Start),
        Until = here => stretch(here).Select(days => days.End),
    };

    /// <summary>« 10 fois ».</summary>
    public static More Counting(int count) => cycle => cycle.Count is not null || count < 1 ? null : cycle with { Count = count };

    /// <summary>« pendant 6 semaines ».</summary>
    public static More GoingOn(Span span) => cycle => cycle.GoesOn is not null ? null
        : !span.HasTime && span.HalfDays == 0 ? cycle with { GoesOn = span }
        : cycle.Lasting is null && span.HasTime ? cycle with { Lasting = span } : null;

    /// <summary>« sauf le 24 décembre ».</summary>
    public static More Excepting(IReadOnlyList<Sense<LocalDate>> days) => cycle => cycle with { Except = [.. cycle.Except, .. days.Select(OneDay)] };

    /// <summary>« sauf les 24 et 31 décembre ».</summary>
    public static More ExceptingDaysOf(IReadOnlyList<int> days, int month) => Excepting([.. days.Select(day => Date(day, month))]);

    /// <summary>« sauf du 20 décembre au 3 janvier ».</summary>
    public static More ExceptingStretch(Sense<DateInterval> stretch) => cycle => cycle with { Except = [.. cycle.Except, stretch] };

    /// <summary>« sauf le dimanche ».</summary>
    public static More ExceptingWeekdays(IReadOnlyList<IsoDayOfWeek> days) => cycle => cycle switch
    {
        { Frequency: Frequency.Daily, Interval: 1, Days.Count: 0 } => cycle with { Frequency = Frequency.Weekly, Days = Each([.. WholeWeek.Except(days)]) },
        { Days.Count: > 0 } when cycle.Days.Any(day => !days.Contains(day.Day)) => cycle with { Days = [.. cycle.Days.Where(day => !days.Contains(day.Day))] },
        _ => null,
    };

    /// <summary>« sauf le week-end ».</summary>
    public static More ExceptingWeekend() => ExceptingWeekdays(WholeWeek[5..]);

    /// <summary>« inclus »: nothing that was not said already.</summary>
    public static More NothingMore() => cycle => cycle;

    /// <summary>« sauf en août ».</summary>
    public static More ExceptingMonths(IReadOnlyList<int> months) => InMonths([.. Enumerable.Range(1, 12).Except(months)]);

    /// <summary>« sauf pendant les vacances »: nobody here knows when those are.</summary>
    public static More ExceptingUnknown() => cycle => cycle with { IsVague = true };

    /// <summary>« et aussi le 5 décembre ».</summary>
    public static More AlsoOn(IReadOnlyList<Sense<LocalDate>> days) => cycle => cycle with { Also = [.. cycle.Also, .. days] };

    /// <summary>A cycle and all that is said about it, before and behind it.</summary>
    public static Meant? Series(Cycle cycle, IReadOnlyList<More>? after = null, IReadOnlyList<More>? before = null)
    {
        Cycle? said = cycle;
        foreach (var more in (before ?? []).Concat(after ?? []))
        {
            said = said is null ? null : more(said);
        }

        return said is null ? null : new Series(said);
    }

    private static Series Daily(Sense<DateInterval> stretch, More time) => new(time(Within(stretch)(new Cycle { Frequency = Frequency.Daily })!)!);

    private static NthDay[] Each(IReadOnlyList<IsoDayOfWeek> days) => [.. days.Distinct().Order().Select(day => new NthDay(day))];
}
