using Bot.Adapters.Tests.Telegram.Fake;
using NodaTime;

namespace Bot.Adapters.Tests.Telegram;

/// <summary>
/// The week of a coop, with all that can happen to a chat in it. Each day is a method, so that what the bot learns to do later
/// finds its place.
/// </summary>
public sealed class WeekTests
{
    private const long Super = -1_000_000_004_001;
    private const long Compost = 42;

    [Fact]
    public async Task The_week_of_a_coop_loses_nothing_and_says_nothing_twice()
    {
        await using var village = await Village.Found();
        village.Api.HasLimits = true;
        await Monday(village);
        await Tuesday(village);
        await Wednesday(village);
        await Thursday(village);
        await Friday(village);
        await Saturday(village);
        await Sunday(village);

        Assert.Equal(0, village.Bot.Waiting);
        Assert.Empty(village.Api.OpenPresses);
        Assert.Empty(village.Store.UnsentPlaces());
    }

    // Things to do are noted; one is taken by a button, one by a word, one by a reply.
    private static async Task Monday(Village village)
    {
        Assert.StartsWith("Noté : « tondre la pelouse » (A1).", await village.Say(village.Lina, "/action tondre la pelouse"), StringComparison.Ordinal);
        Assert.StartsWith("Noté : « arroser les semis » (A2).", await village.Say(village.Sam, "/action@babillard_bot arroser les semis"), StringComparison.Ordinal);
        Assert.StartsWith("Noté : « réparer la brouette » (A3).", await village.Say(village.Amina, "/add réparer la brouette"), StringComparison.Ordinal);

        village.Api.Press(village.Sam, village.Group, "Je prends");
        await village.LetPass();
        Assert.StartsWith("Pris : « réparer la brouette » (A3), Sam.", village.Newest(village.Group), StringComparison.Ordinal);
        Assert.StartsWith("Pris : « tondre la pelouse » (A1), Lina.", await village.Say(village.Lina, "/claim pelouse"), StringComparison.Ordinal);
        var semis = village.Api.WrittenBy(village.Bot, village.Group).First(message => message.Text.Contains("(A2)", StringComparison.Ordinal));
        Assert.StartsWith("Pris : « arroser les semis » (A2), Amina.", await village.Say(village.Amina, "je prends", replyTo: semis.Id), StringComparison.Ordinal);
        await village.Pass(Duration.FromHours(20));
    }

    // The board is put up and stays true; personal things go to private chats.
    private static async Task Tuesday(Village village)
    {
        await village.Say(village.Lina, "/tableau");
        Assert.StartsWith("Sam, ouvre la discussion avec moi", await village.Say(village.Sam, "/mes_actions"), StringComparison.Ordinal);
        village.Api.Start(village.Sam, village.Bot, "-4001");
        village.Api.Start(village.Amina, village.Bot, "-4001");
        await village.LetPass();
        Assert.Contains("réparer la brouette", village.Said(village.Api.PrivateChat(village.Sam)!)[0], StringComparison.Ordinal);

        village.Api.Say(village.Amina, village.Api.PrivateChat(village.Amina)!, "lang en");
        await village.LetPass();
        village.Api.Say(village.Amina, village.Api.PrivateChat(village.Amina)!, "mine");
        await village.LetPass();
        Assert.Contains("arroser les semis", village.Newest(village.Api.PrivateChat(village.Amina)!), StringComparison.Ordinal);
        await village.Pass(Duration.FromHours(24));
    }

    // The group becomes a supergroup, with a topic.
    private static async Task Wednesday(Village village)
    {
        village.Group = village.Api.Migrate(village.Group, Super);
        village.Group.Topics[Compost] = false;
        await village.Say(village.Sam, "/action retourner le compost", thread: Compost);
        var noted = Assert.Single(village.Api.WrittenBy(village.Bot, village.Group), message => message.Text.StartsWith("Noté", StringComparison.Ordinal));
        Assert.Contains("(A4)", noted.Text, StringComparison.Ordinal);
        Assert.Equal(Compost, noted.Thread);
        Assert.StartsWith("Fait", await village.Say(village.Lina, "/fait pelouse avec Sam"), StringComparison.Ordinal);
        var board = Assert.Single(village.Api.WrittenBy(village.Bot, village.Group), message => message.Text.Contains('\n', StringComparison.Ordinal) && message.Text.Contains("A4", StringComparison.Ordinal));
        Assert.Contains("retourner le compost", board.Text, StringComparison.Ordinal);
        await village.Pass(Duration.FromHours(24));
    }

    // The bot is restarted in the middle of a sentence, once politely and once not.
    private static async Task Thursday(Village village)
    {
        var before = village.Said(village.Group).Count;
        await village.Stop();
        village.Api.Say(village.Lina, village.Group, "/action laver les caisses");
        village.Start();
        await village.LetPass();
        village.Kill();
        village.Api.Say(village.Sam, village.Group, "/claim caisses");
        village.Api.Say(village.Sam, village.Group, "/lacher caisses");
        village.Start();
        await village.LetPass();
        Assert.Equal(before + 3, village.Said(village.Group).Count);
        Assert.Contains("laver les caisses", await village.Say(village.Amina, "/open"), StringComparison.Ordinal);
        await village.Pass(Duration.FromHours(24));
    }

    // Everybody writes at once, and the server has enough of it.
    private static async Task Friday(Village village)
    {
        var before = village.Said(village.Group).Count;
        var left = 9;
        village.Api.Faults = (method, _) => method is "sendMessage" or "editMessageText" && left-- > 0 ? Fault.TooMany : Fault.None;
        for (var n = 0; n < 12; n++)
        {
            village.Api.Say(n % 2 == 0 ? village.Lina : village.Sam, village.Group, $"/action caisse {n}");
        }

        await village.LetPass();
        village.Api.Faults = (_, _) => Fault.None;
        Assert.Equal(before + 12, village.Said(village.Group).Count);
        Assert.Equal(
            Enumerable.Range(6, 12).Select(number => $"(A{number})"),
            village.Said(village.Group).Skip(before).Select(text => text[text.IndexOf("(A", StringComparison.Ordinal)..(text.IndexOf(')', StringComparison.Ordinal) + 1)]));
        await village.Pass(Duration.FromHours(24));
    }

    // The network is away for thirty seconds while people go on writing.
    private static async Task Saturday(Village village)
    {
        var before = village.Said(village.Group).Count;
        await village.Api.Cut();
        village.Api.Say(village.Sam, village.Group, "/fait brouette");
        village.Api.Say(village.Lina, village.Group, "/claim compost");
        await village.Pass(Duration.FromSeconds(30));
        await village.Api.Mend();
        await village.LetPass();
        Assert.Equal(before + 2, village.Said(village.Group).Count);
        await village.Pass(Duration.FromHours(24));
    }

    // A slip is corrected, another taken back; who coordinates settles something.
    private static async Task Sunday(Village village)
    {
        var slip = village.Api.Say(village.Lina, village.Group, "/action fermer la sere");
        await village.LetPass();
        village.Api.Edit(village.Group, slip, "/action fermer la serre");
        await village.LetPass();
        Assert.DoesNotContain(village.Said(village.Group), text => text.Contains("sere »", StringComparison.Ordinal));
        Assert.StartsWith("Annulé", await village.Say(village.Lina, "/oups"), StringComparison.Ordinal);
        Assert.StartsWith("Noté : politesse vous", await village.Say(village.Lina, "/reglages politesse vous"), StringComparison.Ordinal);
        Assert.StartsWith("Réservé à la coordination", await AloneTo(village, village.Sam, "/reglages politesse tu"), StringComparison.Ordinal);
    }

    private static async Task<string> AloneTo(Village village, Somebody who, string text)
    {
        village.Api.Say(who, village.Group, text);
        await village.LetPass();
        return village.Newest(village.Api.PrivateChat(who)!);
    }
}
