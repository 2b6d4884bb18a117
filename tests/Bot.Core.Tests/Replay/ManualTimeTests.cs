using Bot.Core.Memory;
using Bot.Host.Replay;
using NodaTime;

namespace Bot.Core.Tests.Replay;

public class ManualTimeTests
{
    private static readonly Instant Ten = Instant.FromUtc(2026, 11, 21, 10, 0);
    private readonly ManualTime time = new(Ten);

    [Fact]
    public async Task Who_waits_is_told_when_the_instant_is_passed()
    {
        var waits = Task.Delay(TimeSpan.FromMinutes(5), time);

        time.MoveTo(Ten + Duration.FromMinutes(4));
        Assert.False(waits.IsCompleted);
        time.MoveTo(Ten + Duration.FromMinutes(6));
        await waits;
        Assert.Equal(Ten + Duration.FromMinutes(6), time.GetCurrentInstant());
    }

    [Fact]
    public void Alarms_ring_at_their_time_and_in_their_order()
    {
        var rang = new List<(string, Instant)>();
        using var each = time.CreateTimer(_ => rang.Add(("each", time.GetCurrentInstant())), null, TimeSpan.FromMinutes(2), TimeSpan.FromMinutes(2));
        using var once = time.CreateTimer(_ => rang.Add(("once", time.GetCurrentInstant())), null, TimeSpan.FromMinutes(3), Timeout.InfiniteTimeSpan);

        time.MoveTo(Ten + Duration.FromMinutes(4));

        Assert.Equal([("each", Ten + Duration.FromMinutes(2)), ("once", Ten + Duration.FromMinutes(3)), ("each", Ten + Duration.FromMinutes(4))], rang);
    }

    [Fact]
    public void An_alarm_can_be_put_off_and_taken_away()
    {
        var rang = 0;
        var alarm = time.CreateTimer(_ => rang++, null, TimeSpan.FromMinutes(1), Timeout.InfiniteTimeSpan);
        alarm.Change(TimeSpan.FromMinutes(10), Timeout.InfiniteTimeSpan);
        time.MoveTo(Ten + Duration.FromMinutes(5));
        Assert.Equal(0, rang);

        alarm.Dispose();
        time.MoveTo(Ten + Duration.FromMinutes(20));
        Assert.Equal(0, rang);
    }

    [Fact]
    public void It_does_not_go_back()
    {
        time.MoveTo(Ten - Duration.FromMinutes(1));

        Assert.Equal(Ten, time.GetCurrentInstant());
    }
}
