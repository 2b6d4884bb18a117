namespace Bot.Adapters.Tests.Stores;

/// <summary>A clock that stands still, and whose alarms ring when the test says so.</summary>
internal sealed class HandClock : TimeProvider
{
    private readonly Lock gate = new();
    private readonly List<Alarm> alarms = [];

    /// <summary>How long the alarms that are set still have to wait.</summary>
    public IReadOnlyList<TimeSpan> Waiting
    {
        get
        {
            lock (gate)
            {
                return [.. alarms.Where(alarm => alarm.Due is not null).Select(alarm => alarm.Due!.Value)];
            }
        }
    }

    public override long GetTimestamp() => 0;

    /// <summary>Rings every alarm that is set.</summary>
    public void Ring()
    {
        List<Alarm> due;
        lock (gate)
        {
            due = [.. alarms.Where(alarm => alarm.Due is not null)];
            due.ForEach(alarm => alarm.Due = null);
        }

        due.ForEach(alarm => alarm.Ring());
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var alarm = new Alarm(this, () => callback(state));
        alarm.Change(dueTime, period);
        lock (gate)
        {
            alarms.Add(alarm);
        }

        return alarm;
    }

    private sealed class Alarm(HandClock clock, Action ring) : ITimer
    {
        public TimeSpan? Due { get; set; }

        public void Ring() => ring();

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            lock (clock.gate)
            {
                Due = dueTime == Timeout.InfiniteTimeSpan ? null : dueTime;
                return true;
            }
        }

        public void Dispose() => Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
