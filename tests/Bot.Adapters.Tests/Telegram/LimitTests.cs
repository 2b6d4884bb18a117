using Bot.Adapters.Telegram;
using NodaTime;

namespace Bot.Adapters.Tests.Telegram;

/// <summary>The bot keeps to what Telegram recommends, so that it is never told to.</summary>
public sealed class LimitTests
{
    private static readonly Instant Noon = Instant.FromUtc(2026, 11, 21, 12, 0);

    [Fact]
    public async Task A_busy_day_in_three_groups_never_makes_the_server_say_too_many()
    {
        await using var village = await Village.Found();
        village.Api.HasLimits = true;
        var groups = Enumerable.Range(0, 3).Select(n => village.Api.NewGroup(-5001 - n, $"Groupe {n}", isForum: false, village.Lina, village.Sam)).ToList();
        groups.ForEach(group => village.Api.SetBot(village.Bot, group, "member", village.Lina));
        for (var n = 0; n < 30; n++)
        {
            groups.ForEach(group => village.Api.Say(village.Lina, group, "/libres"));
        }

        await village.LetPass();
        Assert.All(groups, group => Assert.Equal(31, village.Said(group).Count));
        Assert.Equal(0, village.Api.Exchanges.Count(each => (int?)each.Answer["error_code"] == 429));
    }

    [Fact]
    public async Task A_card_that_changes_fast_is_edited_at_most_every_three_seconds_and_ends_up_true()
    {
        await using var village = await Village.Found();
        village.Api.HasLimits = true;
        await village.Say(village.Lina, "/action jardinage");
        await village.Say(village.Lina, "/tableau");
        for (var n = 0; n < 6; n++)
        {
            village.Api.Say(village.Lina, village.Group, $"/action chose {n}");
        }

        await village.LetPass();
        var board = village.Api.WrittenBy(village.Bot, village.Group)[2];
        Assert.Contains("chose 5", board.Text, StringComparison.Ordinal);
        Assert.InRange(village.Api.Exchanges.Count(each => each.Method == "editMessageText"), 1, 5);
    }

    [Fact]
    public void A_chat_hears_one_message_a_second_and_a_group_twenty_a_minute()
    {
        var pacing = new Pacing(Limits.Recommended);
        var now = Noon;
        var sent = new List<Instant>();
        while (sent.Count < 50)
        {
            if (pacing.Take(-1, null, now) is { } later)
            {
                Assert.True(later > now);
                now = later;
            }
            else
            {
                sent.Add(now);
            }
        }

        Assert.All(sent.Zip(sent.Skip(1)), pair => Assert.True(pair.Second - pair.First >= Duration.FromSeconds(1)));
        Assert.All(sent.Zip(sent.Skip(20)), pair => Assert.True(pair.Second - pair.First >= Duration.FromMinutes(1)));
        Assert.Equal(Duration.FromSeconds((2 * 62) + 9), sent[^1] - Noon);
    }

    [Fact]
    public void All_chats_together_hear_thirty_a_second_each_in_its_turn()
    {
        var pacing = new Pacing(Limits.Recommended);
        var due = Enumerable.Range(1, 300).ToDictionary(chat => chat, _ => Noon);
        var sent = new List<Instant>();
        while (due.Count > 0)
        {
            var (chat, now) = due.MinBy(each => (each.Value, each.Key));
            if (pacing.Take(chat, null, now) is { } later)
            {
                due[chat] = later;
            }
            else
            {
                sent.Add(now);
                due.Remove(chat);
            }
        }

        Assert.All(sent.Zip(sent.Skip(30)), pair => Assert.True(pair.Second - pair.First >= Duration.FromSeconds(1)));
        Assert.Equal(Duration.FromSeconds(9), sent[^1] - Noon);
    }

    [Fact]
    public void What_the_server_asks_for_is_kept_by_that_chat_alone()
    {
        var pacing = new Pacing(Limits.Recommended);
        pacing.Hold(-1, Noon + Duration.FromSeconds(40), Noon);
        Assert.Equal(Noon + Duration.FromSeconds(40), pacing.Take(-1, null, Noon));
        Assert.Null(pacing.Take(-2, null, Noon));
    }

    [Fact]
    public void An_edit_of_a_card_waits_for_three_seconds_and_one_of_another_does_not()
    {
        var pacing = new Pacing(Limits.Recommended);
        Assert.Null(pacing.Take(1, "7", Noon));
        pacing.Sent(1, "7", Noon);
        Assert.Equal(Noon + Duration.FromSeconds(3), pacing.Take(1, "7", Noon + Duration.FromSeconds(1)));
        Assert.Null(pacing.Take(1, "8", Noon + Duration.FromSeconds(1)));
    }
}
