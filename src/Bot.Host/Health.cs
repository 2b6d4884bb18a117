using Bot.Core.Memory;

namespace Bot.Host;

/// <summary>Whether the bot is well: it listens, and what people tell it can be kept.</summary>
/// <param name="store">Must take what is written.</param>
/// <param name="isRunning">Whether platforms are listened to.</param>
/// <param name="time">The clock.</param>
internal sealed class Health(IStore store, Func<bool> isRunning, TimeProvider time)
{
    /// <summary>How long the store may take to keep something.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <summary>What is wrong, as a sentence for the operator; null when all is well.</summary>
    public async Task<string?> Trouble()
    {
        if (store.Broken.IsCompleted)
        {
            return await store.Broken;
        }

        if (!isRunning())
        {
            return "The bot is starting or stopping.";
        }

        try
        {
            // The only way to know whether a disk takes something is to have it keep something.
            await store.Probe().WaitAsync(Patience, time);
            return null;
        }
        catch (Exception failure) when (failure is StoreUnavailableException or StoreBrokenException)
        {
            return failure.Message;
        }
        catch (TimeoutException)
        {
            return "The store does not answer.";
        }
    }
}
