using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace Bot.Adapters.Tests.Telegram.Fake;

/// <summary>A request and its answer, as they went over the wire.</summary>
internal sealed record Exchange(string Method, JsonNode Request, JsonNode Answer)
{
    public bool IsOk => (bool?)Answer["ok"] == true;
}

/// <summary>
/// A Bot API server on this machine, written from what the real one is documented to do. It knows people, chats and bots, keeps
/// updates until they are confirmed, checks what is sent as the real one does, and fails when it is told to.
/// </summary>
internal sealed partial class FakeBotApi : IAsyncDisposable
{
    private static readonly JsonSerializerOptions Plain = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private readonly Lock gate = new();
    private readonly TimeProvider time;
    private WebApplication server;
    private readonly CancellationTokenSource closing = new();
    private readonly Dictionary<string, FakeBot> bots = new(StringComparer.Ordinal);
    private readonly Dictionary<long, FakeChat> chats = [];
    private readonly Dictionary<long, Somebody> people = [];
    private readonly ConcurrentQueue<Exchange> exchanges = new();
    private int underWay;
    private bool isCut;
    private int port;
    private int served;

    private FakeBotApi(TimeProvider time)
    {
        this.time = time;
        server = null!;
    }

    /// <summary>Where it is.</summary>
    public Uri Root => new(server.Urls.First());

    /// <summary>What goes wrong with a request: its method, and how many requests there were before it.</summary>
    public Func<string, JsonNode, Fault> Faults { get; set; } = (_, _) => Fault.None;

    /// <summary>Whether who sends too much is told so.</summary>
    public bool HasLimits { get; set; }

    /// <summary>Whether it knows messages for one person alone, as it does since 10.3.</summary>
    public bool KnowsEphemeral { get; set; } = true;

    /// <summary>Whether requests and answers are remembered.</summary>
    public bool Remembers { get; set; } = true;

    /// <summary>Whether all it says is as the real one would say it.</summary>
    public bool IsFaithful { get; set; } = true;

    /// <summary>Called when a message has been sent, with its chat.</summary>
    public Action<long>? OnSent { get; set; }

    /// <summary>All requests and answers so far.</summary>
    public IReadOnlyList<Exchange> Exchanges => [.. exchanges];

    /// <summary>Opens one.</summary>
    public static async Task<FakeBotApi> Open(TimeProvider time)
    {
        var api = new FakeBotApi(time);
        await api.Listen(0);
        return api;
    }

    /// <summary>The network goes away: whoever is connected is cut off, and nobody gets through.</summary>
    public async Task Cut()
    {
        isCut = true;
        port = Root.Port;
        await server.StopAsync(new CancellationToken(canceled: true));
        await server.DisposeAsync();
    }

    /// <summary>The network is there again.</summary>
    public async Task Mend()
    {
        isCut = false;
        await Listen(port);
    }

    public async ValueTask DisposeAsync()
    {
        await closing.CancelAsync();
        if (!isCut)
        {
            await server.StopAsync(new CancellationToken(canceled: true));
            await server.DisposeAsync();
        }

        await Recorder.Keep(IsFaithful ? Exchanges : []);
    }

    private async Task Listen(int on)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, on));
        server = builder.Build();
        server.Run(Answer);
        await server.StartAsync();
    }

    private long Now => time.GetUtcNow().ToUnixTimeSeconds();

    private async Task Answer(HttpContext context)
    {
        var parts = context.Request.Path.Value!.Split('/', StringSplitOptions.RemoveEmptyEntries);
        if (parts.Length != 2 || !parts[0].StartsWith("bot", StringComparison.Ordinal))
        {
            context.Response.StatusCode = 404;
            return;
        }

        var request = await Read(context.Request);
        var fault = Faults(parts[1], request);
        if (fault is Fault.Broken)
        {
            context.Abort();
            return;
        }

        Interlocked.Increment(ref served);
        var isAsking = parts[1].Equals("getUpdates", StringComparison.OrdinalIgnoreCase);
        Interlocked.Add(ref underWay, isAsking ? 0 : 1);
        var (status, answer) = await Outcome(parts[0][3..], parts[1], request, fault, context.RequestAborted);
        Interlocked.Add(ref underWay, isAsking ? 0 : -1);
        if (fault is Fault.EffectWithoutAnswer)
        {
            context.Abort();
            return;
        }

        context.Response.StatusCode = status;
        if (answer is null)
        {
            await context.Response.WriteAsync("<html>Bad gateway</html>");
            return;
        }

        if (Remembers)
        {
            exchanges.Enqueue(new Exchange(parts[1], request, answer));
        }

        context.Response.ContentType = "application/json";
        await context.Response.WriteAsync(answer.ToJsonString(Plain));
    }

    private static async Task<JsonNode> Read(HttpRequest request)
    {
        if (request.HasJsonContentType())
        {
            return await JsonNode.ParseAsync(request.Body) ?? new JsonObject();
        }

        var fields = new JsonObject();
        foreach (var (name, value) in request.Query.Concat(request.HasFormContentType ? await request.ReadFormAsync() : []))
        {
            var text = value.ToString();
            fields[name] = text is ['{' or '[', ..] ? JsonNode.Parse(text)
                : name.EndsWith("_id", StringComparison.Ordinal) && long.TryParse(text, CultureInfo.InvariantCulture, out var id) ? id
                : text;
        }

        foreach (var file in request.HasFormContentType ? request.Form.Files : new FormFileCollection())
        {
            using var content = new MemoryStream();
            await file.CopyToAsync(content);
            fields[file.Name] = new JsonObject { ["file_name"] = file.FileName, ["content"] = Convert.ToBase64String(content.ToArray()) };
        }

        return fields;
    }

    private async Task<(int Status, JsonObject? Answer)> Outcome(string token, string method, JsonNode request, Fault fault, CancellationToken stop)
    {
        switch (fault)
        {
            case Fault.Gateway:
                return (502, null);
            case Fault.Overloaded:
                return (503, null);
            case Fault.ServerError:
                return (500, new BotApiException(500, "Internal Server Error: try again").Json());
            case Fault.TooMany:
                return (429, TooMany(7).Json());
        }

        try
        {
            FakeBot bot;
            lock (gate)
            {
                bot = bots.GetValueOrDefault(token) ?? throw new BotApiException(401, "Unauthorized");
            }

            if (fault == Fault.CannotParse && request["parse_mode"] is not null)
            {
                throw BotApiException.Bad("can't parse entities: no");
            }

            return (200, new JsonObject { ["ok"] = true, ["result"] = await Do(bot, method, request, stop) });
        }
        catch (BotApiException no)
        {
            return (no.Code, no.Json());
        }
    }

    private static BotApiException TooMany(int seconds) =>
        new(429, $"Too Many Requests: retry after {seconds}", new JsonObject { ["retry_after"] = seconds });

    private async Task<JsonNode?> Do(FakeBot bot, string method, JsonNode request, CancellationToken stop)
    {
        if (method.Equals("getUpdates", StringComparison.OrdinalIgnoreCase))
        {
            return await GetUpdates(bot, request, stop);
        }

        lock (gate)
        {
            return method switch
            {
                "getMe" => Me(bot),
                "setWebhook" => SetWebhook(bot, request),
                "deleteWebhook" => DeleteWebhook(bot),
                "getWebhookInfo" => WebhookInfo(bot),
                "sendMessage" => SendMessage(bot, request),
                "sendDocument" => SendFile(bot, request, "document"),
                "sendPhoto" => SendFile(bot, request, "photo"),
                "editMessageText" => EditMessageText(bot, request),
                "editEphemeralMessageText" => EditEphemeralMessageText(bot, request),
                "pinChatMessage" => Pin(bot, request, isPinned: true),
                "unpinChatMessage" => Pin(bot, request, isPinned: false),
                "deleteMessage" => DeleteMessage(bot, request),
                "answerCallbackQuery" => AnswerCallbackQuery(bot, request),
                "setMyCommands" => SetMyCommands(bot, request),
                "getMyCommands" => new JsonArray(),
                "getChat" => GetChat(request),
                "getChatMember" => GetChatMember(request),
                _ => throw new BotApiException(404, "Not Found: method not found"),
            };
        }
    }
}
