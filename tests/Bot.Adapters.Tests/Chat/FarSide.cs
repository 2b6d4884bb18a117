using Bot.Core.Chat;

namespace Bot.Adapters.Tests.Chat;

/// <summary>The far side of a platform, as a contract test needs it: what people do there, and what they see.</summary>
public abstract class FarSide : IDisposable
{
    /// <summary>The platform that reaches it.</summary>
    public abstract IChatPlatform Platform { get; }

    /// <summary>A group in which people write.</summary>
    public abstract Place Group { get; }

    /// <summary>All that people can read by now.</summary>
    public abstract string Shown { get; }

    /// <summary>It is there no longer.</summary>
    public abstract void GoAway();

    /// <inheritdoc/>
    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Lets go of what it holds.</summary>
    protected virtual void Dispose(bool disposing)
    {
    }
}

/// <summary>Hears, and keeps what it heard.</summary>
public sealed class Listening : IListener
{
    private readonly List<Incoming> heard = [];
    private readonly List<(Place From, Place To)> moves = [];
    private readonly TaskCompletionSource caughtUp = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource heardEnough = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>What was heard so far, in order.</summary>
    public IReadOnlyList<Incoming> Heard
    {
        get
        {
            lock (heard)
            {
                return [.. heard];
            }
        }
    }

    /// <summary>How many things it waits for.</summary>
    public int Awaited { get; init; }

    /// <summary>Completes when so many things were heard.</summary>
    public Task HeardEnough => heardEnough.Task;

    /// <summary>Completes when the platform has caught up.</summary>
    public Task HasCaughtUp => caughtUp.Task;

    /// <summary>What happens when something is heard.</summary>
    public Func<Incoming, Task> Then { get; init; } = _ => Task.CompletedTask;

    /// <inheritdoc/>
    public string? Cursor { get; private set; }

    /// <inheritdoc/>
    public void CaughtUp() => caughtUp.TrySetResult();

    /// <inheritdoc/>
    public Task Advance(string cursor)
    {
        Cursor = cursor;
        return Task.CompletedTask;
    }

    /// <summary>The conversations that got another id.</summary>
    public IReadOnlyList<(Place From, Place To)> Moves
    {
        get
        {
            lock (heard)
            {
                return [.. moves];
            }
        }
    }

    /// <inheritdoc/>
    public Task Moved(string key, Place from, Place to)
    {
        lock (heard)
        {
            moves.Add((from, to));
        }

        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public async Task Hear(Incoming incoming)
    {
        await Then(incoming);
        lock (heard)
        {
            heard.Add(incoming);
            if (heard.Count >= Awaited)
            {
                heardEnough.TrySetResult();
            }
        }
    }
}
