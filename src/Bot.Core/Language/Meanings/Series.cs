using NodaTime;

namespace Bot.Core.Language.Meanings;

/// <summary>Something that comes again and again.</summary>
/// <param name="Cycle">What was said about it.</param>
internal sealed record Series(Cycle Cycle) : Meant
{
    // The longest stretch left out of a series: a school year.
    private const int MostLeftOut = 400;

    /// <inheritdoc/>
    public override Reading<When> Read(Here here)
    {
        if (Settled() is not { } cycle)
        {
            return Reading<When>.Not(Unsure.Vague);
        }

        if (cycle.Months.Count == 12)
        {
            cycle = cycle with { Months = [] };
        }

        var read = Times(cycle).Then(times => First(cycle, times.From, here).Then(start => Bounded(cycle, start, times, here)));
        if (!read.IsPossible || Cycle.IsVague)
        {
            return Reading<When>.Not(read.IsPossible ? Unsure.Vague : read.Unsure, [.. read.IsPossible ? [new When.Repeats(read.Value)] : Array.Empty<When>()]);
        }

        return Doubted(cycle, read, here);
    }

    // « un mardi par mois », « tous les mois le mardi ».
    private bool IsSomeWeekday => Cycle is { Frequency: Frequency.Monthly, Times: 1, MonthDays.Count: 0, Positions.Count: 0, Days.Count: > 0 } && Cycle.Days.All(day => day.Nth == 0);

    // « 2 fois par mois le mardi » is the first and the third, once the first; without a day nobody knows which.
    private Cycle? Settled() => Cycle switch
    {
        { Parity: not null, SaysDay: false } => null,
        _ when IsSomeWeekday => OnNth(1, Cycle),
        { Times: 1 } => Cycle,
        { Frequency: Frequency.Monthly, Times: 2, Days: [{ Nth: 0 } day] } => Cycle with { Days = [day with { Nth = 1 }, day with { Nth = 3 }] },
        { SaysDay: true } when Cycle.Days.Count + Cycle.MonthDays.Count == Cycle.Times => Cycle,
        _ => null,
    };

    private static Cycle OnNth(int nth, Cycle cycle) => cycle with { Days = [.. cycle.Days.Select(day => day with { Nth = nth })] };

    private static Reading<(LocalTime? From, Period? Length)> Times(Cycle cycle)
    {
        if (cycle.Hours is { } hours)
        {
            var said = cycle.Part is { } within ? hours with { From = within.Settle(hours.From), To = within.Settle(hours.To) } : hours;
            return said.Readings.Select(pair => ((LocalTime?)At(pair.From), (Period?)Length(pair.To - pair.From)));
        }

        var lasting = cycle.Lasting?.Period ?? (cycle is { GoesOn: { HasTime: true } span } ? span.Period : null);
        if (cycle.Clock is { } clock)
        {
            return (cycle.Part?.Settle(clock) ?? clock).Readings.Select(minutes => ((LocalTime?)At(minutes), lasting));
        }

        return cycle.Part is { } part
            ? Reading<(LocalTime?, Period?)>.Sure((At(part.Start), Length(part.End - part.Start)))
            : Reading<(LocalTime?, Period?)>.Sure((null, lasting));
    }

    private static LocalTime At(int minutes) => LocalTime.Midnight.PlusMinutes(minutes);

    private static Period Length(int minutes) => new PeriodBuilder { Hours = minutes / 60, Minutes = minutes % 60 }.Build();

    private static RecurrenceRule Rule(Cycle cycle) => new(cycle.Frequency)
    {
        Interval = cycle.Interval,
        Days = cycle.Days,
        MonthDays = cycle.MonthDays,
        Positions = cycle.Positions,
        Months = cycle.Months,
        Weeks = cycle.Parity is { } parity ? [.. Enumerable.Range(1, 53).Where(week => week % 2 == parity)] : [],
    };

    // The first day it comes: from the day that was said on, else after today, as for a bare weekday (R2). What comes on several days
    // of the week may come today still, if its time is not over.
    private static Reading<LocalDate> First(Cycle cycle, LocalTime? time, Here here)
    {
        if (cycle.From is { } from)
        {
            return from(here).Then(first => Next(cycle, first));
        }

        if (!cycle.SaysDay && cycle.Parity is null && cycle.Months.Count == 0 && cycle.Frequency != Frequency.Daily)
        {
            return Reading<LocalDate>.Of(Turn(cycle with { Interval = 1 }, here.Today), Unsure.Otherwise, here.Today);
        }

        var mayBeToday = time > here.Now.TimeOfDay && (cycle.Frequency == Frequency.Daily || cycle.Days.Count > 1) && cycle.Days.All(day => day.Nth == 0);
        return Next(cycle, mayBeToday ? here.Today : here.Today.PlusDays(1));
    }

    // Within eight years there is a 29 February; a rule without any day until then has none.
    private static Reading<LocalDate> Next(Cycle cycle, LocalDate from)
    {
        var rule = Rule(cycle with { Interval = 1 });
        for (var day = from; day < from.PlusYears(9); day = day.PlusDays(1))
        {
            if (rule.Has(day, day))
            {
                return Reading<LocalDate>.Sure(day);
            }
        }

        return Reading<LocalDate>.Not(Unsure.Impossible);
    }

    private static LocalDate Turn(Cycle cycle, LocalDate day) => cycle.Frequency switch
    {
        Frequency.Daily => day.PlusDays(cycle.Interval),
        Frequency.Weekly => day.PlusWeeks(cycle.Interval),
        Frequency.Monthly => day.PlusMonths(cycle.Interval),
        _ => day.PlusYears(cycle.Interval),
    };

    private static Reading<Recurrence> Bounded(Cycle cycle, LocalDate start, (LocalTime? From, Period? Length) times, Here here)
    {
        var rule = Rule(cycle) with { Count = cycle.Count };
        if (cycle.GoesOn is { HasTime: false } goesOn)
        {
            rule = cycle is { Frequency: Frequency.Weekly, Days.Count: 1, Interval: 1 } && goesOn.Period is { Weeks: > 0, Months: 0, Years: 0, Days: 0 }
                ? rule with { Count = goesOn.Period.Weeks }
                : rule with { Until = start.Plus(goesOn.Literal ?? goesOn.Period).PlusDays(-1) };
        }

        var until = cycle.Until is null ? null : cycle.Until(here with { Look = Look.Forward, Now = start.PlusDays(-1).At(LocalTime.Midnight) });
        if (until is { IsPossible: false } || until?.Value < start)
        {
            return Reading<Recurrence>.Not(until.IsPossible ? Unsure.Impossible : until.Unsure);
        }

        var series = new Recurrence(start, times.From, until is null ? rule : rule with { Until = until.Value, Count = null }) { Length = times.Length };
        var except = cycle.Except.Select(stretch => stretch(here with { Look = Look.Forward })).ToList();
        var also = cycle.Also.Select(day => day(here with { Look = Look.Forward })).ToList();
        if (except.Find(each => !each.IsPossible) is { } wrong)
        {
            return Reading<Recurrence>.Not(wrong.Unsure);
        }

        if (also.Find(each => !each.IsPossible) is { } missing)
        {
            return Reading<Recurrence>.Not(missing.Unsure);
        }

        return Reading<Recurrence>.Sure(series with
        {
            Except = [.. except.SelectMany(stretch => LeftOut(series, stretch.Value)).Distinct().Order()],
            Also = [.. also.Select(day => day.Value).Distinct().Order()],
        });
    }

    // One day that is left out stands as it was said; of a stretch only the days on which it would have come.
    private static IEnumerable<LocalDate> LeftOut(Recurrence series, DateInterval stretch) => stretch.Length == 1
        ? [stretch.Start]
        : series.Days(stretch.Start, stretch.Length <= MostLeftOut ? stretch.End : stretch.Start.PlusDays(MostLeftOut));

    private Reading<When> Doubted(Cycle cycle, Reading<Recurrence> read, Here here)
    {
        var series = read.Value;
        var others = read.Others.Select(other => (When)new When.Repeats(other)).ToList();
        var unsure = read.Unsure;
        void Or(Unsure why, When other)
        {
            unsure = why > unsure ? why : unsure;
            others.Add(other);
        }

        if (cycle is { IsAlternate: true, From: null })
        {
            // Several days of a week begin again with the next week, not a week after the first of them.
            var later = cycle is { Frequency: Frequency.Weekly, Days.Count: > 1 } ? Next(cycle, series.Start.Next(IsoDayOfWeek.Monday)).Value : Turn(cycle with { Interval = 1 }, series.Start);
            Or(Unsure.SeriesStart, new When.Repeats(series with { Start = later }));
        }

        if (cycle.IsHabit)
        {
            Or(Unsure.Otherwise, new Moment { Day = _ => Reading<LocalDate>.Sure(series.Start), Clock = cycle.Clock, Hours = cycle.Hours, Part = cycle.Part }.Read(here with { Look = Look.Forward }).Value);
        }

        if (IsSomeWeekday)
        {
            var last = OnNth(-1, cycle);
            Or(Unsure.Otherwise, new When.Repeats(series with { Start = First(last, series.Time, here).Value, Rule = series.Rule with { Days = last.Days } }));
        }

        if (cycle is { Frequency: Frequency.Monthly, Times: 2, Days.Count: > 0 })
        {
            var fortnightly = new Cycle { Frequency = Frequency.Weekly, Interval = 2, Days = [new NthDay(cycle.Days[0].Day)] };
            Or(Unsure.Otherwise, new When.Repeats(series with { Start = here.Today.Next(cycle.Days[0].Day), Rule = Rule(fortnightly) }));
        }

        // « le 31 de chaque mois » leaves out every other month; the last day does not.
        if (series.Rule is { Frequency: Frequency.Monthly, MonthDays: [31] })
        {
            var lastDay = cycle with { MonthDays = [-1] };
            var first = First(lastDay, series.Time, here).Value;
            Or(Unsure.Otherwise, new When.Repeats(series));
            return Reading<When>.Of(new When.Repeats(series with { Start = first, Rule = series.Rule with { MonthDays = [-1] } }), unsure, others);
        }

        return Reading<When>.Of(new When.Repeats(series), unsure, others);
    }
}
