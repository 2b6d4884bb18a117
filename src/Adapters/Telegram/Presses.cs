using System.Collections.Concurrent;
using Bot.Adapters.Telegram.Api;
using Bot.Core.Chat;

namespace Bot.Adapters.Telegram;

/// <summary>
/// Buttons that were pressed and whose press is not answered yet: the app shows a turning wheel until it is. The answer carries the
/// text once it is committed; if that takes long, the wheel is stopped without one.
/// </summary>
/// <param name="client">Asks the Bot API.</param>
/// <param name="time">The clock that was handed in.</param>
internal sealed class Presses(TelegramClient client, TimeProvider time)
{
    private const int LongestText = 200;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);
    private readonly ConcurrentDictionary<string, ITimer> open = new(StringComparer.Ordinal);

    /// <summary>Somebody pressed.</summary>
    /// <param name="query">The callback query.</param>
    public void Begin(string query)
    {
        var timer = time.CreateTimer(_ => _ = Tell(query, new AnswerCallbackQuery(query), CancellationToken.None), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        open[query] = timer;
        timer.Change(Patience, Timeout.InfiniteTimeSpan);
    }

    /// <summary>Whether a text can be shown whole in a window of the app.</summary>
    public static bool Fits(string text) => text.Length <= LongestText;

    /// <summary>Answers a press with what it came to, unless it was answered before.</summary>
    /// <param name="query">The callback query.</param>
    /// <param name="text">What it came to.</param>
    /// <param name="isAlone">Whether nothing else will tell them: it then stays until they have read it.</param>
    /// <param name="stop">Gives up.</param>
    /// <returns>Whether they were told by this.</returns>
    public Task<bool> Tell(string query, string text, bool isAlone, CancellationToken stop) =>
        Tell(query, new AnswerCallbackQuery(query) { Text = LongText.Short(text, LongestText), ShowAlert = isAlone ? true : null }, stop);

    private async Task<bool> Tell(string query, AnswerCallbackQuery answer, CancellationToken stop)
    {
        if (!open.TryRemove(query, out var timer))
        {
            return false;
        }

        await timer.DisposeAsync();

        // A press that is too old cannot be answered any more, and nobody waits for it.
        return (await client.Call(Methods.AnswerCallbackQuery, answer, stop)).Failure is null;
    }
}
