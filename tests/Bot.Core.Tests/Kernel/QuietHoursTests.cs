using Bot.Core.Memory;
using NodaTime;
using NodaTime.Text;

namespace Bot.Core.Tests.Kernel;

/// <summary>When silence ends, on the clock of Paris. It is summer there from 29 March to 25 October 2026, two Sundays.</summary>
public sealed class QuietHoursTests
{
    private static readonly DateTimeZone Paris = DateTimeZoneProviders.Tzdb["Europe/Paris"];

    [Theory]
    [InlineData("21:00", "08:00", "2026-11-24T20:59", "2026-11-24T20:59")]
    [InlineData("21:00", "08:00", "2026-11-24T21:00", "2026-11-25T08:00")]
    [InlineData("21:00", "08:00", "2026-11-25T00:00", "2026-11-25T08:00")]
    [InlineData("21:00", "08:00", "2026-11-25T07:59", "2026-11-25T08:00")]
    [InlineData("21:00", "08:00", "2026-11-25T08:00", "2026-11-25T08:00")]
    [InlineData("21:00", "08:00", "2026-11-21T21:00", "2026-11-23T08:00")]
    [InlineData("21:00", "08:00", "2026-11-22T12:00", "2026-11-23T08:00")]
    [InlineData("21:00", "08:00", "2026-03-28T22:00", "2026-03-30T08:00")]
    [InlineData("21:00", "08:00", "2026-10-24T22:00", "2026-10-26T08:00")]
    [InlineData("13:00", "15:00", "2026-11-24T13:30", "2026-11-24T15:00")]
    [InlineData("13:00", "15:00", "2026-11-24T12:59", "2026-11-24T12:59")]
    [InlineData("13:00", "15:00", "2026-11-22T14:00", "2026-11-23T00:00")]
    [InlineData("00:00", "06:00", "2026-11-22T14:00", "2026-11-23T06:00")]
    [InlineData("22:00", "00:00", "2026-11-24T23:00", "2026-11-25T00:00")]
    [InlineData("00:00", "00:00", "2026-11-22T03:00", "2026-11-22T03:00")]
    public void It_ends(string from, string to, string now, string end)
    {
        var quiet = new QuietHours(LocalTimePattern.ExtendedIso.Parse(from + ":00").Value, LocalTimePattern.ExtendedIso.Parse(to + ":00").Value);
        Assert.Equal(At(end), quiet.EndAt(At(now), Paris));
    }

    private static Instant At(string there) => LocalDateTimePattern.ExtendedIso.Parse(there + ":00").Value.InZoneStrictly(Paris).ToInstant();
}
