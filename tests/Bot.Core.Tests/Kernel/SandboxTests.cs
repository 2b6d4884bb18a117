using System.Text;
using Bot.Core.Chat;
using Bot.Core.Memory;
using Bot.Core.Tests.Deliveries;
using Bot.Core.Tests.Replay;
using NodaTime;

namespace Bot.Core.Tests.Kernel;

/// <summary>A trial is one person's, there is one at a time, and it goes without leaving anything.</summary>
public sealed class SandboxTests : IDisposable
{
    private static readonly Place Garden = Village.Group("garden");
    private static readonly Place Chat = Village.ChatWith("Lina");
    private readonly string folder = Directory.CreateTempSubdirectory("sandbox-").FullName;
    private readonly Slate slate = new();

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Theory]
    [InlineData("/demo fin")]
    [InlineData("/demo recommencer")]
    public async Task Nothing_of_a_trial_is_left_in_the_bytes_of_any_file(string end)
    {
        await using var village = new Village(slate, Playing.OnDisk(folder));
        await village.Hear("Lina", Garden, "/action semer");
        await village.Hear("Lina", Chat, "/demo");
        await village.Hear("Lina", Chat, "/moi Quibuscumque");
        await village.Hear("Lina", Chat, "/action moissonner");
        await village.Hear("Lina", Chat, "/claim moissonner");
        await village.Hear("Lina", Chat, "/tableau");
        await village.Hear("Lina", Chat, "/claim affiche");
        await village.Hear("Lina", Chat, "/lacher moissonner trop loin");
        await village.Hear("Lina", Chat, "/oups");
        await village.Store.Advance(Slate.PlatformName, "1");
        var trial = village.Store.CoopOf(Chat)!;
        string[] words = ["Quibuscumque", "moissonner", "trop loin", trial];
        Assert.All(words, each => Assert.True(Bytes(each), $"{each} should be there before."));

        await village.Hear("Lina", Chat, end);

        Assert.All(words, each => Assert.False(Bytes(each), $"{each} is left."));
        Assert.Equal(end != "/demo fin", Bytes("jardinage"));
        Assert.True(Bytes("semer"));
        await village.Restart(isClean: true);
        Assert.All(words, each => Assert.False(Bytes(each), $"{each} is back."));
        Assert.Equal(["semer"], village.TitlesIn(Garden));
    }

    [Fact]
    public async Task Who_asks_twice_at_once_has_one_trial()
    {
        await using var village = new Village(slate);
        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => village.Conversation.Hear(village.Says("Lina", Chat, "/demo"))));
        await village.Idle();

        Assert.Equal(1, slate.ReadIn(Chat).Count(text => text.StartsWith("Mode essai", StringComparison.Ordinal)));
        Assert.Equal(7, slate.ReadIn(Chat).Count(text => text.StartsWith("L'essai est ouvert", StringComparison.Ordinal)));
        Assert.Single(village.Store.EntriesOf(new Account(Slate.PlatformName, "Lina")));
    }

    [Fact]
    public async Task What_is_said_while_a_trial_ends_is_heard_where_it_then_belongs()
    {
        await using var village = new Village(slate, Playing.OnDisk(folder));
        await village.Hear("Lina", Garden, "/action semer");
        await village.Hear("Lina", Chat, "/demo");
        await village.Hear("Lina", Chat, "/claim café");

        // All of them wait in line behind the first, before it is written.
        await Task.WhenAll(new[] { "/demo fin", "/mes_actions", "/demo" }.Select(text => village.Conversation.Hear(village.Says("Lina", Chat, text))));
        await village.Idle();

        Assert.Equal(["Aucune", "Fini", "Mode"], slate.ReadIn(Chat).Skip(2).Select(text => text.Split(' ', '\u00A0')[0]).Order(StringComparer.Ordinal));
        Assert.NotNull(village.Store.CoopOf(Chat));
        Assert.Equal(["semer"], village.TitlesIn(Garden));
    }

    [Fact]
    public async Task What_a_trial_had_not_said_yet_is_never_said()
    {
        await using var village = new Village(slate);
        await village.Hear("Lina", Chat, "/demo");
        var later = PostOffice.Noon + Duration.FromMinutes(1);
        slate.Answer = each => each.Message.Text.StartsWith("Pris", StringComparison.Ordinal) && village.Time.GetCurrentInstant() < later ? new Sent.RetryAt(later) : null;
        await village.Conversation.Hear(village.Says("Lina", Chat, "/claim café"));
        await Waiting.Until(() => slate.Sendings.Count == 2);
        await village.Conversation.Hear(village.Says("Lina", Chat, "/libres"));

        await village.Conversation.Hear(village.Says("Lina", Chat, "/demo fin"));
        Assert.StartsWith("Fini", slate.ReadIn(Chat)[^1], StringComparison.Ordinal);
        await Waiting.Until(() =>
        {
            village.Time.MoveTo(village.Time.GetCurrentInstant() + Duration.FromSeconds(10));
            return village.Time.GetCurrentInstant() > later;
        });
        await village.Idle();

        Assert.Equal(2, slate.ReadIn(Chat).Count);
        await village.Hear("Lina", Chat, "/demo");
        Assert.StartsWith("Mode essai", slate.ReadIn(Chat)[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_farewell_that_can_no_longer_be_an_edit_is_said_anew()
    {
        await using var village = new Village(slate);
        await village.Hear("Lina", Chat, "/demo");
        var button = slate.Sendings[^1].Message.Buttons[^1];
        var pressed = new Pressed("slate:press", Chat, village.Says("Lina", Chat, "").By, PostOffice.Noon, slate.MessageReading("Mode essai"), button.Token) { IsPrivate = true };
        slate.Answer = each => each.Edits is null ? null : new Sent.Refused("too old");

        await village.Conversation.Hear(pressed);
        await village.Conversation.Hear(pressed);

        Assert.Equal(2, slate.ReadIn(Chat).Count);
        Assert.StartsWith("Fini", slate.ReadIn(Chat)[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_trial_speaks_as_the_coop_does_whose_private_chat_it_borrows()
    {
        await using var village = new Village(slate);
        await village.Hear("Lina", Garden, "/settings language en");
        await village.Hear("Lina", Garden, "/settings timezone Montreal");

        await village.Hear("Lina", Chat, "/demo");

        Assert.StartsWith("Trial", slate.ReadIn(Chat)[^1], StringComparison.Ordinal);
        var trial = village.Store.CoopOf(Chat)!;
        Assert.Equal("America/Montreal", Coop.From(trial, village.Store.Load(trial)).Find<CoopSettings>(1)!.Zone);
    }

    private bool Bytes(string words) => Directory.GetFiles(folder).Where(file => !file.EndsWith(".lock", StringComparison.Ordinal))
        .Any(file => File.ReadAllBytes(file).AsSpan().IndexOf(Encoding.UTF8.GetBytes(words)) >= 0);
}
