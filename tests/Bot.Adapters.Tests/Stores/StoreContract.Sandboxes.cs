using System.Text;
using Bot.Core.Chat;
using Bot.Core.Memory;

namespace Bot.Adapters.Tests.Stores;

public abstract partial class StoreContract
{
    [Fact]
    public async Task A_sandbox_is_dropped_whole_and_others_keep_everything()
    {
        await KeepASandboxBesideACoop();

        Assert.Equal(CommitOutcome.Kept, await Store.Drop(new Removal("trial", 2, Noon, ["slate:end"])));

        AssertOnlyTheCoopIsLeft();
        await LetNotesRide();
        await Restart();
        AssertOnlyTheCoopIsLeft();
    }

    [Fact]
    public async Task A_coop_is_never_dropped()
    {
        await KeepASandboxBesideACoop();

        await Assert.ThrowsAsync<InvalidOperationException>(() => Store.Drop(new Removal("a", 1, Noon, ["slate:end"])));

        Assert.False(Store.Load("a").IsSandbox);
        Assert.Single(Store.ReadTrace(new TraceQuery("a", 9)));
        Assert.False(Store.Heard("slate:end"));
    }

    [Fact]
    public async Task A_sandbox_is_dropped_once()
    {
        await KeepASandboxBesideACoop();

        Assert.Equal(CommitOutcome.Moved, await Store.Drop(new Removal("trial", 1, Noon, ["slate:early"])));
        Assert.Equal(CommitOutcome.AlreadyHeard, await Store.Drop(new Removal("trial", 2, Noon, ["slate:trial"])));
        Assert.True(Store.Load("trial").IsSandbox);
        Assert.False(Store.Heard("slate:early"));

        Assert.Equal(CommitOutcome.Kept, await Store.Drop(new Removal("trial", 2, Noon, ["slate:end"])));
        Assert.Equal(CommitOutcome.AlreadyHeard, await Store.Drop(new Removal("trial", 2, Noon, ["slate:end"])));
        Assert.Equal(CommitOutcome.Moved, await Store.Drop(new Removal("trial", 2, Noon, ["slate:late"])));
        Assert.Equal(CommitOutcome.Moved, await Store.Commit(Turn("trial", 2)));
    }

    [Fact]
    public async Task Another_sandbox_begins_in_the_place_of_the_first_or_neither_changes()
    {
        await KeepASandboxBesideACoop();
        var next = Begins("next") with { IsSandbox = true, Places = [ChatWith(Sam)], Outbox = [Say("next-1-0")] };

        Assert.Equal(CommitOutcome.Moved, await Store.Drop(new Removal("trial", 2, Noon, ["slate:again"]) { Next = next with { Places = [Garden] } }));
        Assert.Equal("trial", Store.CoopOf(ChatWith(Sam)));
        AssertUnknown("next");

        Assert.Equal(CommitOutcome.Kept, await Store.Drop(new Removal("trial", 2, Noon, ["slate:again"]) { Next = next }));

        AssertUnknown("trial");
        Assert.True(Store.Load("next").IsSandbox);
        Assert.Equal("next", Store.CoopOf(ChatWith(Sam)));
        Assert.Contains("next-1-0", Ids(Store.Unsent(Garden, 0, 10)));
        Assert.True(Store.Heard("slate:again"));
    }

    [Fact]
    public async Task What_is_noted_of_a_sandbox_that_is_gone_leaves_nothing()
    {
        await KeepASandboxBesideACoop();
        Store.Note(new Delivery("trial-2-0", "trial", Noon, Stands("trial-2-0"), null));
        await Store.Drop(new Removal("trial", 2, Noon, ["slate:end"]));

        Store.Note(new Delivery("trial-2-1", "trial", Noon, Stands("trial-2-1"), null));
        await LetNotesRide();

        AssertOnlyTheCoopIsLeft();
    }

    [Fact]
    public async Task A_document_is_found_by_its_kind_and_number()
    {
        await Keep(
            Begins("a") with { Documents = [Document("action", 1, "1"), Document("action", 2, "2", settled: true), Document("room", 1, "3")] },
            Begins("b") with { Documents = [Document("action", 1, "4")] });

        Assert.Equal("4", Encoding.UTF8.GetString(Store.Find("b", "action", 1)!.Json!));
        Assert.True(Store.Find("a", "action", 2)!.IsSettled);
        Assert.Equal(("room", 1, 1, false), Store.Find("a", "room", 1) is { } room ? (room.Kind, room.Id, room.Version, room.IsSettled) : default);
        Assert.Null(Store.Find("a", "action", 3));
        Assert.Null(Store.Find("a", "Action", 1));
        Assert.Null(Store.Find("nobody", "action", 1));
    }

    [Fact]
    public async Task A_private_chat_turns_to_another_coop_of_the_same_person_in_the_commit_of_the_first()
    {
        await Keep(
            Begins("a") with { Accounts = [Entry(Lina, "a", current: true), Entry(Sam, "a", current: true)] },
            Begins("b") with { Accounts = [Entry(Lina, "b") with { Member = 5 }] });

        await Keep(Turn("a", 1) with { Accounts = [Entry(Lina, "a", current: true)], TurnsTo = (Lina, "b") });

        Assert.Equal([Entry(Lina, "b", current: true) with { Member = 5 }, Entry(Lina, "a")], Store.EntriesOf(Lina));
        Assert.True(Assert.Single(Store.EntriesOf(Sam)).IsCurrent);
        await Restart();
        Assert.Equal("b", Store.EntriesOf(Lina)[0].Coop);
    }

    [Fact]
    public async Task A_private_chat_does_not_turn_to_a_coop_its_person_is_no_member_of()
    {
        await Keep(
            Begins("a") with { Accounts = [Entry(Lina, "a", current: true)] },
            Begins("b") with { Accounts = [Entry(Sam, "b", current: true)] },
            Turn("a", 1) with { TurnsTo = (Lina, "b") },
            Turn("a", 2) with { TurnsTo = (Lina, "nowhere") });

        Assert.Equal([Entry(Lina, "a", current: true)], Store.EntriesOf(Lina));
        Assert.Equal([Entry(Sam, "b", current: true)], Store.EntriesOf(Sam));
    }

    /// <summary>Sam is a member of coop « a », and tries things out in private.</summary>
    private async Task KeepASandboxBesideACoop()
    {
        await Keep(
            OfEverySort("a", Garden),
            OfEverySort("trial", ChatWith(Sam)) with { IsSandbox = true, NextDue = Noon },
            Turn("trial", 1) with
            {
                NextDue = Noon,
                Outbox = [Say("trial-2-0"), Say("trial-2-1") with { Awaits = Lina }],
                Documents = [Document("action", 7, "\"essai\"", settled: true)],
            });
        Store.Note(new Delivery("trial-1-0", "trial", Noon, Stands("trial-1-0"), null));
        Store.Note(new Delivery("a-1-0", "a", Noon, Stands("a-1-0"), null));
    }

    private static Commit OfEverySort(string coop, Place place) => Begins(coop) with
    {
        InboxKeys = ["slate:" + coop],
        Documents = [Document("action", 1, $"\"{coop}\"")],
        Counters = new Dictionary<string, int>(StringComparer.Ordinal) { ["action"] = 1 },
        Trace = Line(1) with { Words = coop, Changes = [new Change("action", 1, null, $"\"{coop}\"")] },
        Outbox = [Say(coop + "-1-0"), Say(coop + "-1-1")],
        Tokens = [new TokenEntry(coop, coop, "{}", 1, null)],
        Places = [place],
        Accounts = [Entry(Sam, coop, ChatWith(Sam), current: coop == "a")],
    };

    private void AssertOnlyTheCoopIsLeft()
    {
        AssertUnknown("trial");
        Assert.Null(Store.Find("trial", "action", 1));
        Assert.Null(Store.CoopOf(ChatWith(Sam)));
        Assert.Null(Store.FindToken("trial"));
        Assert.Empty(Store.ReadTrace(new TraceQuery("trial", 9)));
        Assert.Null(Store.NextDue());
        Assert.Equal([Entry(Sam, "a", ChatWith(Sam), current: true)], Store.EntriesOf(Sam));
        Assert.Equal(["a-1-1"], Ids(Store.Unsent(Garden, 0, 10)));
        Assert.True(Store.Heard("slate:trial"));
        Assert.True(Store.Heard("slate:end"));

        var coop = Store.Load("a");
        Assert.Equal((1, false), (coop.Version, coop.IsSandbox));
        Assert.Equal("\"a\"", Encoding.UTF8.GetString(Assert.Single(coop.Documents).Json!));
        Assert.Equal("a", Assert.Single(Store.ReadTrace(new TraceQuery("a", 9))).Words);
        Assert.Equal("a-1-0", Assert.Single(coop.Shown).Id);
        Assert.NotNull(Store.FindToken("a"));
        Assert.Equal("a", Store.CoopOf(Garden));
    }
}
