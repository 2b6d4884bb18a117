using Bot.Core.Language;
using NodaTime;

namespace Bot.Core.Tests.Language;

/// <summary>Times and series by chance, the same for the same seed.</summary>
internal sealed class Generated(Random random, LocalDateTime now)
{
    private static readonly IsoDayOfWeek[] Week = [.. Enumerable.Range(1, 7).Select(day => (IsoDayOfWeek)day)];

    /// <summary>Something to come, that can be said in a line.</summary>
    public When When() => random.Next(6) switch
    {
        0 => new When.OnDay(Day()),
        1 => new When.At(Day().At(Time())),
        2 => Day() is var first ? new When.Days(first, first.PlusDays(random.Next(1, 60))) : throw new InvalidOperationException(),
        3 => Day().At(Time()) is var start ? new When.Hours(start, start.PlusMinutes(5 * random.Next(1, 600))) : throw new InvalidOperationException(),
        4 => new When.By(Day(), random.Next(2) == 0 ? null : Time()),
        _ => new When.Several([new When.OnDay(Day()), new When.OnDay(Day()), .. random.Next(2) == 0 ? new When[] { new When.OnDay(Day()) } : []]),
    };

    /// <summary>A series of any rule that RFC 5545 allows and this bot knows.</summary>
    public Recurrence AnySeries()
    {
        var frequency = (Frequency)random.Next(4);
        var rule = new RecurrenceRule(frequency)
        {
            Interval = random.Next(1, 5),
            Months = Some(1, 12, 3),
            MonthDays = frequency == Frequency.Weekly ? [] : [.. Some(1, 31, 3).Select(day => random.Next(3) == 0 ? -day : day)],
            Weeks = frequency == Frequency.Yearly && random.Next(3) == 0 ? Some(1, 53, 5) : [],
            Days = [.. Some(1, 7, 3).Select(day => new NthDay((IsoDayOfWeek)day, frequency >= Frequency.Monthly && random.Next(2) == 0 ? random.Next(1, 5) * (random.Next(3) == 0 ? -1 : 1) : 0))],
        };
        if (rule.Days.Count + rule.MonthDays.Count > 0 && random.Next(4) == 0)
        {
            rule = rule with { Positions = [random.Next(2) == 0 ? -1 : random.Next(1, 4)] };
        }

        return new Recurrence(Day(), random.Next(3) == 0 ? null : Time(), Ended(rule)) { Except = [.. Some(1, 300, 3).Select(now.Date.PlusDays)], Also = [.. Some(1, 300, 2).Select(now.Date.PlusDays)] };
    }

    /// <summary>A series as people say them, begun on the first day it comes.</summary>
    public Recurrence SayableSeries()
    {
        var nth = random.Next(5) is var which && which == 4 ? -1 : which + 1;
        var rule = random.Next(10) switch
        {
            0 => new RecurrenceRule(Frequency.Daily) { Interval = random.Next(1, 30) },
            1 or 2 => new RecurrenceRule(Frequency.Weekly) { Interval = random.Next(1, 12), Days = Weekdays() },
            3 => new RecurrenceRule(Frequency.Monthly) { Interval = random.Next(1, 6), Days = [new NthDay(Week[random.Next(7)], nth)] },
            4 => new RecurrenceRule(Frequency.Monthly) { Interval = random.Next(1, 6), MonthDays = random.Next(3) == 0 ? [-1] : [random.Next(1, 29)] },
            5 => new RecurrenceRule(Frequency.Yearly) { Months = [random.Next(1, 13)], MonthDays = [random.Next(1, 29)] },
            6 => new RecurrenceRule(Frequency.Weekly) { Days = AllBut(nth < 0 ? [IsoDayOfWeek.Saturday, IsoDayOfWeek.Sunday] : [Week[random.Next(7)]]) },
            7 => new RecurrenceRule(Frequency.Monthly) { Interval = random.Next(1, 6), Days = AllBut([IsoDayOfWeek.Saturday, IsoDayOfWeek.Sunday]), Positions = [nth] },
            8 => new RecurrenceRule(Frequency.Yearly) { Months = [random.Next(1, 13)], Days = [new NthDay(Week[random.Next(7)], nth)] },
            _ => new RecurrenceRule(Frequency.Yearly) { Weeks = [.. Enumerable.Range(1, 53).Where(week => week % 2 == Math.Abs(nth % 2))], Days = Weekdays() },
        };
        if (rule.Frequency == Frequency.Weekly && random.Next(4) == 0)
        {
            rule = rule with { Months = Some(1, 12, 3) };
        }

        var start = Day();
        while (!(rule with { Interval = 1 }).Has(start, start))
        {
            start = start.PlusDays(1);
        }

        LocalTime? time = random.Next(3) == 0 ? null : Time();
        return new Recurrence(start, time, random.Next(3) switch
        {
            0 => rule with { Count = random.Next(2, 60) },
            1 => rule with { Until = start.PlusDays(random.Next(1, 600)) },
            _ => rule,
        })
        {
            Length = time is not null && random.Next(2) == 0 ? new PeriodBuilder { Hours = random.Next(1, 4) }.Build() : null,
            Except = random.Next(3) == 0 ? [start.PlusDays(20), start.PlusDays(40)] : [],
            Also = random.Next(3) == 0 ? [start.PlusDays(10)] : [],
        };
    }

    private RecurrenceRule Ended(RecurrenceRule rule) => random.Next(3) switch
    {
        0 => rule with { Count = random.Next(1, 100) },
        1 => rule with { Until = now.Date.PlusDays(random.Next(0, 4000)) },
        _ => rule,
    };

    private LocalDate Day() => now.Date.PlusDays(random.Next(1, 800));

    private LocalTime Time() => new(random.Next(24), 5 * random.Next(12));

    private static NthDay[] AllBut(IsoDayOfWeek[] days) => [.. Week.Except(days).Select(day => new NthDay(day))];

    private NthDay[] Weekdays() => [.. Some(1, 7, 3) is { Count: > 0 } some ? some.Select(day => new NthDay((IsoDayOfWeek)day)) : [new NthDay(IsoDayOfWeek.Friday)]];

    private List<int> Some(int min, int max, int most) => [.. Enumerable.Range(0, random.Next(most + 1)).Select(_ => random.Next(min, max + 1)).Distinct().Order()];
}
