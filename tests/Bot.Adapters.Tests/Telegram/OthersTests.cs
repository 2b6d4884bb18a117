using Bot.Adapters.Tests.Telegram.Fake;
using Bot.Host.Replay;
using Bot.Tests;
using NodaTime;

namespace Bot.Adapters.Tests.Telegram;

/// <summary>Our own Bot API server, held against bots that others wrote for the real one.</summary>
public sealed class OthersTests
{
    [NodeTheory]
    [InlineData("grammy.mjs")]
    [InlineData("telegraf.mjs")]
    public async Task A_bot_of_another_library_lives_on_the_fake_as_on_telegram(string script)
    {
        await using var api = await FakeBotApi.Open(new ManualTime(Instant.FromUtc(2026, 11, 21, 10, 0)));
        api.Remembers = false;
        var bot = api.NewBot(Village.Token, "other_bot");
        var lina = api.NewPerson(7, "Lina");
        var group = api.NewGroup(-4001, "Jardin", isForum: false, lina);
        using var program = NodeProgram.Start(script, api.Root.AbsoluteUri.TrimEnd('/'), Village.Token);
        Assert.Equal("ready other_bot", await program.Prints("ready"));

        api.SetBot(bot, group, "member", lina);
        await Reads(group, "de left à member");
        api.Say(lina, group, "/html");
        await Reads(group, "gras <");
        api.Say(lina, group, "/ping@other_bot");
        await Reads(group, "pong <&>");
        api.Press(lina, group, "Encore");
        await Reads(group, "pong, encore");
        Assert.Equal((lina, "reçu again", false), Assert.Single(api.Toasts));

        var edited = api.Say(lina, group, "/libre");
        api.Edit(group, edited, "/libres");
        await Reads(group, "corrigé /libres");
        api.Say(lina, group, "/wrong");
        await Village.Until(() => program.Lines.Count >= 6);
        Assert.Equal(
            [
                "400 Bad Request: message is too long",
                "400 Bad Request: can't parse entities: can't find end tag",
                "400 Bad Request: BUTTON_DATA_INVALID",
                "400 Bad Request: chat not found",
                "400 Bad Request: chat not found",
            ],
            program.Lines.Skip(1));

        var super = api.Migrate(group, -1_000_000_004_001);
        await Reads(super, "arrivé");

        Task Reads(FakeChat chat, string text) => Village.Until(() => api.WrittenBy(bot, chat).Any(message => message.Text == text));
    }
}
