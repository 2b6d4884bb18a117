using System.Net.Http.Json;
using Bot.Adapters.Tests.Telegram.Fake;
using NodaTime;

namespace Bot.Adapters.Tests.Telegram;

/// <summary>Networks that fail, servers that say no, and a bot that is stopped: nothing is lost, and nothing happens twice.</summary>
public sealed class FaultTests
{
    [Fact]
    public async Task What_was_heard_but_not_confirmed_is_delivered_again_and_counts_once()
    {
        await using var village = await Village.Found();
        await village.Stop();
        village.Api.Say(village.Lina, village.Group, "/action jardinage");
        village.Api.Faults = (method, request) => method == "getUpdates" && request["offset"] is not null ? Fault.Broken : Fault.None;
        village.Start();
        await village.LetPassWhile(() => village.Said(village.Group).Count < 2 || village.Store.UnsentPlaces().Count > 0);
        Assert.True(village.Bot.Waiting > 0);
        village.Kill();
        village.Api.Faults = (_, _) => Fault.None;
        village.Start();
        await village.LetPass();
        Assert.Equal(2, village.Said(village.Group).Count);
        Assert.Equal(0, village.Bot.Waiting);
    }

    [Fact]
    public async Task After_a_silent_week_the_numbers_begin_anew_and_nothing_is_skipped()
    {
        await using var village = await Village.Found();
        await village.Say(village.Lina, "/action jardinage");
        village.Bot.RestartNumbers(5);
        Assert.Contains("jardinage", await village.Say(village.Lina, "/libres"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_older_than_a_day_never_comes_and_what_is_younger_does()
    {
        await using var village = await Village.Found();
        await village.Stop();
        village.Api.Say(village.Lina, village.Group, "/action trop vieux");
        await village.Pass(Duration.FromHours(23));
        village.Api.Say(village.Lina, village.Group, "/action assez jeune");
        await village.Pass(Duration.FromHours(2));
        village.Start();
        await village.LetPass();
        Assert.Contains("assez jeune", village.Newest(village.Group), StringComparison.Ordinal);
        Assert.Equal(2, village.Said(village.Group).Count);
    }

    [Theory]
    [InlineData(nameof(Fault.TooMany))]
    [InlineData(nameof(Fault.ServerError))]
    [InlineData(nameof(Fault.Overloaded))]
    public async Task A_server_that_cannot_now_is_asked_again_until_it_can(string fault)
    {
        await using var village = await Village.Found();
        var left = 12;
        village.Api.Faults = (method, _) => method == "sendMessage" && left-- > 0 ? Enum.Parse<Fault>(fault) : Fault.None;
        for (var i = 1; i <= 5; i++)
        {
            village.Api.Say(village.Lina, village.Group, $"/action chose {i}");
        }

        await village.LetPass();
        Assert.Equal(["A1", "A2", "A3", "A4", "A5"], village.Said(village.Group).Skip(1).Select(text => text[text.IndexOf('A', StringComparison.Ordinal)..][..2]));
    }

    [Fact]
    public async Task A_chat_that_has_to_wait_keeps_no_other_waiting()
    {
        await using var village = await Village.Found();
        var other = village.Api.NewGroup(-4002, "Cantine", isForum: false, village.Sam);
        village.Api.SetBot(village.Bot, other, "member", village.Sam);
        await village.LetPass();
        village.Api.Faults = (method, request) => method == "sendMessage" && (long)request["chat_id"]! == -4001 ? Fault.TooMany : Fault.None;
        village.Api.Say(village.Lina, village.Group, "/action une");
        village.Api.Say(village.Sam, other, "/action deux");
        await village.LetPassWhile(() => village.Said(other).Count < 2);
        Assert.Single(village.Said(village.Group));

        village.Api.Faults = (_, _) => Fault.None;
        await village.LetPass();
        Assert.Equal(2, village.Said(village.Group).Count);
    }

    [Fact]
    public async Task What_was_shown_without_an_answer_is_not_shown_again()
    {
        await using var village = await Village.Found();
        var left = 1;
        village.Api.Faults = (method, _) => method == "sendMessage" && left-- > 0 ? Fault.EffectWithoutAnswer : Fault.None;
        await village.Say(village.Lina, "/action une");
        await village.Say(village.Lina, "/action deux");
        Assert.Equal(3, village.Said(village.Group).Count);
    }

    [Theory]
    [InlineData(nameof(Fault.EffectWithoutAnswer))]
    [InlineData(nameof(Fault.Broken))]
    [InlineData(nameof(Fault.Gateway))]
    public async Task An_edit_is_tried_again_whatever_became_of_it(string fault)
    {
        await using var village = await Village.Found();
        await village.Say(village.Lina, "/action jardinage");
        var left = 2;
        village.Api.Faults = (method, _) => method == "editMessageText" && left-- > 0 ? Enum.Parse<Fault>(fault) : Fault.None;
        village.Api.Press(village.Sam, village.Group, "Je prends");
        await village.LetPass();
        Assert.StartsWith("Pris : « jardinage » (A1), Sam.", village.Newest(village.Group), StringComparison.Ordinal);
        Assert.Equal(2, village.Said(village.Group).Count);
    }

    [Fact]
    public async Task A_cut_of_thirty_seconds_loses_nothing()
    {
        await using var village = await Village.Found();
        await village.Api.Cut();
        village.Api.Say(village.Lina, village.Group, "/action une");
        village.Api.Say(village.Sam, village.Group, "/action deux");
        await village.Pass(Duration.FromSeconds(30));
        await village.Api.Mend();
        await village.LetPass();
        Assert.Equal(3, village.Said(village.Group).Count);
    }

    [Fact]
    public async Task An_answer_that_meets_a_cut_is_said_when_it_is_over()
    {
        await using var village = await Village.Found();
        village.Api.Faults = (method, _) => method == "sendMessage" ? Fault.TooMany : Fault.None;
        village.Api.Say(village.Lina, village.Group, "/action une");
        await village.LetPassWhile(() => village.Api.Exchanges.All(each => each.IsOk));
        village.Api.Faults = (_, _) => Fault.None;
        await village.Api.Cut();
        await village.Pass(Duration.FromSeconds(30));
        await village.Api.Mend();
        await village.LetPass();
        Assert.Equal(2, village.Said(village.Group).Count);
    }

    [Fact]
    public async Task What_the_server_cannot_read_as_markup_is_sent_as_plain_words()
    {
        await using var village = await Village.Found();
        village.Api.Faults = (_, _) => Fault.CannotParse;
        Assert.StartsWith("Noté : « a<b>&c » (A1).", await village.Say(village.Lina, "/action a<b>&c"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_second_bot_of_the_same_name_is_noticed_and_both_go_on()
    {
        await using var village = await Village.Found();
        using var other = new HttpClient();
        using var answer = await other.PostAsJsonAsync(new Uri($"{village.Api.Root}bot{Village.Token}/getUpdates"), new { timeout = 0 });
        await Village.Until(() => village.Api.Exchanges.Any(each => (int?)each.Answer["error_code"] == 409));
        Assert.StartsWith("Noté", await village.Say(village.Lina, "/action une"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_update_that_cannot_be_read_stands_in_nobodys_way()
    {
        await using var village = await Village.Found();
        village.Api.IsFaithful = false;
        village.Bot.Add("message", village.Group.Id, village.Time.GetUtcNow().ToUnixTimeSeconds(), new System.Text.Json.Nodes.JsonObject { ["message_id"] = "seven" });
        village.Bot.Add("message", village.Group.Id, village.Time.GetUtcNow().ToUnixTimeSeconds(), new System.Text.Json.Nodes.JsonObject { ["message_id"] = 7, ["text"] = "/libres" });
        Assert.StartsWith("Noté", await village.Say(village.Lina, "/action une"), StringComparison.Ordinal);
        Assert.Equal(0, village.Bot.Waiting);
    }

    [Fact]
    public async Task A_token_that_is_revoked_stops_the_bot_with_a_sentence()
    {
        await using var village = await Village.Found();
        village.Api.Revoke(village.Bot);
        var refused = await Assert.ThrowsAsync<Bot.Core.Chat.PlatformRefusedException>(() => village.Ended());
        Assert.Contains("@BotFather", refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(Village.Token, refused.ToString(), StringComparison.Ordinal);
    }
}
