using Bot.Core.Chat;
using Bot.Core.Decisions;
using Bot.Core.Memory;
using Bot.Core.Tests.Decisions;
using NodaTime;

namespace Bot.Core.Tests.Kernel;

/// <summary>One person with accounts on two platforms: they are one member, however they came to be it, and nobody else becomes it.</summary>
public sealed class AccountLinkTests : IAsyncDisposable
{
    private static readonly Capabilities Buttons = new(Buttons: true, Edits: true, Whispers: false, IdempotentSends: true);
    private readonly World world = new(("wall", Buttons), ("slate", Buttons));

    private WorldPlatform Wall => world.Platforms[0];

    private WorldPlatform Slate => world.Platforms[1];

    [Fact]
    public async Task What_comes_unasked_reaches_them_where_they_last_wrote_alone()
    {
        await world.Hear(world.Says(Wall, "Sam", "/libres"));
        await world.Hear(world.Says(Wall, "Lina", "/libres"));
        await world.Link("Lina", Wall, Slate, "lina");
        await world.Hear(world.Says(Wall, "Sam", "/action tondre"));
        await world.Hear(world.Says(Wall, "Sam", "/claim tondre pour Lina"));
        Assert.Contains("Sam t'a mis « tondre »", Newest(Slate, "lina"), StringComparison.Ordinal);

        await world.Hear(world.Says(Wall, "Lina", "/mes_actions", isPrivate: true));
        await world.Restart(isClean: true, Duration.Zero);
        await world.Hear(world.Says(Wall, "Sam", "/action semer"));
        await world.Hear(world.Says(Wall, "Sam", "/claim semer pour Lina"));
        Assert.Contains("Sam t'a mis « semer »", Newest(Wall, "Lina"), StringComparison.Ordinal);
        Assert.DoesNotContain("semer", Newest(Slate, "lina"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_code_shown_from_two_accounts_at_once_serves_one()
    {
        await world.Hear(world.Says(Wall, "Lina", "/libres"));
        var code = await world.AskForCode("Lina", Wall);
        var one = world.Says(Slate, "lina", $"/relier {code}", isPrivate: true);
        var other = world.Says(Slate, "zoé", $"/relier {code}", isPrivate: true);
        await Task.WhenAll(Task.Run(() => world.Conversation.Hear(one)), Task.Run(() => world.Conversation.Hear(other)), Task.Run(() => world.Conversation.Hear(one)));

        Assert.Equal(2, world.Coop.Accounts.Count);
        Assert.Single(world.Coop.Live<Member>());
        Assert.Single(world.Coop.Live<AccountLink>(), link => link.Account.Platform == Slate.Name);
    }

    // Who tries is never written down, and after five tries not even a good code is looked at for a while.
    [Fact]
    public async Task Codes_cannot_be_tried_out_and_who_tries_becomes_nobody()
    {
        await world.Hear(world.Says(Wall, "Lina", "/libres"));
        foreach (var wrong in new[] { "ABCD-EFGH", "ABCD-EFGJ", "patate", "ABCD-EFGK", "ABCD-EFGL" })
        {
            await world.Hear(world.Says(Slate, "zoé", $"/relier {wrong}", isPrivate: true));
            Assert.StartsWith("Pas trouvé : ce code.", Newest(Slate, "zoé"), StringComparison.Ordinal);
        }

        await world.Link("Lina", Wall, Slate, "zoé");
        Assert.StartsWith("Trop de codes à la suite.", Newest(Slate, "zoé"), StringComparison.Ordinal);
        Assert.Empty(world.Store.EntriesOf(new Account(Slate.Name, "zoé")));
        Assert.Single(world.Coop.Live<Member>());

        await world.Pass(Duration.FromMinutes(15), inTime: true);
        await world.Link("Lina", Wall, Slate, "zoé");
        Assert.StartsWith("Relié : tu es Lina", Newest(Slate, "zoé"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_code_stands_nowhere_in_the_trace()
    {
        await world.Hear(world.Says(Wall, "Lina", "/libres"));
        var code = await world.Link("Lina", Wall, Slate, "lina");
        var line = Assert.Single(world.Store.ReadTrace(new TraceQuery(world.Coop.Id, 100)), each => each.Command == "LinkAccount");
        Assert.Null(line.Words);
        Assert.DoesNotContain(line.Changes, change => change.After is { } after && after.ToString().Contains(code, StringComparison.Ordinal));
    }

    // The two had answered before anybody knew that they are one: the last answer counts, whichever of the two gave it.
    [Theory]
    [InlineData("D1 d'accord", "D1 objection trop cher", Choice.Objection)]
    [InlineData("D1 objection trop cher", "D1 d'accord", Choice.Accord)]
    [InlineData("D1 d'accord", null, Choice.Accord)]
    public async Task Two_members_who_become_one_have_one_answer_the_last(string first, string? second, Choice counts)
    {
        foreach (var lastIsTheFormer in new[] { true, false })
        {
            await using var village = new World(("wall", Buttons));
            var wall = village.Platforms[0];
            await village.Hear(village.Says(wall, "Awa", "/libres"));
            await village.Hear(village.Says(wall, "Li", "/libres"));
            await village.Hear(village.Says(wall, "Li2", "/libres"));
            await village.Hear(village.Says(wall, "Awa", "/consentement acheter une tondeuse"));
            foreach (var (who, answer) in new[] { (lastIsTheFormer ? "Li" : "Li2", first), (lastIsTheFormer ? "Li2" : "Li", second) })
            {
                await village.Pass(Duration.FromMinutes(1), inTime: true);
                await (answer is null ? Task.CompletedTask : village.Hear(village.Says(wall, who, answer)));
            }

            await village.Link("Li", wall, wall, "Li2");
            var decision = village.Coop.Find<Decision>(1)!;
            var ballot = Assert.Single(decision.Ballots(village.Coop));
            Assert.Equal((2, counts), (ballot.Voter, ballot.Choice));
            Assert.Equal((2, 2), (decision.Poll(village.Coop).Count.Voters, decision.Poll(village.Coop).Count.Answered));
        }
    }

    [Fact]
    public async Task Who_is_forgotten_is_forgotten_with_all_accounts()
    {
        await world.Hear(world.Says(Wall, "Sam", "/libres"));
        await world.Hear(world.Says(Wall, "Lina", "/libres"));
        await world.Link("Lina", Wall, Slate, "lina");
        var lina = Assert.Single(world.Store.EntriesOf(new Account(Slate.Name, "lina"))).Member;
        await world.Forget(lina);

        Assert.Empty(world.Store.EntriesOf(new Account(Slate.Name, "lina")));
        Assert.Empty(world.Store.EntriesOf(new Account(Wall.Name, "Lina")));
        Assert.Empty(world.Coop.All<AccountLink>());
        Assert.DoesNotContain(
            world.Store.ReadTrace(new TraceQuery(world.Coop.Id, 100)).SelectMany(line => line.Changes),
            change => change is { Kind: "link", Before: not null } or { Kind: "link", After: not null });
    }

    public ValueTask DisposeAsync() => world.DisposeAsync();

    private static string Newest(WorldPlatform platform, string who) => platform.ReadIn(World.Chat(platform, who))[^1].Replace('\u00A0', ' ').Replace('\u202F', ' ');
}
