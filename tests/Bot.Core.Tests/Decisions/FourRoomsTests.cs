using Bot.Core.Chat;
using Bot.Core.Decisions;
using Bot.Core.Memory;
using NodaTime;

namespace Bot.Core.Tests.Decisions;

/// <summary>
/// One coop meets in four rooms, each with what its platform can show: buttons and edits, buttons and reactions without edits, words
/// alone, and the terminal. The rooms are bound by the test. A decision ends there as it ends in one room.
/// </summary>
public sealed class FourRoomsTests
{
    private static readonly Capabilities Buttons = new(Buttons: true, Edits: true, Whispers: true, IdempotentSends: false);
    private static readonly Capabilities Reactions = new(Buttons: false, Edits: true, Whispers: false, IdempotentSends: true);
    private static readonly Capabilities Words = new(Buttons: false, Edits: false, Whispers: false, IdempotentSends: false);
    private static readonly Capabilities Terminal = new(Buttons: false, Edits: false, Whispers: true, IdempotentSends: false);

    /// <summary>What people do, in words that mean the same in every room.</summary>
    private static readonly (string Who, string Does)[] Story =
    [
        ("Awa", "/consentement acheter une tondeuse"),
        ("Li", "D'accord"),
        ("Sam", "D1 réserve prévoir l'entretien"),
        ("Jo", "Objection"),
        ("Jo", "D1 objection le budget n'est pas voté"),
        ("Noé", "D1 question qui la range ?"),
        ("Awa", "/repondre D1 moi"),
        ("Eva", "Abstention"),
        ("Li", "D1 abstention"),
        ("Li", "D'accord"),
        ("Jo", "/lever D1"),
        ("Jo", "D1 d'accord"),
        ("Tom", "D1 d'accord"),
    ];

    [Fact]
    public async Task A_decision_taken_in_four_rooms_at_once_ends_as_in_one()
    {
        var one = await Take([("alone", Buttons)]);
        var four = await Take([("buttons", Buttons), ("reactions", Reactions), ("words", Words), ("terminal", Terminal)]);
        Assert.Equal(Ending.AdoptedWithReserves, one.Ending);
        Assert.Equal(one.Ending, four.Ending);
        Assert.Equal(one.Count, four.Count);
        Assert.Equal(one.At, four.At);
    }

    // The card stands in each room; one message where it can be edited, and what everybody must know is said in each.
    [Fact]
    public async Task Each_room_reads_what_is_proposed_and_how_it_ended()
    {
        await using var world = Village([("buttons", Buttons), ("reactions", Reactions), ("words", Words), ("terminal", Terminal)]);
        await Tell(world, Story);
        foreach (var platform in world.Platforms)
        {
            Assert.NotNull(platform.Find(World.Group(platform), "D'accord"));
        }

        await world.Pass(Duration.FromDays(4), inTime: true);
        foreach (var platform in world.Platforms)
        {
            Assert.Single(platform.ReadIn(World.Group(platform)), text => text.StartsWith("Adoptée avec réserves", StringComparison.Ordinal));
            Assert.Equal(platform.CapabilitiesOf(World.Group(platform)).Edits, platform.Find(World.Group(platform), "D'accord") is null);
        }
    }

    // A person is one voter, whatever accounts they have: the last answer counts, from wherever it comes.
    [Fact]
    public async Task Two_accounts_of_one_person_are_one_voter()
    {
        await using var world = Village([("buttons", Buttons), ("reactions", Reactions)]);
        await Tell(world, Story[..1]);
        await world.Link("Li", world.Platforms[1], world.Platforms[0], "Li");
        await world.Hear(world.Says(world.Platforms[0], "Li", "D1 d'accord"));
        await world.Hear(world.Says(world.Platforms[1], "Li", "D1 objection trop cher"));
        var decision = world.Coop.Find<Decision>(1)!;
        var ballot = Assert.Single(decision.Ballots(world.Coop));
        Assert.Equal(Choice.Objection, ballot.Choice);
        await world.Hear(world.Says(world.Platforms[0], "Li", "D1 abstention"));
        Assert.Equal(Choice.Abstention, Assert.Single(decision.Ballots(world.Coop)).Choice);
    }

    [Fact]
    public async Task Two_taps_at_the_same_time_count_once_and_the_last_one_stands()
    {
        await using var world = Village([("buttons", Buttons)]);
        await Tell(world, Story[..1]);
        var yes = world.Presses(world.Platforms[0], "Li", "D'accord")!;
        var no = world.Presses(world.Platforms[0], "Li", "Abstention")!;
        var first = world.Conversation.Hear(yes);
        var second = world.Conversation.Hear(no);
        await Task.WhenAll(first, second);
        var ballot = Assert.Single(world.Coop.Find<Decision>(1)!.Ballots(world.Coop));
        Assert.Equal(Choice.Abstention, ballot.Choice);
        Assert.Equal(2, world.Coop.Find<Decision>(1)!.Poll(world.Coop).Count.Answered);
    }

    // Behind a bridge's relay many people share one account: who they are cannot be known, so nobody is counted, and they are told.
    [Fact]
    public async Task Who_writes_through_an_account_of_several_is_told_and_not_counted()
    {
        await using var world = Village([("buttons", Buttons)]);
        var (platform, group) = (world.Platforms[0], World.Group(world.Platforms[0]));
        await Tell(world, Story[..1]);
        await world.Hear(Relayed(world.Presses(platform, "relay", "D'accord")!));
        await world.Hear(Relayed(world.Says(platform, "relay", "/accord D1")));
        Assert.Empty(world.Coop.Find<Decision>(1)!.Ballots(world.Coop));
        Assert.Equal(2, platform.ReadIn(group).Count(text => text.StartsWith("Je ne vois pas qui tu es", StringComparison.Ordinal)));
        Assert.DoesNotContain(world.Coop.Live<Member>(), member => member.Name == "relay");
    }

    private static Incoming Relayed(Incoming incoming) => incoming with { By = incoming.By with { IsPerson = false } };

    private static async Task<Closure> Take((string Name, Capabilities Abilities)[] platforms)
    {
        await using var world = Village(platforms);
        await Tell(world, Story);
        await world.Pass(Duration.FromDays(4), inTime: true);
        return world.Coop.Find<Decision>(1)!.Closure!;
    }

    private static World Village((string Name, Capabilities Abilities)[] platforms) => new(platforms);

    // Each speaks where they live; all say hello first, so that all are members, in the same order.
    private static async Task Tell(World world, IReadOnlyList<(string Who, string Does)> story)
    {
        string[] people = ["Awa", "Li", "Sam", "Jo", "Noé", "Eva", "Tom"];
        await world.Hear(world.Says(world.Platforms[0], "Awa", "/moi Awa"));
        foreach (var platform in world.Platforms.Skip(1))
        {
            await Join(world, platform);
        }

        for (var i = 0; i < people.Length; i++)
        {
            await world.Hear(world.Says(Home(world, i), people[i], $"/moi {people[i]}"));
        }

        foreach (var (who, does) in story)
        {
            var platform = Home(world, Array.IndexOf(people, who));
            var incoming = does[0] is '/' or 'D' && does != "D'accord" ? world.Says(platform, who, does) : Choose(world, platform, who, does);
            await world.Hear(incoming);
            await world.Pass(Duration.FromHours(1), inTime: true);
        }
    }

    // A button where there are buttons, the keycap where one can react, and else the word in reply.
    private static Incoming Choose(World world, WorldPlatform platform, string who, string label)
    {
        var keycap = label switch { "D'accord" => "1️⃣", "Abstention" => "2️⃣", _ => "4️⃣" };
        var abilities = platform.CapabilitiesOf(World.Group(platform));
        return abilities.Buttons ? world.Presses(platform, who, label)!
            : abilities.Edits ? world.Reacts(platform, who, label, keycap)!
            : world.Says(platform, who, label, replyTo: platform.Find(World.Group(platform), label)!.Value.Message);
    }

    private static WorldPlatform Home(World world, int person) => world.Platforms[person % world.Platforms.Count];

    private static Task Join(World world, WorldPlatform platform) => Change(world, (coop, rooms) =>
        new Commit(coop.Id, coop.Version)
        {
            At = world.Time.GetCurrentInstant(),
            InboxKeys = ["bind:" + platform.Name],
            Documents = [Stored(new Room { Id = rooms + 1, Place = World.Group(platform) })],
            Counters = new Dictionary<string, int>(StringComparer.Ordinal) { [Kind.Of<Room>().Name] = rooms + 1 },
            Places = [World.Group(platform)],
            NextDue = world.Store.NextDue(),
        });

    // As if a command had done it: the bot reads the coop again.
    private static async Task Change(World world, Func<Coop, int, Commit> change)
    {
        var coop = world.Coop;
        Assert.Equal(CommitOutcome.Kept, await world.Store.Commit(change(coop, coop.Live<Room>().Count())));
        await world.Restart(isClean: true, Duration.Zero);
    }

    private static StoredDocument Stored(Document document) =>
        new(Kind.Of(document.GetType()).Name, document.Id, Kind.Of(document.GetType()).Version, document.IsSettled, Json.Write(document));
}
