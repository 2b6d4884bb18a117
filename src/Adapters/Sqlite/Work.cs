using Bot.Core.Memory;

namespace Bot.Adapters.Sqlite;

/// <summary>What becomes of the log after something was written.</summary>
internal enum Log
{
    /// <summary>It stays until it is long.</summary>
    Stays,

    /// <summary>It is emptied now, or, while somebody reads it, as soon as nobody does.</summary>
    IsEmptied,

    /// <summary>It is emptied now, or who asked for it is told that it is not.</summary>
    MustBeEmptied,
}

/// <summary>Something that waits for the disk.</summary>
/// <param name="write">Writes it, inside the writer's transaction.</param>
internal sealed class Work(Func<Database, CommitOutcome> write)
{
    private readonly TaskCompletionSource<CommitOutcome> told = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private CommitOutcome outcome;

    /// <summary>What becomes of the log after it.</summary>
    public Log Log { get; init; }

    /// <summary>Completes when the disk has it, or when nothing of it was kept.</summary>
    public Task<CommitOutcome> Told => told.Task;

    /// <summary>Writes it. What is not kept is taken back by the caller.</summary>
    /// <param name="database">The writer's connection.</param>
    public CommitOutcome Write(Database database) => outcome = write(database);

    /// <summary>Tells what became of it. One that has failed already stays so.</summary>
    public void Tell() => told.TrySetResult(outcome);

    /// <summary>Tells that nothing of it was kept.</summary>
    /// <param name="fault">Why.</param>
    public void Fail(Exception fault)
    {
        told.TrySetException(fault);
        // Nobody waits for what only carries notes: its failure is not to be reported as one that was overlooked.
        _ = told.Task.Exception;
    }
}
