using Bot.Core.Memory;

namespace Bot.Adapters.Sqlite;

/// <summary>Whether the file may still be written to, and what the operator is told when something is in the way.</summary>
/// <param name="path">The file.</param>
internal sealed class Health(string path)
{
    private readonly TaskCompletionSource<string> broken = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Completes with a sentence when nothing more may be written.</summary>
    public Task<string> Broken => broken.Task;

    /// <summary>Turns away those who still want something kept.</summary>
    /// <exception cref="StoreBrokenException">Nothing more may be written.</exception>
    public void ThrowIfBroken()
    {
        if (broken.Task.IsCompletedSuccessfully)
        {
            throw new StoreBrokenException(broken.Task.Result);
        }
    }

    /// <summary>Stops all writing for good.</summary>
    /// <param name="fault">What happened.</param>
    public StoreBrokenException Break(Exception fault)
    {
        var sentence = $"The file {path} can no longer be trusted ({fault.Message}), so the bot writes nothing more. "
            + "Stop it, check the disk, and put the newest backup back.";
        broken.TrySetResult(sentence);
        return new StoreBrokenException(broken.Task.Result, fault);
    }

    /// <summary>What a fault of the engine means for those who wait.</summary>
    /// <param name="fault">What happened.</param>
    public Exception Explain(Exception fault) => fault switch
    {
        SqliteFaultException { IsBroken: true } => Break(fault),
        SqliteFaultException { Code: SQLitePCL.raw.SQLITE_FULL } => new StoreUnavailableException(
            $"The disk that holds {path} is full: nothing was kept. Make room; the bot then goes on by itself.", fault),
        SqliteFaultException { Code: SQLitePCL.raw.SQLITE_READONLY } => new StoreUnavailableException(
            $"The file {path} cannot be written to: nothing was kept. Give the bot the right to write to it; it then goes on by itself.", fault),
        SqliteFaultException { IsPassing: true } => new StoreUnavailableException(
            $"The file {path} cannot be written to at the moment ({fault.Message}): nothing was kept.", fault),
        SqliteFaultException => new InvalidOperationException($"What was to be kept breaks a rule of the store ({fault.Message}).", fault),
        _ => fault,
    };
}
