using System.Globalization;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;

namespace Bot.Adapters.Tests.Telegram.Fake;

/// <summary>How updates reach bots.</summary>
internal sealed partial class FakeBotApi
{
    private const int LongestPoll = 50;
    private readonly HttpClient caller = new();
    private readonly Dictionary<long, Task> callers = [];

    /// <summary>Where a webhook's address really leads: its names mean nothing on this machine.</summary>
    public Uri? WebhookTarget { get; set; }

    /// <summary>Whether a bot has confirmed all it was told, and waits for more.</summary>
    public bool IsQuiet(FakeBot bot)
    {
        lock (gate)
        {
            return bot.Waiting == 0 && underWay == 0 && (bot.Webhook.Length > 0 || bot.Asking is not null);
        }
    }

    /// <summary>Something that differs whenever anything has moved on the wire.</summary>
    public (int Exchanges, int UnderWay, int Waiting, bool IsAsking) State(FakeBot bot)
    {
        lock (gate)
        {
            return (served, underWay, bot.Waiting, bot.Asking is not null);
        }
    }

    private async Task<JsonNode?> GetUpdates(FakeBot bot, JsonNode request, CancellationToken stop)
    {
        var limit = request["limit"] is { } most ? (int)Long(most) : 100;
        var patience = Math.Min(request["timeout"] is { } timeout ? Long(timeout) : 0, LongestPoll);
        var mine = new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (gate)
        {
            if (bot.Webhook.Length > 0)
            {
                throw new BotApiException(409, "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first");
            }

            // Who asked before is sent away.
            bot.Asking?.TrySetResult(true);
            bot.Asking = mine;
            if (request["allowed_updates"] is JsonArray allowed)
            {
                bot.Allowed = [.. allowed.Select(each => each!.ToString())];
            }

            if (request["offset"] is { } offset)
            {
                bot.Confirm(Long(offset));
            }
        }

        using var bored = CancellationTokenSource.CreateLinkedTokenSource(stop, closing.Token);
        var end = Task.Delay(TimeSpan.FromSeconds(patience), time, bored.Token);
        try
        {
            while (true)
            {
                Task news;
                lock (gate)
                {
                    bot.Expire(Now);
                    if (bot.Peek(limit) is { Count: > 0 } some)
                    {
                        return new JsonArray([.. some.Select(each => each.Json.DeepClone())]);
                    }

                    news = bot.News.Task;
                }

                if (patience == 0 || await Task.WhenAny(news, end, mine.Task) is var first && first == end)
                {
                    stop.ThrowIfCancellationRequested();
                    return new JsonArray();
                }

                if (mine.Task.IsCompleted)
                {
                    throw new BotApiException(409, "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running");
                }
            }
        }
        finally
        {
            await bored.CancelAsync();
            lock (gate)
            {
                bot.Asking = bot.Asking == mine ? null : bot.Asking;
            }
        }
    }

    private JsonNode SetWebhook(FakeBot bot, JsonNode request)
    {
        var url = Text(request["url"]) ?? "";
        if (!url.StartsWith("https://", StringComparison.Ordinal))
        {
            throw BotApiException.Bad("bad webhook: An HTTPS URL must be provided for webhook");
        }

        bot.Webhook = url;
        bot.Secret = Text(request["secret_token"]);
        if (request["allowed_updates"] is JsonArray allowed)
        {
            bot.Allowed = [.. allowed.Select(each => each!.ToString())];
        }

        bot.Asking?.TrySetResult(true);
        _ = Deliver(bot);
        return true;
    }

    private static JsonNode DeleteWebhook(FakeBot bot)
    {
        bot.Webhook = "";
        return true;
    }

    private static JsonNode WebhookInfo(FakeBot bot)
    {
        var info = new JsonObject { ["url"] = bot.Webhook, ["has_custom_certificate"] = false, ["pending_update_count"] = bot.Waiting };
        if (bot.LastError is not null)
        {
            info["last_error_date"] = bot.LastErrorDate;
            info["last_error_message"] = bot.LastError;
        }

        return info;
    }

    // What happened in one chat is told in order; chats do not wait for each other.
    private async Task Deliver(FakeBot bot)
    {
        while (!closing.IsCancellationRequested)
        {
            Task news;
            lock (gate)
            {
                if (bot.Webhook.Length == 0)
                {
                    return;
                }

                bot.Expire(Now);
                foreach (var chat in bot.Peek(int.MaxValue).Select(each => each.Chat).Distinct().Where(chat => !callers.TryGetValue(chat, out var running) || running.IsCompleted))
                {
                    callers[chat] = Task.Run(() => DeliverOf(bot, chat));
                }

                news = bot.News.Task;
            }

            await Task.WhenAny(news, Task.Delay(Timeout.InfiniteTimeSpan, time, closing.Token));
        }
    }

    private async Task DeliverOf(FakeBot bot, long chat)
    {
        for (var pause = 0; !closing.IsCancellationRequested;)
        {
            (long Id, long Chat, JsonObject Json) next;
            lock (gate)
            {
                next = bot.Webhook.Length == 0 ? default : bot.Peek(int.MaxValue).FirstOrDefault(each => each.Chat == chat);
                if (next.Json is null)
                {
                    callers.Remove(chat);
                    return;
                }
            }

            if (await Call(bot, next.Json) is not { } trouble)
            {
                pause = 0;
                lock (gate)
                {
                    bot.Remove(next.Id);
                }

                continue;
            }

            lock (gate)
            {
                (bot.LastError, bot.LastErrorDate) = (trouble, Now);
            }

            await Task.Delay(TimeSpan.FromSeconds(pause), time, closing.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            pause = Math.Min(pause == 0 ? 2 : pause * 2, 60);
        }
    }

    private async Task<string?> Call(FakeBot bot, JsonObject update)
    {
        if (isCut)
        {
            return "Connection timed out";
        }

        var url = WebhookTarget is { } target ? new Uri(target, new Uri(bot.Webhook).AbsolutePath) : new Uri(bot.Webhook);
        using var request = new HttpRequestMessage(HttpMethod.Post, url) { Content = new StringContent(update.ToJsonString(Plain), MediaTypeHeaderValue.Parse("application/json")) };
        if (bot.Secret is { } secret)
        {
            request.Headers.Add("X-Telegram-Bot-Api-Secret-Token", secret);
        }

        try
        {
            using var response = await caller.SendAsync(request, closing.Token);
            return response.IsSuccessStatusCode ? null : $"Wrong response from the webhook: {((int)response.StatusCode).ToString(CultureInfo.InvariantCulture)}";
        }
        catch (Exception gone) when (gone is HttpRequestException or OperationCanceledException)
        {
            return "Connection refused";
        }
    }
}
