using Bot.Core.Memory;
using NodaTime;

namespace Bot.Host.Replay;

/// <summary>A clock that stands still until it is moved by hand. Who waits for an instant is told when it is passed.</summary>
/// <param name="now">Where it stands at first.</param>
public sealed class ManualTime(Instant now) : TimeProvider
{
    private readonly Lock gate = new();
    private readonly List<Alarm> alarms = [];
    private Instant now = now;

    /// <inheritdoc/>
    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    /// <inheritdoc/>
    public override long GetTimestamp() => GetUtcNow().Ticks;

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow()
    {
        lock (gate)
        {
            return now.ToDateTimeOffset();
        }
    }

    /// <inheritdoc/>
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var alarm = new Alarm(this, () => callback(state));
        alarm.Change(dueTime, period);
        return alarm;
    }

    /// <summary>Moves it, stopping where somebody waits. It never goes back.</summary>
    /// <param name="to">Where to.</param>
    public void MoveTo(Instant to)
    {
        while (NextBefore(to) is { } alarm)
        {
            alarm.Ring();
        }

        lock (gate)
        {
            now = Instant.Max(now, to);
        }
    }

    private Alarm? NextBefore(Instant to)
    {
        lock (gate)
        {
            if (alarms.Where(alarm => alarm.Due <= to).MinBy(alarm => alarm.Due) is not { } next)
            {
                return null;
            }

            now = Instant.Max(now, next.Due!.Value);
            next.WindUp(now);
            return next;
        }
    }

    /// <summary>Somebody who waits.</summary>
    private sealed class Alarm(ManualTime time, Action ring) : ITimer
    {
        private Duration? period;

        public Instant? Due { get; private set; }

        public void Ring() => ring();

        public void WindUp(Instant at) => Due = at + period;

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            lock (time.gate)
            {
                this.period = period > TimeSpan.Zero ? Duration.FromTimeSpan(period) : null;
                Due = dueTime >= TimeSpan.Zero ? time.now + Duration.FromTimeSpan(dueTime) : null;
                time.alarms.Remove(this);
                time.alarms.Add(this);
            }

            if (dueTime == TimeSpan.Zero)
            {
                time.MoveTo(time.GetCurrentInstant());
            }

            return true;
        }

        public void Dispose()
        {
            lock (time.gate)
            {
                time.alarms.Remove(this);
            }
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
