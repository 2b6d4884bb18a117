using System.Net;
using System.Net.Sockets;
using Bot.Adapters.Tests.Telegram.Fake;
using Bot.Tests;

namespace Bot.Host.Tests;

/// <summary>The program as people start it, with a token of Telegram.</summary>
public sealed class TelegramProgramTests : IDisposable
{
    private const string Token = "900001:AAtoken_of_the_bot-that_nobody_may_see1";
    private readonly Folder folder = new();

    [Fact]
    public async Task It_answers_on_telegram_and_goes_on_after_it_was_killed()
    {
        await using var api = await FakeBotApi.Open(WallClock.Time);
        var bot = api.NewBot(Token, "babillard_bot");
        var lina = api.NewPerson(7, "Lina");
        var group = api.NewGroup(-4001, "Jardin", isForum: false, lina);
        api.SetBot(bot, group, "member", lina);
        using (var first = Start(api))
        {
            await first.Tells("Listening on Telegram as @babillard_bot");
            api.Say(lina, group, "/action jardinage");
            await Reads(api, bot, group, "« jardinage » (A1)");
            if (OperatingSystem.IsLinux())
            {
                Assert.DoesNotContain("AAtoken", await File.ReadAllTextAsync($"/proc/{first.Id}/cmdline"), StringComparison.Ordinal);
            }

            await first.Kill();
            Assert.DoesNotContain("AAtoken", first.Output + first.Errors, StringComparison.Ordinal);
        }

        api.Say(lina, group, "/claim jardinage");
        using var second = Start(api);
        await Reads(api, bot, group, "Pris");
        Assert.Single(api.WrittenBy(bot, group), message => message.Text.Contains("Noté", StringComparison.Ordinal) && !message.Text.StartsWith('('));
        await second.Terminate();
        Assert.Equal(0, await second.End());
        Assert.DoesNotContain("AAtoken", second.Output + second.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Check_says_how_the_bot_stands_with_telegram()
    {
        await using var api = await FakeBotApi.Open(WallClock.Time);
        var bot = api.NewBot(Token, "babillard_bot");
        var lina = api.NewPerson(7, "Lina");
        var group = api.NewGroup(-4001, "Jardin", isForum: false, lina);
        api.SetBot(bot, group, "member", lina);
        using (var program = Start(api))
        {
            await Reads(api, bot, group, "Bonjour");
            var whileItRuns = await Check(api.Root);
            Assert.Equal(0, whileItRuns.Code);
            Assert.Contains("Telegram knows the bot as @babillard_bot.\nPrivacy mode is on, as it should be", whileItRuns.Text, StringComparison.Ordinal);
            Assert.Contains("Messages are asked for", whileItRuns.Text, StringComparison.Ordinal);
            Assert.Contains("In « Jardin » the bot is a member, which is enough", whileItRuns.Text, StringComparison.Ordinal);
            await program.Terminate();
            await program.End();
        }

        bot.HasPrivacy = false;
        group.Members[bot.Account.Id] = "restricted";
        bot.Webhook = "https://old.example/";
        var worse = await Check(api.Root);
        Assert.Equal(2, worse.Code);
        Assert.All(
            ["Privacy mode is off", "/setprivacy", "Messages are delivered to https://old.example/", "In « Jardin » the bot may not write."],
            part => Assert.Contains(part, worse.Text, StringComparison.Ordinal));

        api.Revoke(bot);
        var revoked = await Check(api.Root);
        Assert.Equal(2, revoked.Code);
        Assert.Contains("Ask @BotFather for it again", revoked.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("AAtoken", worse.Text + revoked.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_that_is_not_there_is_told_in_a_sentence()
    {
        var (code, text) = await Check(new Uri($"http://127.0.0.1:{FreePort()}"));
        Assert.Equal(2, code);
        Assert.Contains("Telegram cannot be reached at http://127.0.0.1", text, StringComparison.Ordinal);
        Assert.DoesNotContain("AAtoken", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_token_that_is_none_is_refused_without_being_repeated()
    {
        using var program = RunningProgram.StartUnder(new Dictionary<string, string> { ["Telegram__Token"] = "not a token" }, folder, "--data", "memory");
        Assert.Equal(2, await program.End());
        Assert.Contains("Telegram:Token: this is not a token.", program.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain("not a token\"", program.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_token_telegram_does_not_know_ends_the_program_with_a_sentence()
    {
        await using var api = await FakeBotApi.Open(WallClock.Time);
        using var program = Start(api);
        Assert.Equal(2, await program.End());
        Assert.Contains("Ask @BotFather for it again", program.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", program.Errors, StringComparison.Ordinal);
    }

    [NodeFact]
    public async Task It_survives_a_server_that_only_resembles_telegram()
    {
        var port = FreePort();
        using var server = NodeProgram.Start("smoke.mjs", port, Token);
        await server.Prints("ready");
        using var program = RunningProgram.StartUnder(
            new Dictionary<string, string> { ["Telegram__Token"] = Token, ["Telegram__ApiRoot"] = $"http://127.0.0.1:{port}" }, folder, "--data", "memory");
        var heard = (await server.Prints("heard")).Replace('\u00A0', ' ');
        Assert.Contains("Noté : « jardinage » (A1).", heard, StringComparison.Ordinal);
        Assert.Contains("Pris", await server.Prints("became"), StringComparison.Ordinal);
        await program.Terminate();
        Assert.Equal(0, await program.End());
    }

    public void Dispose() => folder.Dispose();

    private static string FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port.ToString(System.Globalization.CultureInfo.InvariantCulture);
    }

    private static async Task Reads(FakeBotApi api, FakeBot bot, FakeChat group, string text)
    {
        for (var end = WallClock.Time.GetUtcNow() + TimeSpan.FromMinutes(1); WallClock.Time.GetUtcNow() < end;)
        {
            if (api.WrittenBy(bot, group).Any(message => message.Text.Replace('\u00A0', ' ').Contains(text, StringComparison.Ordinal)))
            {
                return;
            }

            await Task.Yield();
        }

        Assert.Fail($"Nobody read « {text} »: {string.Join(" | ", api.WrittenBy(bot, group).Select(message => message.Text))}");
    }

    private static Dictionary<string, string> Settings(Uri root) => new(StringComparer.Ordinal) { ["Telegram__Token"] = Token, ["Telegram__ApiRoot"] = root.AbsoluteUri };

    private RunningProgram Start(FakeBotApi api) => RunningProgram.StartUnder(Settings(api.Root), folder, "--data", "memory");

    private async Task<(int Code, string Text)> Check(Uri root)
    {
        using var program = RunningProgram.StartUnder(Settings(root), folder, "check", "--data", "memory");
        return (await program.End(), program.Output);
    }
}
