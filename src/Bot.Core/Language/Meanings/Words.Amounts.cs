using NodaTime;

namespace Bot.Core.Language.Meanings;

/// <summary>A unit of time.</summary>
internal enum Unit
{
    /// <summary>Minutes.</summary>
    Minute,

    /// <summary>Hours.</summary>
    Hour,

    /// <summary>Days.</summary>
    Day,

    /// <summary>Weeks.</summary>
    Week,

    /// <summary>Months.</summary>
    Month,

    /// <summary>Quarters of a year.</summary>
    Quarter,

    /// <summary>Half years.</summary>
    HalfYear,

    /// <summary>Years.</summary>
    Year,
}

/// <summary>Amounts of time and of money.</summary>
internal static partial class Words
{
    // Longer than people plan, and short enough that every date stays in the calendar.
    private const int Longest = 5000;

    // Nobody who worked nine hours says « 9 » alone.
    private const int MostBareHours = 8;

    /// <summary>« vingt et un »: numbers put together.</summary>
    public static int Sum(int first, int second) => first + second;

    /// <summary>A number of units.</summary>
    public static Span? SpanOf(int count, Unit unit) => count > Longest ? null : new Span(unit switch
    {
        Unit.Minute => Period.FromMinutes(count),
        Unit.Hour => Period.FromHours(count),
        Unit.Day => Period.FromDays(count),
        Unit.Week => Period.FromWeeks(count),
        Unit.Month => Period.FromMonths(count),
        Unit.Quarter => Period.FromMonths(3 * count),
        Unit.HalfYear => Period.FromMonths(6 * count),
        _ => Period.FromYears(Math.Min(count, 1000)),
    });

    /// <summary>« 30 jours après »: so many days, at least one.</summary>
    public static Span? AfterDone(Span span) => span.HasTime || span.HalfDays > 0 || span.Period == Period.Zero ? null : span;

    /// <summary>« 1 h 30 ».</summary>
    public static Span HoursMinutes(int hours, int minutes) => new(new PeriodBuilder { Hours = hours, Minutes = minutes }.Build());

    /// <summary>Minutes taken away: « 2 h moins le quart ».</summary>
    public static Span? HoursLess(int hours, int minutes) => hours < 1 ? null : HoursMinutes(hours - 1, 60 - minutes);

    /// <summary>« 1,5 h »: tenths of an hour.</summary>
    public static Span Tenths(int hours, int tenths) => new(new PeriodBuilder { Hours = hours, Minutes = 6 * tenths }.Build().Normalize());

    /// <summary>« 1,25 h »: hundredths of an hour, to the nearest minute.</summary>
    public static Span Hundredths(int hours, int hundredths) => new(new PeriodBuilder { Hours = hours, Minutes = ((60 * hundredths) + 50) / 100 }.Build().Normalize());

    /// <summary>« huit jours » are a week; word by word they are eight days (R4).</summary>
    public static Span Idiom(int weeks, int days) => new(Period.FromWeeks(weeks)) { Literal = Period.FromDays(days) };

    /// <summary>« un an et demi »: so many of a unit more.</summary>
    public static Span? Longer(Span span, int count, Unit unit) =>
        SpanOf(count, unit) is { } more ? new Span((span.Period + more.Period)) { HalfDays = span.HalfDays } : null;

    /// <summary>« une demi-journée »: half working days.</summary>
    public static Span HalfDays(int count) => new(Period.Zero) { HalfDays = count };

    /// <summary>« 1 h + 45 min ».</summary>
    public static Span Together(Span first, Span second) => new(first.Period + second.Period) { HalfDays = first.HalfDays + second.HalfDays };

    /// <summary>« 18 h ».</summary>
    public static Clock? Hour(int hour, int minute = 0) => hour > 24 || (hour == 24 && minute > 0) ? null : new Clock((60 * hour) + minute, IsSmall: hour is >= 1 and <= 6);

    /// <summary>« 06:30 », which says that it means the morning.</summary>
    public static Clock? HourExactly(int hour, int minute = 0) => Hour(hour, minute) is { } clock ? clock with { IsSmall = false } : null;

    /// <summary>« 180000 »: hours, minutes and seconds; the seconds don't count.</summary>
    public static Clock? CompactTime(int digits) => CompactTimeShort(digits / 100);

    /// <summary>« 1800 »: hours and minutes.</summary>
    public static Clock? CompactTimeShort(int digits) => digits % 100 > 59 ? null : HourExactly(digits / 100, digits % 100);

    /// <summary>« 8 h moins le quart ».</summary>
    public static Clock? HourLess(int hour, int minutes) => hour is < 1 or > 24 ? null : new Clock((60 * hour) - minutes, IsSmall: hour is > 1 and <= 7);

    /// <summary>« 6 pm ».</summary>
    public static Clock? AfterNoon(int hour, int minute = 0) => hour is < 1 or > 23 ? null : new Clock((60 * (hour < 12 ? hour + 12 : hour)) + minute);

    /// <summary>« 6 am ».</summary>
    public static Clock? BeforeNoon(int hour, int minute = 0) => hour is < 1 or > 12 ? null : new Clock((60 * (hour % 12)) + minute);

    /// <summary>« midi et quart »: minutes after twelve.</summary>
    public static Clock Noon(int minutes = 0) => new(Clock.Half + minutes);

    /// <summary>« minuit »: the end of the day.</summary>
    public static Clock Midnight(int minutes = 0) => new(Clock.Day + minutes);

    /// <summary>« 18 h 75 ».</summary>
    public static Clock NoSuchTime() => Clock.None;

    /// <summary>« 6 h du soir ».</summary>
    public static Clock? HourIn(Clock clock, DayPart part) => Part.Of(part).Settle(clock);

    /// <summary>« 14 h-16 h ».</summary>
    public static Hours HoursFromTo(Clock from, Clock to) => new(from, to);

    /// <summary>« de 14 à 16 h », « de 5 à 7 »: the hours stand bare.</summary>
    public static Hours? BareHours(int from, Clock to) => Hour(from) is { } clock ? new Hours(clock, to, IsBare: true) : null;

    /// <summary>« de 5 à 7 ».</summary>
    public static Hours? BareBareHours(int from, int to) => Hour(from) is { } clock && Hour(to) is { } end ? new Hours(clock, end, IsBare: true) : null;

    /// <summary>« 2-4 pm »: both are after noon.</summary>
    public static Hours? AfterNoonHours(int from, Clock to, int minute = 0) => AfterNoon(from, minute) is { } clock
        ? new Hours(clock.Minutes < to.Minutes ? clock : new Clock((60 * from) + minute), to)
        : null;

    /// <summary>The morning, the evening….</summary>
    public static Part PartOf(DayPart name) => Part.Of(name);

    /// <summary>« fin d'après-midi ».</summary>
    public static Part PartEdge(Edge edge, Part part) => part.At(edge);

    /// <summary>« 2 h 30 », « une demi-journée »: how long somebody worked. Months and years are no such thing.</summary>
    public static Worked? Worked(Span span) => span.Period is { Months: > 0 } or { Years: > 0 } ? null : day => Reading<Effort>.Sure(new Effort(
        (span.HalfDays / 2 * day.Day.Minutes) + (span.HalfDays % 2 * day.Half.Minutes)
        + ((((span.Literal ?? span.Period).Weeks * WorkDay.DaysAWeek) + (span.Literal ?? span.Period).Days) * day.Day.Minutes)
        + (int)((60 * span.Period.Hours) + span.Period.Minutes)));

    /// <summary>« 14 h-16 h 30 ».</summary>
    public static Worked WorkedBetween(Hours hours) => _ => hours.Readings.Select(pair => new Effort(pair.To - pair.From));

    /// <summary>« 3 »: up to 8 these are hours, more may as well be minutes.</summary>
    public static Worked WorkedBare(int number) => _ => number switch
    {
        0 => Reading<Effort>.Not(Unsure.Impossible),
        <= MostBareHours => Reading<Effort>.Of(new Effort(60 * number), Unsure.Otherwise, new Effort(number)),
        _ => Reading<Effort>.Not(Unsure.Vague, new Effort(number), new Effort(60 * number)),
    };

    /// <summary>« 2 h 75 ».</summary>
    public static Worked NoSuchEffort() => _ => Reading<Effort>.Not(Unsure.Impossible);

    /// <summary>Cents of euros.</summary>
    public static Reading<Money> Euros(int euros, int cents = 0) => Reading<Money>.Sure(new Money((100L * euros) + cents, "EUR"));

    /// <summary>Thousands and what follows: « 1 234,56 € ».</summary>
    public static Reading<Money> Thousands(int thousands, int euros, int cents = 0) => Euros((1000 * thousands) + euros, cents);

    /// <summary>« 1.234 € »: in French a thousand, in English little more than one.</summary>
    public static Reading<Money> ThousandsOrThousandths(int before, int behind) =>
        Reading<Money>.Of(Thousands(before, behind).Value, Unsure.Otherwise, Euros(before, (behind + 5) / 10).Value);

    /// <summary>« 12,5 € »: tenths.</summary>
    public static Reading<Money> EuroTenths(int euros, int tenths) => Euros(euros, 10 * tenths);

    /// <summary>« 1,5 k€ »: thousands and tenths of them.</summary>
    public static Reading<Money> Kilo(int thousands, int tenths = 0) => Euros((1000 * thousands) + (100 * tenths));
}
