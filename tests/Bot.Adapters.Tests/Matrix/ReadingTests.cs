using System.Text.Json.Nodes;
using Bot.Adapters.Matrix;
using Bot.Adapters.Tests.Chat;
using Bot.Adapters.Tests.Telegram;
using Bot.Core.Chat;
using Bot.Host.Replay;
using Microsoft.Extensions.Logging.Abstractions;
using NodaTime;

namespace Bot.Adapters.Tests.Matrix;

/// <summary>What comes along with a line: the file beside it, and what it replies to.</summary>
public sealed class ReadingTests : IAsyncLifetime
{
    private const string Sam = "@sam:test.local";
    private readonly CancellationTokenSource stop = new();
    private FakeHomeserver server = null!;
    private MatrixPlatform platform = null!;
    private Task listening = Task.CompletedTask;

    [Fact]
    public async Task What_people_wrote_and_somebody_replies_to_comes_along_as_it_reads_now()
    {
        var room = server.Room();
        var listener = await Listens();
        var written = server.Say(room, "on garde les semis au frais", Sam);
        server.Happen(room, "m.room.message", Sam, new JsonObject
        {
            ["msgtype"] = "m.text",
            ["body"] = "* on garde les semis au chaud",
            ["m.new_content"] = new JsonObject { ["msgtype"] = "m.text", ["body"] = "on garde les semis au chaud" },
            ["m.relates_to"] = new JsonObject { ["rel_type"] = "m.replace", ["event_id"] = written },
        });
        var said = await Replies(listener, room, written, "!journal");
        Assert.Equal(("on garde les semis au chaud", Sam), (said.Quotes?.Text, said.Quotes?.By.Account.Id));
        Assert.DoesNotContain(server.Asked, each => each.Contains("/event/", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_was_written_before_is_asked_for_only_when_somebody_speaks_to_the_bot_of_it()
    {
        var room = server.Room();
        var written = server.Happen(room, "m.room.message", Sam, new JsonObject { ["msgtype"] = "m.image", ["body"] = "plan.png", ["url"] = "mxc://test.local/plan" });
        var listener = await Listens();
        Assert.Null((await Replies(listener, room, written, "joli !")).Quotes);
        Assert.DoesNotContain(server.Asked, each => each.Contains("/event/", StringComparison.Ordinal));
        var quoted = (await Replies(listener, room, written, "!journal le plan")).Quotes;
        Assert.Equal(("", "plan.png"), (quoted?.Text, quoted?.File?.Name));
    }

    [Theory]
    [InlineData("m.image")]
    [InlineData("m.file")]
    [InlineData("m.video")]
    [InlineData("m.audio")]
    public async Task A_file_comes_with_its_caption_and_its_name_is_none(string kind)
    {
        var room = server.Room();
        var listener = await Listens();
        server.Happen(room, "m.room.message", Sam, new JsonObject { ["msgtype"] = kind, ["body"] = "serre.jpg", ["filename"] = "serre.jpg" });
        var id = server.Happen(room, "m.room.message", Sam, new JsonObject { ["msgtype"] = kind, ["body"] = "!journal la serre est montée", ["filename"] = "serre.jpg" });
        await Village.Until(() => listener.Heard.Count > 0);
        var said = Assert.IsType<Said>(Assert.Single(listener.Heard));
        Assert.Equal(("!journal la serre est montée", new SharedFile("serre.jpg", $"https://matrix.to/#/{Uri.EscapeDataString(room)}/{Uri.EscapeDataString(id)}")), (said.Text, said.File));
    }

    [Fact]
    public async Task Where_the_bot_may_not_write_or_pin_its_operator_reads_so()
    {
        var (silent, open) = (server.Room(), server.Room());
        Levels(silent, new JsonObject { ["users"] = new JsonObject { [FakeHomeserver.Lina] = 100 }, ["events_default"] = 50 });
        Levels(open, new JsonObject { ["users"] = new JsonObject { [FakeHomeserver.Bot] = 10 }, ["events"] = new JsonObject { ["m.room.pinned_events"] = 20 } });
        var findings = await Inspection.Inspect(Settings(), [At(silent), At(open)], CancellationToken.None);
        Assert.Equal("has no right to write. Give it the level 50 there.", Assert.Single(findings, each => each.IsTrouble).Sentence.Split(", but ")[^1]);
        Assert.EndsWith("With the level 20 it would also pin the board and open decisions.", findings[^1].Sentence, StringComparison.Ordinal);

        await Listens();
        Assert.IsType<Sent.Shown>(await platform.Send(new Outgoing("coop-1-0", At(open), "À faire 0") { Pinning = Pinning.Pinned }, null, stop.Token));
        Assert.DoesNotContain(server.Asked, each => each.Contains("pinned_events", StringComparison.Ordinal));
    }

    public async Task InitializeAsync()
    {
        server = await FakeHomeserver.Open();
        platform = new MatrixPlatform(Settings(), new ManualTime(Instant.FromUtc(2026, 11, 21, 10, 0)), NullLogger<MatrixPlatform>.Instance);
    }

    public async Task DisposeAsync()
    {
        await stop.CancelAsync();
        await listening;
        platform.Dispose();
        stop.Dispose();
        await server.DisposeAsync();
    }

    private static Place At(string room) => new("matrix", FakeHomeserver.Bot, room);

    private MatrixSettings Settings() => new(server.Root, "token", ["test.local"]);

    private void Levels(string room, JsonObject levels) => server.Happen(room, "m.room.power_levels", FakeHomeserver.Lina, levels, "");

    private async Task<Listening> Listens()
    {
        var listener = new Listening();
        listening = platform.Listen(listener, stop.Token);
        await Village.Until(() => listener.HasCaughtUp.IsCompleted);
        return listener;
    }

    private async Task<Said> Replies(Listening listener, string room, string to, string text)
    {
        server.Happen(room, "m.room.message", FakeHomeserver.Lina, new JsonObject
        {
            ["msgtype"] = "m.text",
            ["body"] = text,
            ["m.relates_to"] = new JsonObject { ["m.in_reply_to"] = new JsonObject { ["event_id"] = to } },
        });
        await Village.Until(() => listener.Heard.OfType<Said>().Any(said => said.Text == text));
        return listener.Heard.OfType<Said>().Last(said => said.Text == text);
    }
}
