using Bot.Core.Language;
using Bot.Core.Memory;
using NodaTime;
using NodaTime.Text;

namespace Bot.Core.Tests.Agenda;

/// <summary>A series goes on without its past, and can be shifted to another day of the same kind.</summary>
public sealed class SeriesTests
{
    [Theory]
    [InlineData("2026-11-24", "FREQ=WEEKLY;BYDAY=TU", "2026-12-02", "2026-12-08", "FREQ=WEEKLY;BYDAY=TU")]
    [InlineData("2026-11-24", "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU", "2026-11-25", "2026-12-08", "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU")]
    [InlineData("2026-11-23", "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,TH", "2026-11-24", "2026-11-26", "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,TH")]
    [InlineData("2026-11-23", "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,TH", "2026-11-27", "2026-12-07", "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,TH")]
    [InlineData("2026-12-03", "FREQ=MONTHLY;BYDAY=1TH", "2026-12-04", "2027-01-07", "FREQ=MONTHLY;BYDAY=1TH")]
    [InlineData("2026-11-28", "FREQ=WEEKLY;BYDAY=SA;COUNT=4", "2026-12-06", "2026-12-12", "FREQ=WEEKLY;BYDAY=SA;COUNT=2")]
    [InlineData("2024-02-29", "FREQ=YEARLY", "2024-03-01", "2028-02-29", "FREQ=YEARLY")]
    public void What_is_over_is_forgotten_and_the_rest_comes_as_before(string start, string rule, string from, string next, string then)
    {
        var series = Series(rule);
        var time = new EventTime(Day(start));
        var goesOn = series.GoingOn(time, Day(from));
        Assert.NotNull(goesOn);
        Assert.Equal(Day(next), goesOn.Value.Time.Day);
        Assert.Equal(then, goesOn.Value.Series.Rule.ToString());
        var far = Day(next).PlusYears(5);
        Assert.Equal(series.From(time).Days(Day(from), far), goesOn.Value.Series.From(goesOn.Value.Time).Days(Day(from), far));
    }

    [Theory]
    [InlineData("2026-11-28", "FREQ=WEEKLY;BYDAY=SA;COUNT=4", "2026-12-20")]
    [InlineData("2026-11-24", "FREQ=WEEKLY;BYDAY=TU;UNTIL=20261231T235959", "2027-01-01")]
    public void What_does_not_come_again_does_not_go_on(string start, string rule, string from) =>
        Assert.Null(Series(rule).GoingOn(new EventTime(Day(start)), Day(from)));

    [Fact]
    public void Days_left_out_and_added_are_kept_as_long_as_they_are_to_come()
    {
        var series = Series("FREQ=WEEKLY;BYDAY=TU") with { Except = [Day("2026-12-01"), Day("2026-12-29")], Also = [Day("2026-11-26"), Day("2026-12-31")] };
        var goesOn = series.GoingOn(new EventTime(Day("2026-11-24")), Day("2026-12-05"))!.Value.Series;
        Assert.Equal([Day("2026-12-29")], goesOn.Except);
        Assert.Equal([Day("2026-12-31")], goesOn.Also);
    }

    [Theory]
    [InlineData("FREQ=WEEKLY;BYDAY=WE", "2026-11-25", "2026-11-30", "FREQ=WEEKLY;BYDAY=MO")]
    [InlineData("FREQ=WEEKLY", "2026-11-25", "2026-11-30", "FREQ=WEEKLY")]
    [InlineData("FREQ=WEEKLY;INTERVAL=2;BYDAY=WE", "2026-11-25", "2026-11-26", "FREQ=WEEKLY;INTERVAL=2;BYDAY=TH")]
    [InlineData("FREQ=WEEKLY;BYDAY=MO,TH", "2026-11-26", "2026-11-30", "FREQ=WEEKLY;BYDAY=MO,TH")]
    [InlineData("FREQ=WEEKLY;BYDAY=MO,TH", "2026-11-26", "2026-11-27", null)]
    [InlineData("FREQ=MONTHLY;BYDAY=1TH", "2026-12-03", "2026-12-04", "FREQ=MONTHLY;BYDAY=1FR")]
    [InlineData("FREQ=MONTHLY;BYDAY=1TH", "2026-12-03", "2026-12-11", null)]
    [InlineData("FREQ=MONTHLY;BYMONTHDAY=5", "2026-12-05", "2026-12-07", "FREQ=MONTHLY;BYMONTHDAY=7")]
    [InlineData("FREQ=MONTHLY;BYMONTHDAY=-1", "2026-11-30", "2026-12-01", null)]
    [InlineData("FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=8", "2027-03-08", "2027-04-02", "FREQ=YEARLY;BYMONTH=4;BYMONTHDAY=2")]
    [InlineData("FREQ=DAILY", "2026-11-25", "2026-11-30", "FREQ=DAILY")]
    public void A_rhythm_is_shifted_only_to_one_of_its_kind(string rule, string from, string to, string? then) =>
        Assert.Equal(then, Series(rule).Shifted(Day(from), Day(to))?.Rule.ToString());

    private static EventSeries Series(string rule) => new(RecurrenceText.Parse(rule, null, DateTimeZone.Utc));

    private static LocalDate Day(string day) => LocalDatePattern.Iso.Parse(day).Value;
}
