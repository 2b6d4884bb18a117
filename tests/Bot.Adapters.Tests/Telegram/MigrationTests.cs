namespace Bot.Adapters.Tests.Telegram;

/// <summary>A group becomes a supergroup: another id, and none of the messages.</summary>
public sealed class MigrationTests
{
    private const long Super = -1_000_000_004_001;

    [Fact]
    public async Task The_coop_goes_on_where_its_group_does()
    {
        await using var village = await Village.Found();
        await village.Say(village.Lina, "/action jardinage");
        village.Group = village.Api.Migrate(village.Group, Super);
        Assert.Contains("jardinage", await village.Say(village.Sam, "/libres"), StringComparison.Ordinal);
        Assert.StartsWith("Pris : « jardinage » (A1), Sam.", await village.Say(village.Sam, "/claim jardinage"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_speaks_there_at_once_begins_no_second_coop()
    {
        await using var village = await Village.Found();
        await village.Say(village.Lina, "/action jardinage");
        await village.Stop();
        village.Group = village.Api.Migrate(village.Group, Super);
        village.Api.Say(village.Sam, village.Group, "/libres");
        village.Api.Say(village.Lina, village.Group, "/claim jardinage");
        village.Start();
        await village.LetPass();
        Assert.Collection(
            village.Said(village.Group),
            first => Assert.Contains("jardinage", first, StringComparison.Ordinal),
            second => Assert.StartsWith("Pris", second, StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_was_to_be_said_in_the_group_is_said_in_the_supergroup_although_nobody_told_of_the_change()
    {
        await using var village = await Village.Found();
        await village.Stop();
        village.Api.Say(village.Lina, village.Group, "/action jardinage");
        var old = village.Group;
        village.Group = village.Api.Migrate(village.Group, Super, isTold: false);
        village.Start();
        await village.LetPass();
        Assert.StartsWith("Noté : « jardinage » (A1).", Assert.Single(village.Said(village.Group)), StringComparison.Ordinal);
        Assert.Single(village.Said(old));
        Assert.Null(village.Store.CoopOf(new("telegram", "900001", "-4001")));
        Assert.NotNull(village.Store.CoopOf(new("telegram", "900001", "-1000000004001")));
    }

    [Fact]
    public async Task A_card_is_posted_anew_when_it_next_changes_and_an_old_number_leads_to_nothing_old()
    {
        await using var village = await Village.Found();
        await village.Say(village.Lina, "/action jardinage");
        await village.Say(village.Lina, "/tableau");
        village.Group = village.Api.Migrate(village.Group, Super);
        await village.LetPass();
        for (var i = 0; i < 5; i++)
        {
            village.Api.Say(village.Sam, village.Group, "bonjour");
        }

        await village.Say(village.Sam, "/claim jardinage");
        var said = village.Said(village.Group);
        Assert.Contains(said, text => text.StartsWith("Pris", StringComparison.Ordinal));
        Assert.Contains(said, text => !text.StartsWith("Pris", StringComparison.Ordinal) && text.Contains("jardinage", StringComparison.Ordinal) && text.Contains("Sam", StringComparison.Ordinal));
        Assert.Equal(2, said.Count);
    }
}
