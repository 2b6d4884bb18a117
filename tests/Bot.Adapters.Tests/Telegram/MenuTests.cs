using System.Text.Json.Nodes;

namespace Bot.Adapters.Tests.Telegram;

/// <summary>What the app proposes when somebody types « / ».</summary>
public sealed class MenuTests
{
    [Fact]
    public async Task Groups_see_the_few_to_begin_with_private_chats_all_of_them_in_every_language()
    {
        await using var village = await Village.Found();
        await Village.Until(() => village.Api.Menus.Count == 6);
        Assert.Equal(["", "en", "fr"], village.Api.Menus.Keys.Select(menu => menu.Language).Distinct().Order(StringComparer.Ordinal));

        var group = Menu("all_group_chats", "fr");
        var alone = Menu("all_private_chats", "fr");
        Assert.Contains("claim", Names(group));
        Assert.True(group.Count < alone.Count);
        Assert.Empty(Names(group).Except(Names(alone)));
        Assert.Contains("take", Names(Menu("all_group_chats", "en")));
        Assert.Contains("claim", Names(Menu("all_group_chats", "")));

        JsonArray Menu(string scope, string language) => village.Api.Menus[(village.Bot.Account.Id, scope, language)];
    }

    [Fact]
    public async Task A_command_about_who_asks_is_seen_by_nobody_else()
    {
        await using var village = await Village.Found();
        await Village.Until(() => village.Api.Menus.Count == 6);
        var group = village.Api.Menus[(village.Bot.Account.Id, "all_group_chats", "fr")];
        Assert.True((bool)group.Single(each => (string)each!["command"]! == "aide")!["is_ephemeral"]!);
        Assert.Null(group.Single(each => (string)each!["command"]! == "claim")!["is_ephemeral"]);
    }

    [Fact]
    public async Task A_server_that_takes_no_menu_hinders_nobody()
    {
        await using var village = await Village.Found(settings => settings with { Menus = [new("fr", [new("trop long", "x")]), new("fr", [new("vide", "")])] });
        Assert.StartsWith("Noté", await village.Say(village.Lina, "/action jardinage"), StringComparison.Ordinal);
    }

    private static IEnumerable<string> Names(JsonArray menu) => menu.Select(each => (string)each!["command"]!);
}
