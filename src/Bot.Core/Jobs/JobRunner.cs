using Bot.Core.Memory;
using Bot.Core.Turns;
using Microsoft.Extensions.Logging;

namespace Bot.Core.Jobs;

/// <summary>Wakes coops whose jobs are due.</summary>
/// <param name="store">Knows when the next job of each coop is due.</param>
/// <param name="conversation">Runs them.</param>
/// <param name="time">The clock that was handed in.</param>
/// <param name="log">For the operator.</param>
public sealed partial class JobRunner(IStore store, Conversation conversation, TimeProvider time, ILogger<JobRunner> log)
{
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(1);

    /// <summary>Runs all jobs that are due now.</summary>
    public async Task RunDue()
    {
        foreach (var coop in store.DueCoops(time.GetCurrentInstant()))
        {
            try
            {
                await conversation.RunDue(coop);
            }
            catch (Exception failure) when (failure is not StoreUnavailableException and not StoreBrokenException)
            {
                LogCoopFailed(failure);
            }
        }
    }

    /// <summary>Runs jobs as they become due, until it is stopped.</summary>
    /// <param name="stop">Stops it.</param>
    public async Task Run(CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            try
            {
                await RunDue();
            }
            catch (StoreUnavailableException full)
            {
                LogPostponed(full);
            }

            await Task.Delay(Look, time, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The jobs of one coop could not run; the others go on.")]
    private partial void LogCoopFailed(Exception failure);

    [LoggerMessage(Level = LogLevel.Error, Message = "Jobs are due, but nothing can be kept at the moment; they wait.")]
    private partial void LogPostponed(Exception full);
}
