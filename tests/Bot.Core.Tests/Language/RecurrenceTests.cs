using System.Globalization;
using Bot.Core.Language;
using NodaTime;

namespace Bot.Core.Tests.Language;

/// <summary>When something that comes again and again comes, and its rule as RFC 5545 writes it.</summary>
public sealed class RecurrenceTests
{
    private const int Seed = 5545;
    private const int Cases = 500;
    private static readonly DateTimeZone Paris = DateTimeZoneProviders.Tzdb["Europe/Paris"];

    [Theory]
    [InlineData("2026-11-24", "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU", "2026-11-24 2026-12-08 2026-12-22 2027-01-05")]
    [InlineData("2026-11-25", "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,WE", "2026-11-25 2026-12-07 2026-12-09 2026-12-21")]
    [InlineData("2026-11-27", "FREQ=MONTHLY;BYDAY=-1FR", "2026-11-27 2026-12-25 2027-01-29 2027-02-26")]
    [InlineData("2026-12-01", "FREQ=MONTHLY;BYDAY=1TU,3TU", "2026-12-01 2026-12-15 2027-01-05 2027-01-19")]
    [InlineData("2026-11-30", "FREQ=MONTHLY;BYMONTHDAY=-1", "2026-11-30 2026-12-31 2027-01-31 2027-02-28")]
    [InlineData("2026-12-31", "FREQ=MONTHLY;BYMONTHDAY=31", "2026-12-31 2027-01-31 2027-03-31 2027-05-31")]
    [InlineData("2026-12-31", "FREQ=MONTHLY", "2026-12-31 2027-01-31 2027-03-31 2027-05-31")]
    [InlineData("2027-03-08", "FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=8", "2027-03-08 2028-03-08 2029-03-08 2030-03-08")]
    [InlineData("2028-02-29", "FREQ=YEARLY", "2028-02-29 2032-02-29 2036-02-29 2040-02-29")]
    [InlineData("2026-11-22", "FREQ=DAILY;INTERVAL=10", "2026-11-22 2026-12-02 2026-12-12 2026-12-22")]
    [InlineData("2026-11-23", "FREQ=YEARLY;BYWEEKNO=2,4,6,8,48,50,52;BYDAY=MO", "2026-11-23 2026-12-07 2026-12-21 2027-01-11")]
    [InlineData("2026-11-30", "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1", "2026-11-30 2026-12-31 2027-01-29 2027-02-26")]
    [InlineData("2026-12-01", "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=1,2", "2026-12-01 2026-12-02 2027-01-01 2027-01-04")]
    [InlineData("2026-11-24", "FREQ=WEEKLY;BYDAY=TU,TH;BYSETPOS=-1", "2026-11-26 2026-12-03 2026-12-10 2026-12-17")]
    [InlineData("2026-12-31", "FREQ=YEARLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1", "2026-12-31 2027-12-31 2028-12-29 2029-12-31")]
    [InlineData("2027-01-04", "FREQ=YEARLY;BYDAY=1MO", "2027-01-04 2028-01-03 2029-01-01 2030-01-07")]
    [InlineData("2026-11-23", "FREQ=WEEKLY;BYDAY=MO;COUNT=2", "2026-11-23 2026-11-30")]
    [InlineData("2026-11-23", "FREQ=WEEKLY;BYDAY=MO;UNTIL=20261207", "2026-11-23 2026-11-30 2026-12-07")]
    [InlineData("2026-11-23", "FREQ=DAILY;BYMONTH=12;BYDAY=SU", "2026-12-06 2026-12-13 2026-12-20 2026-12-27")]
    public void A_rule_tells_its_days(string start, string rule, string days)
    {
        var series = new Recurrence(Day(start), null, RecurrenceText.Parse(rule, null, Paris));
        var expected = days.Split(' ').Select(Day).ToList();
        Assert.Equal(expected, series.Days(Day(start), Day(start).PlusYears(20)).Take(4));
    }

    [Fact]
    public void What_is_left_out_counts_and_what_is_added_does_not()
    {
        var series = new Recurrence(Day("2026-11-23"), null, new RecurrenceRule(Frequency.Weekly) { Count = 3 })
        {
            Except = [Day("2026-11-30")],
            Also = [Day("2026-11-20"), Day("2026-12-07"), Day("2027-01-01")],
        };
        Assert.Equal(["2026-11-20", "2026-11-23", "2026-12-07", "2027-01-01"], series.Days(Day("2026-01-01"), Day("2030-01-01")).Select(Text));
    }

    // On 28 March 2027 Paris goes from 2:00 to 3:00, on 31 October from 3:00 back to 2:00.
    [Fact]
    public void The_wall_clock_is_kept_when_the_clocks_change()
    {
        var series = new Recurrence(Day("2027-03-27"), new LocalTime(2, 30), new RecurrenceRule(Frequency.Daily));
        Assert.Equal(
            ["2027-03-27T02:30 +01", "2027-03-28T03:30 +02", "2027-03-29T02:30 +02"],
            series.Times(Day("2027-03-27"), Day("2027-03-29"), Paris).Select(Text));
        Assert.Equal(
            ["2027-10-30T02:30 +02", "2027-10-31T02:30 +02", "2027-11-01T02:30 +01"],
            series.Times(Day("2027-10-30"), Day("2027-11-01"), Paris).Select(Text));
    }

    [Fact]
    public void Ten_years_of_any_rule_are_bounded_in_order_and_each_time_once()
    {
        var generated = new Generated(new Random(Seed), new LocalDateTime(2026, 11, 21, 10, 0));
        for (var i = 0; i < Cases; i++)
        {
            var series = generated.AnySeries();
            var (first, last) = (series.Start, series.Start.PlusYears(10));
            var times = series.Times(first, last, Paris).ToList();
            var instants = times.ConvertAll(time => time.ToInstant());
            var why = $"{series.Start} {series.Rule} (seed {Seed.ToString(CultureInfo.InvariantCulture)})";
            Assert.True(times.Count <= Period.DaysBetween(first, last) + 1, why);
            Assert.True(instants.Zip(instants.Skip(1)).All(pair => pair.First < pair.Second), why);
            Assert.True(series.Rule.Count is not { } count || times.Count <= count + series.Also.Count, why);
            Assert.All(times, time => Assert.True(time.Date >= first && time.Date <= last && !series.Except.Contains(time.Date), why));
            Assert.All(times, time => Assert.True(time.TimeOfDay == (series.Time ?? LocalTime.Midnight) || Skipped(time, series), why));
        }
    }

    // What stands in the middle of the stretch asked for does not depend on where one begins to ask.
    [Fact]
    public void Asking_for_a_part_gives_that_part()
    {
        var generated = new Generated(new Random(Seed), new LocalDateTime(2026, 11, 21, 10, 0));
        for (var i = 0; i < Cases; i++)
        {
            var series = generated.AnySeries();
            var (first, last) = (series.Start.PlusDays(500), series.Start.PlusDays(900));
            Assert.Equal(series.Days(series.Start, last).Where(day => day >= first), series.Days(first, last));
        }
    }

    [Fact]
    public void A_rule_reads_back_from_its_text()
    {
        var generated = new Generated(new Random(Seed), new LocalDateTime(2026, 11, 21, 10, 0));
        for (var i = 0; i < Cases; i++)
        {
            var series = generated.AnySeries();
            var text = RecurrenceText.Write(series.Rule, series.Time is not null);
            Assert.Equal(text, RecurrenceText.Write(RecurrenceText.Parse(text, series.Time, Paris), series.Time is not null));
            Assert.Equal(series.Rule, RecurrenceText.Parse(text, series.Time, Paris));
        }
    }

    [Theory]
    [InlineData("UNTIL=20270115;BYDAY=MO;FREQ=WEEKLY", "FREQ=WEEKLY;BYDAY=MO;UNTIL=20270115T235959")]
    [InlineData("FREQ=WEEKLY;UNTIL=20270115T170000Z", "FREQ=WEEKLY;UNTIL=20270115T235959")]
    [InlineData("FREQ=WEEKLY;UNTIL=20270115T165959Z", "FREQ=WEEKLY;UNTIL=20270114T235959")]
    [InlineData("FREQ=WEEKLY;UNTIL=20270115T180000", "FREQ=WEEKLY;UNTIL=20270115T235959")]
    [InlineData("FREQ=WEEKLY;WKST=MO", "FREQ=WEEKLY")]
    public void A_rule_that_others_wrote_is_read(string text, string rule) =>
        Assert.Equal(rule, RecurrenceText.Parse(text, new LocalTime(18, 0), Paris).ToString());

    [Theory]
    [InlineData("")]
    [InlineData("BYDAY=MO")]
    [InlineData("FREQ=HOURLY")]
    [InlineData("FREQ=1")]
    [InlineData("FREQ=WEEKLY;FREQ=DAILY")]
    [InlineData("FREQ=WEEKLY;BYDAY=")]
    [InlineData("FREQ=WEEKLY;BYDAY=1MO")]
    [InlineData("FREQ=WEEKLY;BYDAY=XX")]
    [InlineData("FREQ=WEEKLY;INTERVAL=0")]
    [InlineData("FREQ=WEEKLY;COUNT=-1")]
    [InlineData("FREQ=MONTHLY;BYMONTHDAY=0")]
    [InlineData("FREQ=MONTHLY;BYMONTHDAY=32")]
    [InlineData("FREQ=MONTHLY;BYSETPOS=1")]
    [InlineData("FREQ=WEEKLY;COUNT=3;UNTIL=20270115")]
    [InlineData("FREQ=WEEKLY;UNTIL=tomorrow")]
    [InlineData("FREQ=WEEKLY;WKST=SU")]
    public void A_rule_this_bot_does_not_know_is_refused(string text) =>
        Assert.Contains(text, Assert.Throws<FormatException>(() => RecurrenceText.Parse(text, null, Paris)).Message, StringComparison.Ordinal);

    // Easter as the churches' tables have it; the rest follows from it.
    [Theory]
    [InlineData("Pâques", "2024-03-31 2025-04-20 2026-04-05 2027-03-28 2028-04-16 2030-04-21 2038-04-25 2285-03-22")]
    [InlineData("ascension", "2026-05-14 2027-05-06")]
    [InlineData("lundi de pentecôte", "2026-05-25 2027-05-17")]
    [InlineData("mardi gras", "2027-02-09")]
    [InlineData("fête des mères", "2026-05-31 2024-05-26 2023-06-04")]
    [InlineData("fête des pères", "2026-06-21")]
    public void A_feast_is_on_its_day(string feast, string days)
    {
        var reader = Reader.Load();
        foreach (var day in days.Split(' ').Select(Day))
        {
            var said = new Said(day.PlusDays(-20).AtMidnight(), Paris, Look.Forward, "fr");
            Assert.Equal(new When.OnDay(day), reader.ReadWhen(feast, said)!.Value);
        }
    }

    private static bool Skipped(ZonedDateTime time, Recurrence series) => Paris.MapLocal(time.Date.At(series.Time!.Value)).Count == 0;

    private static LocalDate Day(string text) => NodaTime.Text.LocalDatePattern.Iso.Parse(text).GetValueOrThrow();

    private static string Text(LocalDate day) => NodaTime.Text.LocalDatePattern.Iso.Format(day);

    private static string Text(ZonedDateTime time) => time.ToString("uuuu-MM-dd'T'HH:mm o<+HH>", CultureInfo.InvariantCulture);
}
