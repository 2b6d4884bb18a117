using Bot.Adapters.Tests.Telegram.Fake;
using NodaTime;

namespace Bot.Adapters.Tests.Telegram;

/// <summary>People and the bot in a group of Telegram.</summary>
public sealed class GroupTests
{
    [Fact]
    public async Task Added_to_a_group_it_greets_in_four_lines_at_most_and_removed_it_leaves_without_a_word()
    {
        await using var village = await Village.Found();
        var greeting = Assert.Single(village.Said(village.Group));
        Assert.StartsWith("Bonjour", greeting, StringComparison.Ordinal);
        Assert.InRange(greeting.Split('\n').Length, 1, 4);

        village.Api.SetBot(village.Bot, village.Group, "left", village.Lina);
        await village.LetPass();
        Assert.Single(village.Said(village.Group));
        Assert.DoesNotContain(village.Api.Exchanges, each => !each.IsOk);
    }

    [Fact]
    public async Task What_is_typed_is_answered_below_and_a_pressed_button_becomes_the_answer()
    {
        await using var village = await Village.Found();
        Assert.StartsWith("Noté : « tondre <b>la</b> pelouse & Cie » (A1)", await village.Say(village.Lina, "/action tondre <b>la</b> pelouse & Cie"), StringComparison.Ordinal);
        var count = village.Said(village.Group).Count;

        village.Api.Press(village.Sam, village.Group, "Je prends");
        await village.LetPass();

        Assert.StartsWith("Pris : « tondre <b>la</b> pelouse & Cie » (A1), Sam.", village.Newest(village.Group), StringComparison.Ordinal);
        Assert.Equal(count, village.Said(village.Group).Count);
        var (to, text, isAlert) = Assert.Single(village.Api.Toasts);
        Assert.Equal((village.Sam, false), (to, isAlert));
        Assert.StartsWith("Pris", text, StringComparison.Ordinal);
        Assert.Empty(village.Api.OpenPresses);
    }

    [Fact]
    public async Task A_polite_no_to_a_press_is_read_by_who_pressed_and_by_nobody_else()
    {
        await using var village = await Village.Found();
        await village.Say(village.Lina, "/action jardinage");
        var offer = village.Api.WrittenBy(village.Bot, village.Group)[^1];
        var token = offer.Buttons.First(button => button.Label == "Je prends").Data!;
        village.Api.Press(village.Sam, village.Group, "Je prends");
        await village.LetPass();
        var before = village.Said(village.Group);

        village.Api.PressData(village.Sam, village.Group, offer, token);
        await village.LetPass();
        village.Api.PressData(village.Sam, village.Group, offer, "made up");
        await village.LetPass();

        Assert.Equal(before, village.Said(village.Group));
        Assert.Equal([false, true, true], village.Api.Toasts.Select(toast => toast.IsAlert));
        Assert.All(village.Api.Toasts, toast => Assert.Equal(village.Sam, toast.To));
    }

    [Fact]
    public async Task A_press_that_nobody_answers_stops_its_wheel_after_five_seconds()
    {
        await using var village = await Village.Found();
        await village.Say(village.Lina, "/action jardinage");
        village.Kill();
        village.Api.Press(village.Sam, village.Group, "Je prends");
        village.Start();
        await village.LetPass();
        Assert.Empty(village.Api.OpenPresses);
    }

    [Fact]
    public async Task A_topic_is_answered_in_the_topic_and_a_closed_one_beside_it()
    {
        await using var village = await Village.Found(joins: false);
        var forum = village.Api.NewGroup(-1_000_000_004_002, "Forum", isForum: true, village.Lina, village.Sam);
        forum.Topics[42] = false;
        village.Api.SetBot(village.Bot, forum, "member", village.Lina);
        await village.LetPass();
        village.Api.Say(village.Lina, forum, "/action semis", thread: 42);
        await village.LetPass();
        Assert.Equal(42, village.Api.WrittenBy(village.Bot, forum)[^1].Thread);

        var code = village.Api.WrittenBy(village.Bot, forum)[^1];
        village.Api.Say(village.Sam, forum, "je prends", thread: 42, replyTo: code.Id);
        await village.LetPass();
        Assert.StartsWith("Pris : « semis » (A1), Sam.", village.Newest(forum), StringComparison.Ordinal);

        forum.Topics[42] = true;
        village.Api.Say(village.Lina, forum, "/libres", thread: 42);
        await village.LetPass();
        Assert.Null(village.Api.WrittenBy(village.Bot, forum)[^1].Thread);
    }

    [Fact]
    public async Task Words_in_a_topic_that_reply_to_nothing_are_not_for_the_bot()
    {
        await using var village = await Village.Found(joins: false);
        var forum = village.Api.NewGroup(-1_000_000_004_002, "Forum", isForum: true, village.Lina);
        forum.Topics[42] = false;
        village.Bot.HasPrivacy = false;
        village.Api.SetBot(village.Bot, forum, "member", village.Lina);
        await village.LetPass();
        village.Api.Say(village.Lina, forum, "libres", thread: 42);
        await village.LetPass();
        Assert.Single(village.Said(forum));
    }

    [Fact]
    public async Task Other_bots_channels_forwards_and_hidden_names_are_nobody()
    {
        await using var village = await Village.Found();
        village.Bot.HasPrivacy = false;
        village.Api.Say(new Somebody(555, "Robot", IsBot: true), village.Group, "/action un");
        village.Api.Say(village.Sam, village.Group, "/action deux", more: json => json["forward_origin"] = new System.Text.Json.Nodes.JsonObject { ["type"] = "hidden_user", ["date"] = 1, ["sender_user_name"] = "X" });
        village.Api.Say(village.Sam, village.Group, "/action trois", more: json => json["via_bot"] = village.Bot.Account.Json());
        await village.LetPass();
        Assert.Single(village.Said(village.Group));

        village.Api.SayAnonymously(village.Group, "/action quatre");
        await village.LetPassWhile(() => village.Said(village.Group).Count < 2);
        Assert.StartsWith("Je ne vois pas qui tu es", village.Newest(village.Group), StringComparison.Ordinal);
        Assert.Equal("Aucune action libre.", (await village.Say(village.Lina, "/libres")).Split('\n')[0]);
    }

    [Theory]
    [InlineData("/libres@babillard_bot", true)]
    [InlineData("/LIBRES@Babillard_Bot", true)]
    [InlineData("/libres@another_bot", false)]
    [InlineData("@babillard_bot libres", true)]
    [InlineData("libres @babillard_bot", true)]
    [InlineData("libres", false)]
    public async Task It_answers_to_its_name_and_to_no_other(string text, bool isAnswered)
    {
        await using var village = await Village.Found();
        village.Bot.HasPrivacy = false;
        village.Api.Say(village.Lina, village.Group, text);
        await village.LetPass();
        Assert.Equal(isAnswered ? 2 : 1, village.Said(village.Group).Count);
    }

    [Fact]
    public async Task With_privacy_on_commands_buttons_and_replies_still_work()
    {
        await using var village = await Village.Found();
        var code = (await village.Say(village.Lina, "/action jardinage"), village.Api.WrittenBy(village.Bot, village.Group)[^1]).Item2;
        Assert.StartsWith("Pris", await village.Say(village.Sam, "je prends", replyTo: code.Id), StringComparison.Ordinal);
        Assert.True(village.Bot.HasPrivacy);
    }

    [Fact]
    public async Task A_correction_within_two_minutes_does_it_anew_and_a_later_one_is_only_answered()
    {
        await using var village = await Village.Found();
        var first = village.Api.Say(village.Lina, village.Group, "/action tondre la plouse");
        await village.LetPass();
        village.Api.Edit(village.Group, first, "/action tondre la pelouse");
        await village.LetPass();
        Assert.Contains("tondre la pelouse", (await village.Say(village.Sam, "/libres")), StringComparison.Ordinal);
        Assert.DoesNotContain("plouse", string.Join('\n', village.Said(village.Group)), StringComparison.Ordinal);

        await village.Pass(Duration.FromMinutes(3));
        village.Api.Edit(village.Group, first, "/action tondre le pré");
        await village.LetPass();
        Assert.Contains("Correction vue trop tard", village.Newest(village.Group), StringComparison.Ordinal);
        Assert.DoesNotContain("pré", string.Join('\n', village.Said(village.Group)), StringComparison.Ordinal);
    }
}
