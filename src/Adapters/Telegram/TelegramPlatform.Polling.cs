using System.Text.Json;
using Bot.Adapters.Telegram.Api;
using Bot.Core.Chat;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace Bot.Adapters.Telegram;

/// <summary>Asking for what happened.</summary>
public sealed partial class TelegramPlatform
{
    private const int MostUpdates = 100;

    // The longest the server keeps a question open.
    private const int PollSeconds = 50;
    private static readonly Duration AfterConflict = Duration.FromSeconds(5);
    private static readonly Duration BetweenEmptyAnswers = Duration.FromSeconds(1);

    private async Task Poll(IListener listener, CancellationToken stop)
    {
        // While a webhook is set, nobody may ask. Its updates are kept.
        await client.Call(Methods.DeleteWebhook, new NoParameters(), stop);
        var hasCaughtUp = false;

        // What is asked for is confirmed up to here, and only then. Nothing is confirmed twice: after a silent week the numbers begin
        // anew, and an old one would skip what is new. Nor is it kept over a restart: what is delivered again is known by its key.
        long? confirmed = null;
        while (!stop.IsCancellationRequested)
        {
            var asked = Now();
            var request = new GetUpdates(confirmed, MostUpdates, hasCaughtUp ? PollSeconds : 0, Update.Kinds);
            var (result, failure) = await client.Call(Methods.GetUpdates, request, stop);
            if (failure is not null)
            {
                await (failure.Code == 409 ? AfterOther(stop) : After(failure, stop));
                continue;
            }

            backoff.Succeed();
            var updates = Updates(result);
            confirmed = updates.Count > 0 ? updates.Max(update => update.UpdateId) + 1 : null;
            await TakeAll(updates, listener, stop);
            if (updates.Count == 0 && hasCaughtUp)
            {
                await Wait(asked + BetweenEmptyAnswers, stop);
            }

            if (updates.Count < MostUpdates && !hasCaughtUp)
            {
                hasCaughtUp = true;
                listener.CaughtUp();
            }
        }
    }

    // Handed over in order, dealt with side by side; confirmed together, once all are kept.
    private Task TakeAll(List<Update> updates, IListener listener, CancellationToken stop) =>
        Task.WhenAll(updates.Select(update => Take(update, listener, stop)).ToList());

    // Two bots of the same name would ask in turns for ever if they waited equally long: the clock tells them apart.
    private Task AfterOther(CancellationToken stop)
    {
        LogOther();
        var now = Now();
        return Wait(now + AfterConflict + Duration.FromMilliseconds(now.ToUnixTimeMilliseconds() % 2000), stop);
    }

    // One update that cannot be read must not keep the others from being heard, nor come again for ever.
    private List<Update> Updates(JsonElement result)
    {
        var updates = new List<Update>();
        if (result.ValueKind != JsonValueKind.Array)
        {
            return updates;
        }

        foreach (var each in result.EnumerateArray())
        {
            try
            {
                updates.Add(each.Deserialize(BotApiJson.Default.Update)!);
            }
            catch (JsonException broken)
            {
                var id = each.ValueKind == JsonValueKind.Object && each.TryGetProperty("update_id", out var number) && number.TryGetInt64(out var known) ? known : 0;
                LogUnreadable(id, broken.Path ?? "");
                updates.Add(new Update(id));
            }
        }

        return updates;
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Another program asks Telegram for this bot's messages, or its webhook is set. Only one can: stop the other.")]
    private partial void LogOther();
}
