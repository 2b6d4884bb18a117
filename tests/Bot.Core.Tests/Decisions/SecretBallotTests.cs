using System.Text;
using Bot.Core.Chat;
using Bot.Core.Decisions;
using NodaTime;

namespace Bot.Core.Tests.Decisions;

/// <summary>What is voted in secret is nowhere once the vote is closed: neither in the file nor in its log, byte by byte.</summary>
public sealed class SecretBallotTests
{
    private static readonly Capabilities Abilities = new(Buttons: true, Edits: true, Whispers: false, IdempotentSends: true);
    private static readonly string[] People = ["Awa", "Li", "Sam", "Jo"];

    [Fact]
    public async Task Nothing_in_the_file_tells_who_voted_what()
    {
        var folder = Directory.CreateTempSubdirectory("babillard-secret-");
        try
        {
            await using var world = await Opened(folder.FullName);
            await Vote(world, "Li", "D1 1=très bien 2=insuffisant");
            await Vote(world, "Li", "D1 1=bien 2=assez bien");
            await Vote(world, "Sam", "D1 1=passable 2=très bien");

            // While it is open its operator could read it: the test sees what it looks for.
            Assert.Contains(""","Marks":{"1":4,"2":3}}""", Bytes(folder.FullName), StringComparison.Ordinal);
            await Vote(world, "Awa", "D1 1=insuffisant 2=passable");
            await Vote(world, "Jo", "D1 1=très bien 2=très bien");

            var decision = world.Coop.Find<Decision>(1)!;
            Assert.Equal(["1=1 2=2", "1=2 2=5", "1=4 2=3", "1=5 2=5"], decision.Closure!.Bag!);
            Assert.Empty(world.Coop.All<SecretBallot>());
            var bytes = Bytes(folder.FullName);
            Assert.Contains("1=4 2=3", bytes, StringComparison.Ordinal);
            Assert.DoesNotContain("secret-ballot\",\"", bytes, StringComparison.Ordinal);
            Assert.DoesNotContain("\"Marks\":{", bytes, StringComparison.Ordinal);
            foreach (var typed in new[] { "très bien 2=", "insuffisant 2=", "bien 2=assez", "passable 2=" })
            {
                Assert.DoesNotContain(typed, bytes, StringComparison.Ordinal);
            }
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task What_is_kept_of_an_act_tells_that_somebody_voted_and_not_what()
    {
        await using var world = await Opened(folder: null);
        await Vote(world, "Li", "D1 1=bien 2=assez bien");
        var ballot = Assert.Single(world.Coop.Find<Decision>(1)!.Ballots(world.Coop));
        Assert.True(ballot.IsSecret);
        Assert.Null(ballot.Marks);
        var line = world.Store.ReadTrace(new Memory.TraceQuery(world.Coop.Id, 1) { Kind = "ballot", Document = ballot.Id })[0];
        Assert.Null(line.Words);
        Assert.Equal(["ballot"], line.Changes.Select(change => change.Kind));
        Assert.DoesNotContain("Marks", line.Changes[0].After!.ToString(), StringComparison.Ordinal);
    }

    // Somebody votes from two accounts, and then says that both are theirs: one ballot is left, the one cast last.
    [Fact]
    public async Task Two_accounts_of_one_person_have_one_ballot_in_the_urn()
    {
        await using var world = new World(("one", Abilities), ("two", Abilities));
        foreach (var who in People)
        {
            await world.Hear(world.Says(world.Platforms[0], who, $"/moi {who}"));
        }

        await world.Hear(world.Says(world.Platforms[0], "Awa", "/jugement quel nom ? Ruche, Fil, à bulletin secret"));
        await world.Hear(world.Says(world.Platforms[0], "Li", "D1 1=bien 2=bien", isPrivate: true));
        await world.Pass(Duration.FromHours(1), inTime: true);
        await world.Hear(world.Says(world.Platforms[0], "Sam", "D1 1=passable 2=bien", isPrivate: true));
        await world.Link("Li", world.Platforms[0], world.Platforms[0], "Sam");
        var secret = Assert.Single(world.Coop.Live<SecretBallot>());
        Assert.Equal(2, secret.Marks[1]);
        Assert.Single(world.Coop.Find<Decision>(1)!.Ballots(world.Coop));
    }

    private static async Task<World> Opened(string? folder)
    {
        var world = folder is null ? new World(("slate", Abilities)) : new World(Replay.Playing.OnDisk(folder), ("slate", Abilities));
        foreach (var who in People)
        {
            await world.Hear(world.Says(world.Platforms[0], who, $"/moi {who}"));
        }

        await world.Hear(world.Says(world.Platforms[0], "Awa", "/jugement quel nom ? Ruche, Fil, à bulletin secret"));
        return world;
    }

    private static Task Vote(World world, string who, string text) => world.Hear(world.Says(world.Platforms[0], who, text, isPrivate: true));

    private static string Bytes(string folder) => string.Concat(Directory.GetFiles(folder, "*.db*").Where(file => !file.EndsWith(".lock", StringComparison.Ordinal)).Order(StringComparer.Ordinal).Select(file =>
    {
        using var open = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var reader = new StreamReader(open, Encoding.UTF8);
        return reader.ReadToEnd();
    }));
}
