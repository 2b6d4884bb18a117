using Bot.Core.Memory;
using Bot.Core.Turns;
using NodaTime;

namespace Bot.Core.Jobs;

/// <summary>
/// Something that becomes due: a record of plain values. It reads the coop again when it runs, since much may have changed,
/// and decides itself what being late means: run once, merge, or let go.
/// </summary>
/// <param name="Subject">What it is about; a job of the same class and subject replaces the former.</param>
public abstract record Job(string Subject)
{
    /// <summary>Does what is due.</summary>
    /// <param name="turn">The turn it runs in; nobody speaks in it.</param>
    /// <param name="due">When it was due; never after <see cref="Turn.Now"/>.</param>
    public abstract void Run(Turn turn, Instant due);
}

/// <summary>A job that waits for its time, as it is kept.</summary>
[Kind("job", IsBookkeeping = true)]
public sealed record PendingJob : Document
{
    /// <summary>The job's class.</summary>
    public required string Name { get; init; }

    /// <summary>See <see cref="Job.Subject"/>.</summary>
    public required string Subject { get; init; }

    /// <summary>When it is due.</summary>
    public required Instant Due { get; init; }

    /// <summary>The job's values, as JSON.</summary>
    public required string Values { get; init; }
}
