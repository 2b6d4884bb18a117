using Bot.Adapters.InMemory;
using Bot.Core.Chat;
using Bot.Core.Memory;
using Bot.Core.Tests.Replay;
using Bot.Core.Turns;
using Bot.Host;
using Bot.Host.Replay;
using Microsoft.Extensions.Logging.Abstractions;
using NodaTime;

namespace Bot.Core.Tests.Kernel;

/// <summary>Coops share nothing: what one was given leads nowhere in another, even when its bytes are known there.</summary>
public sealed class IsolationTests : IAsyncDisposable
{
    private static readonly Instant Noon = Instant.FromUtc(2026, 11, 21, 12, 0);
    private static readonly Place Garden = new("wall", "bot", "garden");
    private static readonly Place Canteen = new("wall", "bot", "canteen");
    private readonly InMemoryStore store = new();
    private readonly Wall wall = new();
    private readonly Babillard bot;
    private int count;

    public IsolationTests() => bot = new Babillard(
        store, [wall], Playing.Parts, new ManualTime(Noon), length => [.. Enumerable.Range(++count, length).Select(each => (byte)each)],
        new Defaults("fr", "Europe/Paris"), NullLoggerFactory.Instance);

    [Fact]
    public async Task A_button_of_another_coop_leads_nowhere()
    {
        await Say(Garden, "Lina", "/action secret");
        var button = Assert.Single(wall.Shown[^1].Buttons);
        await Say(Canteen, "Sam", "/libres");
        await Hear(new Pressed("wall:press", Canteen, By("Sam"), Noon, wall.Shown[^1].Id, button.Token));

        Assert.Equal("Ce bouton ne sert plus. Retape ta commande.", wall.Shown[^1].Text);
        Assert.NotEqual(store.CoopOf(Garden), store.CoopOf(Canteen));
        Assert.DoesNotContain("ClaimAction", store.ReadTrace(new TraceQuery(store.CoopOf(Garden)!, 10)).Select(line => line.Command));
    }

    [Fact]
    public async Task A_reply_to_a_message_that_stands_in_another_group_means_nothing()
    {
        await Say(Garden, "Lina", "/action secret");
        var message = wall.Shown[^1].Id;
        await Say(Canteen, "Sam", "/action autre");
        await Say(Canteen, "Sam", "/claim", replyTo: message);

        Assert.StartsWith("Quelle action", wall.Shown[^1].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task In_private_a_button_works_only_for_members_of_its_coop()
    {
        await Say(Garden, "Lina", "/action secret");
        var token = wall.Shown[^1].Buttons[0].Token;
        await Say(Canteen, "Sam", "/libres");
        await Hear(new Pressed("wall:press", Chat("Sam"), By("Sam"), Noon, "x", token) { IsPrivate = true });
        Assert.Equal("Ce bouton ne sert plus. Retape ta commande.", wall.Shown[^1].Text);

        await Say(Garden, "Sam", "/libres");
        await Hear(new Pressed("wall:press2", Chat("Sam"), By("Sam"), Noon, "x", token) { IsPrivate = true });
        Assert.Contains(wall.Shown, message => message.Text.StartsWith("Pris", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Two_first_messages_at_once_begin_one_coop_in_their_order()
    {
        await Task.WhenAll(Enumerable.Range(1, 20).Select(number => Say(Garden, "Lina", $"/action numéro {number}")));
        Assert.Equal(
            Enumerable.Range(1, 20).Select(number => $"Noté : « numéro {number} » (A{number}). Personne dessus."),
            wall.Shown.Select(message => message.Text.Replace('\u00A0', ' ').Replace(" Erreur ? /oups", "", StringComparison.Ordinal)));
    }

    public ValueTask DisposeAsync() => bot.DisposeAsync();

    private static Speaker By(string name) => new(new Account("wall", name), name, PrivateChat: Chat(name));

    private static Place Chat(string name) => new("wall", "bot", "@" + name);

    private Task Say(Place place, string name, string text, string? replyTo = null)
    {
        var id = $"m{++count}";
        return Hear(new Said($"wall:{id}", place, By(name), Noon, id, text) { ReplyTo = replyTo });
    }

    private async Task Hear(Incoming incoming)
    {
        await bot.Conversation.Hear(incoming);
        await bot.Postman.Idle();
    }

    /// <summary>A platform that only remembers what it was given to show.</summary>
    private sealed class Wall : IChatPlatform
    {
        public string Name => "wall";

        public List<Outgoing> Shown { get; } = [];

        public Capabilities CapabilitiesOf(Place place) => new(Buttons: true, Edits: true, Whispers: false, IdempotentSends: true);

        public Task Listen(IListener listener, CancellationToken stop) => Task.CompletedTask;

        public Task<Sent> Send(Outgoing message, string? edits, CancellationToken stop)
        {
            lock (Shown)
            {
                Shown.Add(message);
            }

            return Task.FromResult<Sent>(new Sent.Shown(message.Id));
        }
    }
}
