using System.Text.Json.Nodes;
using Bot.Adapters.Matrix;
using Bot.Adapters.Tests.Chat;
using Bot.Adapters.Tests.Telegram;
using Bot.Core.Chat;
using Bot.Host.Replay;
using Microsoft.Extensions.Logging.Abstractions;
using NodaTime;

namespace Bot.Adapters.Tests.Matrix;

/// <summary>What a homeserver does when it is not well, and what must not come of it.</summary>
public sealed class FaultTests : IAsyncLifetime
{
    private readonly ManualTime time = new(Instant.FromUtc(2026, 11, 21, 10, 0));
    private readonly CancellationTokenSource stop = new();
    private FakeHomeserver server = null!;
    private MatrixPlatform platform = null!;
    private Task listening = Task.CompletedTask;

    private static Place At(string room) => new("matrix", FakeHomeserver.Bot, room);

    [Fact]
    public async Task What_is_sent_unheard_and_sent_again_is_shown_once()
    {
        var room = server.Room();
        await Listens(new Listening());
        server.Faults = (method, path) => method == "PUT" && path.Contains("/send/", StringComparison.Ordinal) ? Fault.DoneUnheard : Fault.None;
        var message = new Outgoing("coop-1-0", At(room), "Noté.");
        Assert.IsType<Sent.RetryAt>(await platform.Send(message, null, stop.Token));
        server.Faults = (_, _) => Fault.None;
        Assert.IsType<Sent.Shown>(await platform.Send(message, null, stop.Token));
        Assert.Single(server.Written(room));
    }

    [Fact]
    public async Task A_server_that_asks_to_wait_is_left_alone_by_all_rooms_until_then()
    {
        var (garden, kitchen) = (server.Room(), server.Room());
        await Listens(new Listening());
        server.Faults = (method, path) => path.Contains("/send/", StringComparison.Ordinal) ? Fault.TooMany : Fault.None;
        var until = Assert.IsType<Sent.RetryAt>(await platform.Send(new Outgoing("coop-1-0", At(garden), "un"), null, stop.Token)).When;
        Assert.Equal(Instant.FromDateTimeOffset(time.GetUtcNow()) + Duration.FromMilliseconds(500), until);
        server.Faults = (_, _) => Fault.None;
        Assert.Equal(until, Assert.IsType<Sent.RetryAt>(await platform.Send(new Outgoing("coop-1-1", At(kitchen), "deux"), null, stop.Token)).When);
        Assert.Empty(server.Written(kitchen));
        time.MoveTo(until);
        Assert.IsType<Sent.Shown>(await platform.Send(new Outgoing("coop-1-1", At(kitchen), "deux"), null, stop.Token));
    }

    [Fact]
    public async Task What_the_server_leaves_out_is_asked_for_and_heard_in_order_and_once()
    {
        var room = server.Room();
        var listener = new Listening { Awaited = 9 };
        await Listens(listener);
        server.Most = 2;
        server.Faults = (_, path) => path.EndsWith("/sync", StringComparison.Ordinal) ? Fault.BadGateway : Fault.None;
        for (var n = 1; n <= 9; n++)
        {
            server.Say(room, $"!action {n}");
        }

        // The long poll that is open may still tell of the first; the rest comes as a gap.
        server.Faults = (_, _) => Fault.None;
        await Passes(() => listener.HeardEnough.IsCompleted);
        Assert.Equal(Enumerable.Range(1, 9).Select(n => $"!action {n}"), listener.Heard.Cast<Said>().Select(said => said.Text).Distinct(StringComparer.Ordinal));
        Assert.Equal(listener.Heard.Count, listener.Heard.Select(each => each.Key).Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public async Task The_position_waits_for_what_is_not_dealt_with_yet()
    {
        var room = server.Room();
        var deals = new TaskCompletionSource();
        var listener = new Listening { Awaited = 1, Then = _ => deals.Task };
        await Listens(listener);
        var before = listener.Cursor;
        server.Say(room, "!action");
        server.Say(room, "!libres");
        await Passes(() => server.Asked.Count(each => each.EndsWith("/sync", StringComparison.Ordinal)) >= 3);
        Assert.Equal(before, listener.Cursor);
        deals.SetResult();
        await Passes(() => listener.Cursor != before);
    }

    [Fact]
    public async Task On_its_first_day_the_bot_hears_nothing_of_what_was_said_before()
    {
        var room = server.Room();
        server.Say(room, "!action d'hier");
        var listener = new Listening { Awaited = 1 };
        await Listens(listener);
        server.Say(room, "!action d'aujourd'hui");
        await Passes(() => listener.HeardEnough.IsCompleted);
        Assert.Equal("!action d'aujourd'hui", Assert.IsType<Said>(Assert.Single(listener.Heard)).Text);
    }

    [Fact]
    public async Task An_event_that_is_not_as_it_should_be_is_left_out_and_the_next_is_heard()
    {
        var room = server.Room();
        var listener = new Listening { Awaited = 1 };
        await Listens(listener);
        server.Happen(room, "m.room.message", FakeHomeserver.Lina, new JsonObject { ["msgtype"] = 7, ["body"] = new JsonArray() });
        server.Happen(room, "m.reaction", FakeHomeserver.Lina, new JsonObject { ["m.relates_to"] = "nothing" });
        server.Happen(room, "m.room.member", "@sam:test.local", new JsonObject { ["membership"] = 1 }, "@sam:test.local");
        server.Happen(room, "m.bridge", FakeHomeserver.Lina, new JsonObject { ["protocol"] = "none" }, "x");
        server.Say(room, "!action");
        await Passes(() => listener.HeardEnough.IsCompleted);
        Assert.Equal("!action", Assert.IsType<Said>(Assert.Single(listener.Heard)).Text);
    }

    [Fact]
    public async Task Who_may_not_ask_the_bot_in_is_declined()
    {
        var (theirs, ours) = (server.Room(asksBot: true, isIn: false, by: "@spam:elsewhere.example"), server.Room(asksBot: true, isIn: false));
        var listener = new Listening { Awaited = 1 };
        await Listens(listener);
        await Passes(() => listener.HeardEnough.IsCompleted && server.Asked.Any(each => each.EndsWith("/leave", StringComparison.Ordinal)));
        Assert.Contains($"POST /_matrix/client/v3/rooms/{theirs}/leave", server.Asked);
        Assert.Equal(At(ours), Assert.IsType<Added>(Assert.Single(listener.Heard)).Place);
    }

    [Fact]
    public async Task A_token_that_nobody_knows_ends_it_with_a_sentence()
    {
        using var stranger = new MatrixPlatform(new MatrixSettings(server.Root, "another", []), time, NullLogger<MatrixPlatform>.Instance);
        await Assert.ThrowsAsync<PlatformRefusedException>(() => stranger.Listen(new Listening(), stop.Token));
    }

    [Fact]
    public void The_token_is_never_printed() => Assert.DoesNotContain("token", new MatrixSettings(server.Root, "token", []).ToString(), StringComparison.Ordinal);

    public async Task InitializeAsync()
    {
        server = await FakeHomeserver.Open();
        platform = new MatrixPlatform(new MatrixSettings(server.Root, "token", ["test.local"]), time, NullLogger<MatrixPlatform>.Instance);
    }

    public async Task DisposeAsync()
    {
        await stop.CancelAsync();
        await listening;
        platform.Dispose();
        stop.Dispose();
        await server.DisposeAsync();
    }

    private Task Listens(Listening listener)
    {
        listening = platform.Listen(listener, stop.Token);
        return Passes(() => listener.HasCaughtUp.IsCompleted);
    }

    // Whatever waits for the clock goes on.
    private Task Passes(Func<bool> isSo) => Village.Until(() =>
    {
        var now = isSo();
        if (!now)
        {
            time.MoveTo(Instant.FromDateTimeOffset(time.GetUtcNow()) + Duration.FromMilliseconds(100));
        }

        return now;
    });
}
