using Bot.Core.Chat;
using Bot.Core.Memory;
using NodaTime;

namespace Bot.Adapters.Tests.Stores;

public abstract partial class StoreContract
{
    [Fact]
    public async Task What_is_to_be_said_comes_back_whole()
    {
        var said = Full("m1");
        await Keep(Begins("a") with { Outbox = [said] });

        var row = Assert.Single(Store.Unsent(said.To, 0, 10));

        Assert.Equal("a", row.Coop);
        Assert.Equal(Noon, row.At);
        AssertSame(said, row.Message);
        var forgotten = typeof(Outgoing).GetProperties().Where(property =>
            property.Name is not nameof(Outgoing.Awaits) && property.GetValue(said) is null or false or OutgoingKind.Answer);
        Assert.Empty(forgotten);
    }

    [Fact]
    public async Task What_is_to_be_said_waits_in_order_per_conversation_whichever_the_coop()
    {
        await Keep(
            Begins("a") with { Outbox = [Say("1"), Say("2"), new Outgoing("k1", Kitchen, "k"), Say("3")] },
            Begins("b") with { Outbox = [Say("4"), new Outgoing("t1", Garden with { Thread = "seeds" }, "t")] },
            Turn("a", 1) with { Outbox = [Say("5")] });

        var all = Store.Unsent(Garden, 0, 10);

        Assert.Equal(["1", "2", "3", "4", "5"], Ids(all));
        Assert.Equal(["a", "a", "a", "b", "a"], all.Select(row => row.Coop));
        Assert.Equal(all.Select(row => row.Order).Order().Distinct(), all.Select(row => row.Order));
        Assert.All(all, row => Assert.True(row.Order > 0));
        Assert.Equal(["1", "2"], Ids(Store.Unsent(Garden, 0, 2)));
        Assert.Equal(["3", "4"], Ids(Store.Unsent(Garden, all[1].Order, 2)));
        Assert.Empty(Store.Unsent(Garden, all[4].Order, 2));
        Assert.Equal(["t1"], Ids(Store.Unsent(Garden with { Thread = "seeds" }, 0, 10)));
        Assert.Equal(
            [Garden, Garden with { Thread = "seeds" }, Kitchen],
            Store.UnsentPlaces().OrderBy(place => place.Id + place.Thread, StringComparer.Ordinal));
    }

    [Fact]
    public async Task What_was_shown_leaves_the_queue_and_stands_on_the_platform_at_once()
    {
        await Keep(Begins("a") with { Outbox = [Say("1"), Say("2")] });
        var shown = Stands("1") with { OnlyFor = Lina, Subject = "A1" };

        Store.Note(new Delivery("1", "a", Noon, shown, null));

        Assert.Equal(["2"], Ids(Store.Unsent(Garden, 0, 10)));
        Assert.Equal([Garden], Store.UnsentPlaces());
        Store.Note(new Delivery("2", "a", Noon, Stands("2"), null));
        AssertSaid();
        await LetNotesRide();
        AssertSaid();

        void AssertSaid()
        {
            Assert.Empty(Store.UnsentPlaces());
            Assert.Empty(Store.Unsent(Garden, 0, 10));
            var standing = Store.Load("a").Shown;
            Assert.Equal(2, standing.Count);
            AssertSame(shown, standing[0]);
            AssertSame(Stands("2"), standing[1]);
        }
    }

    [Fact]
    public async Task What_is_shown_again_under_the_same_id_replaces_what_stood_there()
    {
        await Keep(Begins("a") with { Outbox = [Say("1"), Say("edit") with { Replaces = "1" }] });
        Store.Note(new Delivery("1", "a", Noon, Stands("1"), null));
        await LetNotesRide();
        var edited = new ShownMessage("1", Kitchen, "m9", "A2", true, "Neuf.", [], Noon + Duration.FromHours(1)) { OnlyFor = Sam };

        Store.Note(new Delivery("edit", "a", Noon, edited, null));

        AssertSame(edited, Assert.Single(Store.Load("a").Shown));
        await LetNotesRide();
        AssertSame(edited, Assert.Single(Store.Load("a").Shown));
        Assert.Empty(Store.Unsent(Garden, 0, 10));
    }

    [Fact]
    public async Task What_was_given_up_leaves_the_queue_and_stands_nowhere()
    {
        await Keep(Begins("a") with { Outbox = [Say("1"), Say("2")] });

        Store.Note(new Delivery("1", "a", Noon, null, "too old to edit"));
        Assert.Equal(["2"], Ids(Store.Unsent(Garden, 0, 10)));
        await LetNotesRide();

        Assert.Equal(["2"], Ids(Store.Unsent(Garden, 0, 10)));
        Assert.Empty(Store.Load("a").Shown);
    }

    [Fact]
    public async Task A_note_about_something_unknown_harms_nobody()
    {
        await Keep(Begins("a") with { Outbox = [Say("1")] });

        Store.Note(new Delivery("ghost", "a", Noon, null, "gone"));
        Store.Note(new Delivery("ghost", "nobody", Noon, Stands("ghost"), null));
        Store.Note(new Delivery("1", "a", Noon, Stands("1"), null));
        await Keep(Turn("a", 1));

        Assert.Equal("1", Assert.Single(Store.Load("a").Shown).Id);
    }

    [Fact]
    public async Task An_order_is_never_given_again()
    {
        await Keep(Begins("a") with { Outbox = [Say("1"), Say("2")] });
        var last = Store.Unsent(Garden, 0, 10)[^1].Order;
        Store.Note(new Delivery("1", "a", Noon, Stands("1"), null));
        Store.Note(new Delivery("2", "a", Noon, Stands("2"), null));
        await Restart();

        await Keep(Turn("a", 1) with { Outbox = [Say("3")] });

        Assert.Equal(["3"], Ids(Store.Unsent(Garden, last, 10)));
    }

    [Fact]
    public async Task A_turn_that_is_taken_back_takes_back_what_it_has_not_said_yet()
    {
        await Keep(
            Begins("a") with { Outbox = [Say("1")] },
            Turn("a", 1) with { Outbox = [Say("2"), Say("3"), Say("4") with { Awaits = Lina }] },
            Begins("b") with { Outbox = [Say("b1")] },
            Turn("b", 1) with { Outbox = [Say("b2")] });
        Store.Note(new Delivery("2", "a", Noon, Stands("2"), null));

        await Keep(Turn("a", 2) with { WithdrawnTurn = 2, Outbox = [Say("5")], Accounts = [Entry(Lina, "a", ChatWith(Lina))] });

        Assert.Equal(["1", "b1", "b2", "5"], Ids(Store.Unsent(Garden, 0, 10)));
        Assert.Empty(Store.Unsent(ChatWith(Lina), 0, 10));
        Assert.Equal("2", Assert.Single(Store.Load("a").Shown).Id);
    }

    [Fact]
    public async Task An_edit_of_a_card_takes_back_an_unsent_edit_of_the_same_message_only()
    {
        var card = Say("post") with { IsCard = true, Subject = "board" };
        await Keep(
            Begins("a") with { Outbox = [card, Edit("e1", "post"), Edit("f1", "other"), Say("plain") with { Replaces = "answer" }] },
            Turn("a", 1) with { Outbox = [Edit("e2", "post"), Say("plain2") with { Replaces = "answer" }] });
        Assert.Equal(["post", "f1", "plain", "e2", "plain2"], Ids(Store.Unsent(Garden, 0, 10)));

        await Keep(Turn("a", 2) with { Outbox = [Edit("e3", "post"), Edit("e4", "post")] });

        Assert.Equal(["post", "f1", "plain", "plain2", "e4"], Ids(Store.Unsent(Garden, 0, 10)));

        static Outgoing Edit(string id, string post) => Say(id) with { IsCard = true, Replaces = post, Subject = "board" };
    }

    private static Outgoing Say(string id) => new(id, Garden, "Dit : " + id);

    private static Outgoing Full(string id) => new(id, Garden with { Thread = "seeds" }, "« Été », œuf 🌱 \"<&>\"\nune ligne\0nul\u001f")
    {
        OnlyFor = Lina,
        Buttons = [new Button("t1", "Je prends"), new Button("t2", "Plus tard")],
        ReplyTo = "m7",
        Replaces = "m0",
        Subject = "A12",
        Answers = "slate:m7",
        Invitation = "Ouvrir",
        File = new Attachment("mars.csv", "text/csv", [0, 1, 255]),
        IsCard = true,
        Poll = "D12 : ta réponse ?",
        Kind = OutgoingKind.Ballot,
        Until = Noon + Duration.FromMilliseconds(1),
    };

    private static ShownMessage Stands(string id) =>
        new(id, Garden, "m" + id, null, false, "Dit : " + id, [new Button("t", "Là")], Noon);
}
