using Bot.Core.Chat;
using Bot.Core.Jobs;
using Bot.Core.Memory;
using Bot.Core.Turns;
using NodaTime;

namespace Bot.Host;

/// <summary>
/// The bot, put together: platforms that hear, the conversation that keeps, the Postman who tells, jobs that become due.
/// The program runs it on the wall clock; replays and tests run it on a clock they move by hand.
/// </summary>
public sealed partial class Babillard : IAsyncDisposable
{
    private static readonly TimeSpan MostCatchingUp = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan MostFinishing = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);
    private static readonly Duration Idle = Duration.FromMinutes(30);
    private readonly IStore store;
    private readonly IReadOnlyList<IChatPlatform> platforms;
    private readonly TimeProvider time;
    private readonly Coops coops;
    private readonly ILogger<Babillard> log;

    /// <summary>Puts a bot together; nothing runs yet.</summary>
    /// <param name="store">Where coops are kept; the bot closes it when it is disposed.</param>
    /// <param name="platforms">Where people speak.</param>
    /// <param name="parts">What slices contribute.</param>
    /// <param name="time">The clock.</param>
    /// <param name="chance">Gives so many unguessable bytes.</param>
    /// <param name="defaults">What a new coop starts with.</param>
    /// <param name="logs">For the operator.</param>
    public Babillard(
        IStore store, IReadOnlyList<IChatPlatform> platforms, Parts parts, TimeProvider time, Func<int, byte[]> chance, Defaults defaults, ILoggerFactory logs)
    {
        this.store = store;
        this.platforms = platforms;
        this.time = time;
        log = logs.CreateLogger<Babillard>();
        coops = new Coops(store, time);
        Postman = new Postman(store, coops, parts.Texts, platforms, time, logs.CreateLogger<Postman>());
        Conversation = new Conversation(
            store, coops, parts, platforms, Postman, time, chance, defaults, logs.CreateLogger<Conversation>());
        Postman.Redirect = Conversation.Redirect;
        Postman.Shown = Conversation.Shown;
        Jobs = new JobRunner(store, Conversation, time, logs.CreateLogger<JobRunner>());
    }

    /// <summary>Hears, runs and commits.</summary>
    public Conversation Conversation { get; }

    /// <summary>Carries what was committed.</summary>
    public Postman Postman { get; }

    /// <summary>Runs what becomes due.</summary>
    public JobRunner Jobs { get; }

    /// <summary>Whether platforms are listened to.</summary>
    public bool IsRunning { get; private set; }

    /// <summary>
    /// Runs until it is stopped, until every platform has ended (a piped terminal at its end of file), or until the store has
    /// broken. What was heard is finished and what was answered is sent before this returns, within ten seconds.
    /// </summary>
    /// <param name="stop">Stops listening.</param>
    public async Task Run(CancellationToken stop)
    {
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(stop);
        Postman.Resume();
        var listeners = platforms.Select(platform => new Listener(Conversation, store, platform.Name, log)).ToList();
        var listening = Task.WhenAll(platforms.Zip(listeners, (platform, listener) => Listen(platform, listener, ending)));
        var jobs = RunJobs(Task.WhenAll(listeners.Select(listener => listener.HasCaughtUp)), ending.Token);
        var minutes = EachMinute(ending.Token);
        IsRunning = true;
        try
        {
            await await Task.WhenAny(listening, store.Broken);
        }
        catch (StoreBrokenException) when (store.Broken.IsCompleted)
        {
            // Whoever runs the bot reads the sentence there.
        }
        finally
        {
            IsRunning = false;
            await ending.CancelAsync();
            await Finish([jobs, minutes, .. listeners.Select(listener => listener.HasFinished())]);
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        Postman.Dispose();
        await store.DisposeAsync();
    }

    // A platform that failed for good must not stay silent behind others that go on.
    private static async Task Listen(IChatPlatform platform, Listener listener, CancellationTokenSource ending)
    {
        try
        {
            await platform.Listen(listener, ending.Token);
        }
        catch (OperationCanceledException) when (ending.IsCancellationRequested)
        {
            // Being stopped is an end like any other.
        }
        catch
        {
            await ending.CancelAsync();
            throw;
        }
    }

    private async Task Finish(IEnumerable<Task> running)
    {
        try
        {
            await AllSaid().WaitAsync(MostFinishing, time);
        }
        catch (TimeoutException)
        {
            LogCutShort();
        }

        async Task AllSaid()
        {
            await Task.WhenAll(running);
            await Postman.Idle();
        }
    }

    // What waited while the bot was away comes before the jobs that became due meanwhile: somebody may have answered in time.
    private async Task RunJobs(Task caughtUp, CancellationToken stop)
    {
        await Task.WhenAny(caughtUp, Task.Delay(MostCatchingUp, time, stop));
        while (!stop.IsCancellationRequested)
        {
            try
            {
                await Jobs.Run(stop);
            }
            catch (StoreBrokenException)
            {
                return;
            }
            catch (Exception failure)
            {
                LogJobsFailed(failure);
                await Task.Delay(Minute, time, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    private async Task EachMinute(CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            var now = time.GetCurrentInstant();
            store.NoteAlive(now);
            coops.LetGoIdle(now - Idle);
            await Task.Delay(Minute, time, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Not all could be said before the stop; the rest stays in the outbox.")]
    private partial void LogCutShort();

    [LoggerMessage(Level = LogLevel.Error, Message = "Jobs could not run; they are tried again in a minute.")]
    private partial void LogJobsFailed(Exception failure);
}
