using Bot.Core.Chat;
using Bot.Core.Memory;

namespace Bot.Adapters.Tests.Stores;

public abstract partial class StoreContract
{
    private static readonly Place Orchard = new("slate", "@bot", "orchard");
    private static readonly Place Seeds = new("slate", "@bot", "garden", "seeds");

    [Fact]
    public async Task A_conversation_that_goes_on_elsewhere_takes_its_places_and_what_waits_along()
    {
        await Keep(
            Begins("a") with { Places = [Garden, Seeds, Kitchen], Outbox = [Say("1") with { ReplyTo = "m7" }, new Outgoing("2", Seeds, "Dit : 2"), new Outgoing("k", Kitchen, "k")] },
            Begins("b") with { Outbox = [Say("b1")] });

        await Keep(Turn("a", 1) with { Relocations = [new Relocation(Garden, Orchard)], Outbox = [new Outgoing("3", Orchard, "Dit : 3") { ReplyTo = "m1" }] });
        await Restart();

        Assert.Equal(["a", "a", "a"], new[] { Orchard, Orchard with { Thread = "seeds" }, Kitchen }.Select(Store.CoopOf));
        Assert.All([Garden, Seeds], place => Assert.Null(Store.CoopOf(place)));
        AssertSame(new Outgoing("1", Orchard, "Dit : 1"), Store.Unsent(Orchard, 0, 1)[0].Message);
        Assert.Equal(["1", "3"], Ids(Store.Unsent(Orchard, 0, 10)));
        Assert.Equal("m1", Store.Unsent(Orchard, 0, 10)[1].Message.ReplyTo);
        Assert.Equal(["2"], Ids(Store.Unsent(Orchard with { Thread = "seeds" }, 0, 10)));
        Assert.Equal(["b1"], Ids(Store.Unsent(Garden, 0, 10)));
        Assert.Equal(["k"], Ids(Store.Unsent(Kitchen, 0, 10)));
    }

    [Fact]
    public async Task Of_what_was_shown_there_only_the_cards_are_still_known_and_have_to_be_posted_anew()
    {
        await Keep(Begins("a") with { Outbox = [Say("1"), Say("2"), Say("3")] });
        Store.Note(new Delivery("1", "a", Noon, Stands("1"), null));
        Store.Note(new Delivery("2", "a", Noon, Stands("2") with { IsCard = true, Subject = "board", Place = Seeds }, null));
        Store.Note(new Delivery("3", "a", Noon, Stands("3") with { Place = Kitchen }, null));

        await Keep(Turn("a", 1) with { Relocations = [new Relocation(Garden, Orchard)] });

        var standing = Store.Load("a").Shown.OrderBy(shown => shown.Id, StringComparer.Ordinal).ToList();
        Assert.Equal(2, standing.Count);
        AssertSame(Stands("2") with { IsCard = true, Subject = "board", Place = Orchard with { Thread = "seeds" }, MessageId = "" }, standing[0]);
        AssertSame(Stands("3") with { Place = Kitchen }, standing[1]);
    }

    [Fact]
    public async Task A_conversation_of_another_coop_is_not_taken()
    {
        await Keep(Begins("a") with { Places = [Garden], Outbox = [Say("1")] }, Begins("b") with { Places = [Orchard with { Thread = "trees" }] });

        Assert.Equal(CommitOutcome.Moved, await Store.Commit(Turn("a", 1) with { Relocations = [new Relocation(Garden, Orchard)] }));

        Assert.Equal("a", Store.CoopOf(Garden));
        Assert.Equal(["1"], Ids(Store.Unsent(Garden, 0, 10)));
    }
}
