using Bot.Core.Chat;
using Bot.Core.Memory;
using Bot.Core.Turns;

namespace Bot.Host;

/// <summary>Hands over what one platform hears, and knows when all of it is dealt with.</summary>
/// <param name="conversation">Deals with it.</param>
/// <param name="store">Keeps where the platform's stream was left.</param>
/// <param name="platform">The platform's name.</param>
/// <param name="log">For the operator.</param>
internal sealed partial class Listener(Conversation conversation, IStore store, string platform, ILogger<Babillard> log) : IListener
{
    private readonly ILogger<Babillard> log = log;
    private readonly TaskCompletionSource caughtUp = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly HashSet<Task> underWay = [];

    /// <summary>Completes when what waited while the bot was away has been handed over.</summary>
    public Task HasCaughtUp => caughtUp.Task;

    /// <inheritdoc/>
    public string? Cursor => store.Cursor(platform);

    /// <inheritdoc/>
    public void CaughtUp() => caughtUp.TrySetResult();

    /// <inheritdoc/>
    public Task Advance(string cursor) => store.Advance(platform, cursor);

    /// <inheritdoc/>
    public Task Hear(Incoming incoming) => Follow(Deal(() => conversation.Hear(incoming), incoming.Key));

    /// <inheritdoc/>
    public Task Moved(string key, Place from, Place to) => Follow(Deal(() => conversation.Move(key, from, to), key));

    /// <summary>Completes when all that was handed over is dealt with, or has failed.</summary>
    public async Task HasFinished()
    {
        Task[] last;
        lock (underWay)
        {
            last = [.. underWay];
        }

        await Task.WhenAll(last).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    private Task Follow(Task heard)
    {
        if (!heard.IsCompleted)
        {
            lock (underWay)
            {
                underWay.Add(heard);
            }

            _ = heard.ContinueWith(Finished, TaskScheduler.Default);
        }

        return heard;
    }

    // What cannot be dealt with at all must not end the conversation for everybody, nor come again for ever.
    private async Task Deal(Func<Task> deal, string key)
    {
        try
        {
            await deal();
        }
        catch (Exception failure) when (failure is not StoreBrokenException)
        {
            LogNotDealtWith(failure, key);
        }
    }

    private void Finished(Task heard)
    {
        lock (underWay)
        {
            underWay.Remove(heard);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Something that happened ({Key}) could not be dealt with; nothing of it was kept.")]
    private partial void LogNotDealtWith(Exception failure, string key);
}
