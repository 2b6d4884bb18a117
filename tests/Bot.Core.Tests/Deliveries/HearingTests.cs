using Bot.Core.Chat;
using Bot.Core.Memory;
using NodaTime;

namespace Bot.Core.Tests.Deliveries;

/// <summary>What platforms do to those who listen: say it twice, late, in another order, or after a restart.</summary>
public class HearingTests
{
    private static readonly Place Garden = Village.Group("garden");
    private static readonly Place Kitchen = Village.Group("garden", "kitchen");
    private static readonly Capabilities Plain = new(Buttons: true, Edits: true, Whispers: false, IdempotentSends: true);
    private readonly Slate slate = new() { Abilities = Plain };

    [Fact]
    public async Task Every_message_twice_counts_once_wherever_it_comes_from()
    {
        await using var village = new Village(slate);
        Place[] places = [Garden, Kitchen, Village.Group("mill"), Village.Group("dairy"), Village.ChatWith("Stranger")];
        var heard = Enumerable.Range(0, 200).Select(i => places[i % 5] is var place && i % 5 == 4
            ? village.Says("Stranger", place, $"/action a{i}")
            : village.Says(i % 2 == 0 ? "Lina" : "Sam", place, $"/action a{i}")).ToList();
        await Task.WhenAll(heard.SelectMany(each => new[] { each, each }).Select(each => Task.Run(() => village.Conversation.Hear(each))));
        await Task.WhenAll(heard.Select(village.Conversation.Hear));
        await village.Idle();
        Assert.All(places[..4], place => Assert.Equal(40, slate.ReadIn(place).Count));
        Assert.Equal(40, slate.ReadIn(places[4]).Count);
        Assert.Equal(80, village.TitlesIn(Garden).Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(Enumerable.Range(1, 40), Codes(slate.ReadIn(places[2])));
        Assert.Equal(1, slate.MostAtOnce);
    }

    [Fact]
    public async Task Rooms_that_arrive_in_another_order_than_things_were_said_keep_each_their_own()
    {
        await using var village = new Village(slate);
        await village.Hear("Lina", Garden, "/action a");
        var said = Enumerable.Range(0, 60).Select(i =>
        {
            village.Time.MoveTo(village.Time.GetCurrentInstant() + Duration.FromSeconds(1));
            return village.Says("Lina", i % 2 == 0 ? Garden : Kitchen, $"/action {i}");
        }).ToList();

        // All that was said in the kitchen arrives first, though half of it was said later.
        await Task.WhenAll(said.OrderBy(each => each.Place == Garden).Select(village.Conversation.Hear));
        await village.Idle();
        Assert.Equal(30, slate.ReadIn(Kitchen).Count);
        Assert.Equal(31, slate.ReadIn(Garden).Count);
        var titles = village.TitlesIn(Garden);
        Assert.Equal(Enumerable.Range(0, 30).Select(i => $"{(2 * i) + 1}"), titles.Where(title => title != "a" && int.Parse(title, null) % 2 == 1));
        Assert.Equal(Enumerable.Range(0, 30).Select(i => $"{2 * i}"), titles.Where(title => title != "a" && int.Parse(title, null) % 2 == 0));
        Assert.Equal(Codes(slate.ReadIn(Kitchen)).Order(), Codes(slate.ReadIn(Kitchen)));
        Assert.Equal(Codes(slate.ReadIn(Garden)).Order(), Codes(slate.ReadIn(Garden)));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_reply_that_arrives_after_a_restart_is_about_what_it_replies_to(bool isClean)
    {
        await using var village = new Village(slate);
        await village.Hear("Lina", Garden, "/action tondre");
        await village.Hear("Lina", Garden, "/action semer");
        var answered = slate.MessageReading("tondre");
        await village.Restart(isClean);
        await village.Hear("Lina", Garden, "/fait", replyTo: answered);
        Assert.Contains("« tondre » (A1)", Words(slate.ReadIn(Garden)[^1]), StringComparison.Ordinal);
        Assert.StartsWith("Fait", slate.ReadIn(Garden)[^1], StringComparison.Ordinal);
        Assert.Equal(3, slate.ReadIn(Garden).Count);
    }

    [Fact]
    public async Task What_was_undone_before_it_was_said_is_never_said()
    {
        await using var village = new Village(slate);
        await village.Hear("Lina", Garden, "/action semer");
        slate.Answer = each => village.Time.GetCurrentInstant() < PostOffice.Noon + Duration.FromMinutes(1)
            ? new Sent.RetryAt(PostOffice.Noon + Duration.FromMinutes(1))
            : null;
        await village.Conversation.Hear(village.Says("Lina", Garden, "/action tondre"));
        await Waiting.Until(() => slate.Sendings.Count == 2);
        await village.Conversation.Hear(village.Says("Lina", Garden, "/claim semer"));
        await village.Conversation.Hear(village.Says("Lina", Garden, "/oups"));
        await village.Conversation.Hear(village.Says("Sam", Garden, "/action arroser"));
        await Waiting.Until(() =>
        {
            village.Time.MoveTo(village.Time.GetCurrentInstant() + Duration.FromSeconds(1));
            return slate.ReadIn(Garden).Count == 4;
        });
        await village.Idle();
        Assert.DoesNotContain(slate.ReadIn(Garden), text => text.StartsWith("Pris", StringComparison.Ordinal));
        Assert.Equal(["Noté", "Noté", "Annulé", "Noté"], slate.ReadIn(Garden).Select(text => Words(text).Split(' ')[0]));
    }

    [Fact]
    public async Task What_is_private_waits_for_the_chat_and_arrives_in_order_before_what_is_asked_there()
    {
        await using var village = new Village(slate);
        await village.Hear("Lina", Garden, "/action semer");
        await village.Hear("Lina", Garden, "/mes_actions");
        await village.Hear("Lina", Garden, "/histoire semer");
        var chat = Village.ChatWith("Lina");
        Assert.Empty(slate.ReadIn(chat));
        await village.Hear("Lina", chat, "/aide claim");
        Assert.Equal(3, slate.ReadIn(chat).Count);
        Assert.Contains("semer", slate.ReadIn(chat)[1], StringComparison.Ordinal);
        Assert.Contains("claim", slate.ReadIn(chat)[2], StringComparison.Ordinal);
        Assert.Equal(1, slate.ReadIn(Garden).Count(text => text.Contains("ouvre la discussion", StringComparison.Ordinal)));
        Assert.DoesNotContain(slate.ReadIn(Garden), text => text.Contains("Lina l'a", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_is_private_reaches_a_chat_that_only_another_of_their_coops_has_seen_open()
    {
        await using var village = new Village(slate);
        var mill = Village.Group("mill");
        await village.Hear("Lina", mill, "/action moudre");
        await village.Hear("Lina", Garden, "/action semer");
        await village.Hear("Lina", Village.ChatWith("Lina"), "/aide claim");
        var before = slate.ReadIn(Village.ChatWith("Lina")).Count;
        await village.Hear("Lina", mill, "/histoire moudre");
        Assert.Equal(before + 1, slate.ReadIn(Village.ChatWith("Lina")).Count);
    }

    [Fact]
    public async Task A_coop_that_begins_in_a_thread_is_that_of_the_whole_conversation()
    {
        await using var village = new Village(slate);
        await village.Hear("Lina", Kitchen, "/action cuire");
        await village.Hear("Lina", Garden, "/action semer");
        await village.Hear("Sam", Village.Group("garden", "shed"), "/action ranger");
        Assert.Equal(["cuire", "semer", "ranger"], village.TitlesIn(Garden));
    }

    [Fact]
    public async Task A_platform_that_hangs_in_one_group_keeps_nobody_else_from_being_heard()
    {
        var hangs = new TaskCompletionSource();
        slate.Hold = each => each.Message.To == Garden ? hangs.Task : Task.CompletedTask;
        await using var village = new Village(slate);
        for (var i = 0; i < 20; i++)
        {
            await village.Conversation.Hear(village.Says("Lina", Garden, $"/action g{i}"));
            await village.Conversation.Hear(village.Says("Lina", Kitchen, $"/action k{i}"));
            await village.Conversation.Hear(village.Says("Sam", Village.Group("mill"), $"/action m{i}"));
        }

        await Waiting.Until(() => slate.ReadIn(Kitchen).Count == 20 && slate.ReadIn(Village.Group("mill")).Count == 20);
        Assert.Empty(slate.ReadIn(Garden));
        hangs.SetResult();
        await village.Idle();
        Assert.Equal(20, slate.ReadIn(Garden).Count);
        Assert.Equal(Codes(slate.ReadIn(Garden)).Order(), Codes(slate.ReadIn(Garden)));
    }

    private static string Words(string text) => text.Replace('\u00A0', ' ').Replace('\u202F', ' ').Replace('’', '\'');

    private static IEnumerable<int> Codes(IEnumerable<string> texts) =>
        texts.Select(text => System.Text.RegularExpressions.Regex.Match(text, @"(?<=\(A)\d+(?=\))", default, TimeSpan.FromSeconds(5)).Value)
            .Where(code => code.Length > 0).Select(code => int.Parse(code, null));
}
