using Bot.Core.Memory;

namespace Bot.Adapters.Sqlite;

/// <summary>Something that waits for the disk.</summary>
/// <param name="write">Writes it, inside the writer's transaction.</param>
internal sealed class Work(Func<Database, CommitOutcome> write)
{
    private readonly TaskCompletionSource<CommitOutcome> told = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private CommitOutcome outcome;

    /// <summary>Whether the log is emptied after it.</summary>
    public bool LeavesNoLog { get; init; }

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
