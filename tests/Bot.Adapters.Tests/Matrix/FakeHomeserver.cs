using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Bot.Adapters.Tests.Matrix;

/// <summary>How the server fails, if it does.</summary>
internal enum Fault
{
    /// <summary>It does not.</summary>
    None,

    /// <summary>It is asked too often.</summary>
    TooMany,

    /// <summary>Something before it answers in its place.</summary>
    BadGateway,

    /// <summary>It does what it is asked, and the connection breaks before it has said so.</summary>
    DoneUnheard,
}

/// <summary>
/// A homeserver for what a real one does not do when it is asked to: fail, leave out, break off. How homeservers otherwise are, the tests against a
/// real one show (EndToEnd.Tests); this one knows a single account, its rooms, and no rights.
/// </summary>
internal sealed class FakeHomeserver : IAsyncDisposable
{
    public const string Bot = "@babillard:test.local";
    public const string Lina = "@lina:test.local";
    private readonly WebApplication web;
    private readonly Lock gate = new();
    private readonly List<JsonObject> stream = [];
    private readonly Dictionary<string, string> transactions = new(StringComparer.Ordinal);
    private readonly HashSet<string> joined = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (int At, string By)> invites = new(StringComparer.Ordinal);
    private TaskCompletionSource news = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int count;

    private FakeHomeserver(WebApplication web) => this.web = web;

    /// <summary>Where it is.</summary>
    public Uri Root { get; private set; } = null!;

    /// <summary>How it fails, by method and path.</summary>
    public Func<string, string, Fault> Faults { get; set; } = (_, _) => Fault.None;

    /// <summary>How many events of a room it tells at once; what came before has to be asked for.</summary>
    public int Most { get; set; } = 100;

    /// <summary>Everything it was asked, as method and path.</summary>
    public ConcurrentQueue<string> Asked { get; } = new();

    public ConcurrentDictionary<string, byte[]> Media { get; } = new(StringComparer.Ordinal);

    public static async Task<FakeHomeserver> Open()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var server = new FakeHomeserver(builder.Build());
        server.web.Run(server.Answer);
        await server.web.StartAsync();
        server.Root = new Uri(server.web.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());
        return server;
    }

    /// <summary>A room somebody has made, and asked the bot into.</summary>
    public string Room(bool asksBot = false, bool isIn = true, string by = Lina)
    {
        var room = "!" + Next("room");
        Happen(room, "m.room.create", by, new JsonObject(), "");
        Happen(room, "m.room.member", by, new JsonObject { ["membership"] = "join", ["displayname"] = "Lina" }, by);
        if (isIn)
        {
            Join(room);
        }

        if (asksBot)
        {
            lock (gate)
            {
                invites[room] = (stream.Count, by);
                Tell();
            }
        }

        return room;
    }

    /// <summary>Something happens in a room.</summary>
    public string Happen(string room, string type, string sender, JsonObject content, string? stateKey = null)
    {
        lock (gate)
        {
            var id = "$" + Next("event");
            var happened = new JsonObject { ["type"] = type, ["event_id"] = id, ["sender"] = sender, ["room_id"] = room, ["origin_server_ts"] = 1_795_000_000_000 + stream.Count, ["content"] = content };
            if (stateKey is not null)
            {
                happened["state_key"] = stateKey;
            }

            stream.Add(happened);
            Tell();
            return id;
        }
    }

    /// <summary>Somebody writes.</summary>
    public string Say(string room, string text, string by = Lina) => Happen(room, "m.room.message", by, new JsonObject { ["msgtype"] = "m.text", ["body"] = text });

    /// <summary>What the bot has written in a room.</summary>
    public IReadOnlyList<JsonObject> Written(string room)
    {
        lock (gate)
        {
            return [.. stream.Where(each => (string)each["room_id"]! == room && (string)each["sender"]! == Bot && (string)each["type"]! == "m.room.message")];
        }
    }

    /// <summary>It is there no longer.</summary>
    public Task Close() => web.StopAsync(new CancellationToken(canceled: true));

    public async ValueTask DisposeAsync() => await web.DisposeAsync();

    private string Next(string what) => string.Create(CultureInfo.InvariantCulture, $"{what}{Interlocked.Increment(ref count)}");

    private void Join(string room)
    {
        lock (gate)
        {
            invites.Remove(room);
            if (!joined.Add(room))
            {
                return;
            }

            Happen(room, "m.room.member", Bot, new JsonObject { ["membership"] = "join", ["displayname"] = "Babillard" }, Bot);
        }
    }

    private void Tell()
    {
        news.TrySetResult();
        news = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
    }

    private async Task Answer(HttpContext context)
    {
        var path = context.Request.Path.Value!;
        Asked.Enqueue($"{context.Request.Method} {path}");
        var fault = Faults(context.Request.Method, path);
        if (fault is Fault.TooMany or Fault.BadGateway)
        {
            context.Response.StatusCode = fault == Fault.TooMany ? 429 : 502;
            await context.Response.WriteAsync(fault == Fault.TooMany ? """{"errcode":"M_LIMIT_EXCEEDED","error":"later","retry_after_ms":500}""" : "<html>");
            return;
        }

        using var memory = new MemoryStream();
        await context.Request.Body.CopyToAsync(memory);
        var parts = path.Trim('/').Split('/').Select(Uri.UnescapeDataString).ToArray();
        var answer = await Do(context, parts, memory.ToArray());
        if (fault == Fault.DoneUnheard)
        {
            context.Abort();
            return;
        }

        context.Response.StatusCode = answer is null ? 404 : 200;
        await context.Response.WriteAsync((answer ?? new JsonObject { ["errcode"] = "M_NOT_FOUND" }).ToJsonString());
    }

    private async Task<JsonObject?> Do(HttpContext context, string[] parts, byte[] body)
    {
        switch (parts[3..])
        {
            case ["account", "whoami"]:
                return context.Request.Headers.Authorization == "Bearer token" ? new JsonObject { ["user_id"] = Bot } : null;
            case ["user", _, "filter"]:
                return new JsonObject { ["filter_id"] = "1" };
            case ["user", _, "account_data", _]:
                return new JsonObject();
            case ["sync"]:
                return await Sync(context);
            case ["join", var room]:
                Join(room);
                return new JsonObject { ["room_id"] = room };
            case ["rooms", var room, "leave"]:
                lock (gate)
                {
                    invites.Remove(room);
                }

                return new JsonObject();
            case ["rooms", var room, "send", var type, var transaction]:
                return Send(room, type, transaction, JsonNode.Parse(body)!.AsObject());
            case ["rooms", var room, "messages"]:
                return Messages(room, context.Request.Query["from"]!, context.Request.Query["to"]!);
            case ["rooms", _, "event", var id]:
                lock (gate)
                {
                    return stream.Find(each => (string)each["event_id"]! == id)?.DeepClone().AsObject();
                }

            case ["rooms", _, "state", _]:
                return new JsonObject { ["event_id"] = "$state" };
            case ["upload"]:
                var uri = "mxc://test.local/" + Next("media");
                Media[uri] = body;
                return new JsonObject { ["content_uri"] = uri };
            case [_, _, "m.reference", _] or ["rooms", _, "relations", ..] or ["relations", ..]:
                return new JsonObject { ["chunk"] = new JsonArray() };
            default:
                return parts.Contains("relations") ? new JsonObject { ["chunk"] = new JsonArray() } : null;
        }
    }

    private JsonObject Send(string room, string type, string transaction, JsonObject content)
    {
        lock (gate)
        {
            if (!transactions.TryGetValue($"{room} {type} {transaction}", out var id))
            {
                transactions[$"{room} {type} {transaction}"] = id = Happen(room, type, Bot, content);
            }

            return new JsonObject { ["event_id"] = id };
        }
    }

    private async Task<JsonObject> Sync(HttpContext context)
    {
        var since = context.Request.Query["since"].FirstOrDefault() is { } position ? int.Parse(position[1..], CultureInfo.InvariantCulture) : (int?)null;
        var wait = int.Parse(context.Request.Query["timeout"]!, CultureInfo.InvariantCulture);
        while (true)
        {
            Task more;
            lock (gate)
            {
                if (since is null || stream.Count > since || wait == 0 || context.RequestAborted.IsCancellationRequested)
                {
                    return News(since);
                }

                more = news.Task;
            }

            // As long as it takes: a test is over before a real server would give up.
            await more.WaitAsync(context.RequestAborted).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            wait = 0;
        }
    }

    private JsonObject News(int? since)
    {
        var (join, invite) = (new JsonObject(), new JsonObject());
        foreach (var room in joined)
        {
            var all = stream.Select((happened, n) => (happened, n)).Where(each => (string)each.happened["room_id"]! == room).ToList();
            var fresh = since is null ? [] : all.Where(each => each.n >= since).ToList();
            if (since is not null && fresh.Count == 0)
            {
                continue;
            }

            var told = fresh.TakeLast(Most).ToList();
            var state = all.Where(each => each.happened.ContainsKey("state_key") && !told.Contains(each) && (since is null || each.n >= since || fresh.Exists(one => (string)one.happened["sender"]! == Bot)));
            join[room] = new JsonObject
            {
                ["state"] = new JsonObject { ["events"] = Copies(state.Select(each => each.happened)) },
                ["timeline"] = new JsonObject
                {
                    ["events"] = Copies(told.Select(each => each.happened)),
                    ["limited"] = told.Count < fresh.Count,
                    ["prev_batch"] = Position(told.Count > 0 ? told[0].n : stream.Count),
                },
            };
        }

        foreach (var (room, (at, by)) in invites.Where(each => since is null || each.Value.At >= since))
        {
            var invitation = new JsonObject
            {
                ["type"] = "m.room.member",
                ["sender"] = by,
                ["state_key"] = Bot,
                ["content"] = new JsonObject { ["membership"] = "invite" },
            };
            invite[room] = new JsonObject { ["invite_state"] = new JsonObject { ["events"] = new JsonArray(invitation) } };
        }

        return new JsonObject { ["next_batch"] = Position(stream.Count), ["rooms"] = new JsonObject { ["join"] = join, ["invite"] = invite } };
    }

    // Two a page, so that there is always another one.
    private JsonObject Messages(string room, string from, string to)
    {
        lock (gate)
        {
            var (first, last) = (int.Parse(from[1..], CultureInfo.InvariantCulture), int.Parse(to[1..], CultureInfo.InvariantCulture));
            var page = stream.Select((happened, n) => (happened, n)).Where(each => each.n >= first && each.n < last && (string)each.happened["room_id"]! == room).Take(2).ToList();
            var answer = new JsonObject { ["chunk"] = Copies(page.Select(each => each.happened)) };
            if (page.Count == 2)
            {
                answer["end"] = Position(page[^1].n + 1);
            }

            return answer;
        }
    }

    private static string Position(int at) => string.Create(CultureInfo.InvariantCulture, $"s{at}");

    private static JsonArray Copies(IEnumerable<JsonObject> events) => new([.. events.Select(each => each.DeepClone())]);
}
