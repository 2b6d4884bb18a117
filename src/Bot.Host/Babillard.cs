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
public sealed class Babillard : IAsyncDisposable
{
    private static readonly TimeSpan MostCatchingUp = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);
    private static readonly Duration Idle = Duration.FromMinutes(30);
    private readonly IStore store;
    private readonly IReadOnlyList<IChatPlatform> platforms;
    private readonly TimeProvider time;
    private readonly Coops coops;

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
        coops = new Coops(store, time);
        Postman = new Postman(store, coops, parts.Texts, platforms, time, logs.CreateLogger<Postman>());
        Conversation = new Conversation(
            store, coops, parts, platforms, Postman, time, chance, defaults, logs.CreateLogger<Conversation>());
        Jobs = new JobRunner(store, Conversation, time, logs.CreateLogger<JobRunner>());
    }

    /// <summary>Hears, runs and commits.</summary>
    public Conversation Conversation { get; }

    /// <summary>Carries what was committed.</summary>
    public Postman Postman { get; }

    /// <summary>Runs what becomes due.</summary>
    public JobRunner Jobs { get; }

    /// <summary>Runs until it is stopped, or until every platform has ended (a piped terminal at its end of file).</summary>
    /// <param name="stop">Stops listening; what was heard is finished and what was answered is sent before this returns.</param>
    public async Task Run(CancellationToken stop)
    {
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(stop);
        Postman.Resume();
        var listeners = platforms.Select(platform => new Listener(this, platform.Name)).ToList();
        var listening = Task.WhenAll(platforms.Zip(listeners, (platform, listener) => platform.Listen(listener, ending.Token)));
        var jobs = RunJobs(Task.WhenAll(listeners.Select(listener => listener.HasCaughtUp)), ending.Token);
        var minutes = EachMinute(ending.Token);
        try
        {
            await listening;
        }
        finally
        {
            await ending.CancelAsync();
            await Task.WhenAll(jobs, minutes);
            await Task.WhenAll(listeners.Select(listener => listener.HasFinished()));
            await Postman.Idle();
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        Postman.Dispose();
        await store.DisposeAsync();
    }

    // What waited while the bot was away comes before the jobs that became due meanwhile: somebody may have answered in time.
    private async Task RunJobs(Task caughtUp, CancellationToken stop)
    {
        await Task.WhenAny(caughtUp, Task.Delay(MostCatchingUp, time, stop));
        await Jobs.Run(stop);
    }

    private async Task EachMinute(CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            var now = time.GetCurrentInstant();
            store.NoteAlive(now);
            await coops.LetGoIdle(now - Idle);
            await Task.Delay(Minute, time, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <summary>Hands over what one platform hears, and knows when all of it is dealt with.</summary>
    private sealed class Listener(Babillard bot, string platform) : IListener
    {
        private readonly TaskCompletionSource caughtUp = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly HashSet<Task> underWay = [];

        public Task HasCaughtUp => caughtUp.Task;

        public string? Cursor => bot.store.Cursor(platform);

        public void CaughtUp() => caughtUp.TrySetResult();

        public Task Advance(string cursor) => bot.store.Advance(platform, cursor);

        public Task Hear(Incoming incoming)
        {
            var heard = bot.Conversation.Hear(incoming);
            if (!heard.IsCompleted)
            {
                lock (underWay)
                {
                    underWay.Add(heard);
                }

                heard.ContinueWith(Finished, TaskScheduler.Default);
            }

            return heard;
        }

        public async Task HasFinished()
        {
            Task[] last;
            lock (underWay)
            {
                last = [.. underWay];
            }

            await Task.WhenAll(last).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        private void Finished(Task heard)
        {
            lock (underWay)
            {
                underWay.Remove(heard);
            }
        }
    }
}
