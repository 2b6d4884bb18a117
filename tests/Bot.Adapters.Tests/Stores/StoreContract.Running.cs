using Bot.Core.Memory;
using NodaTime;

namespace Bot.Adapters.Tests.Stores;

public abstract partial class StoreContract
{
    private static readonly Duration Day = Duration.FromDays(1);

    [Fact]
    public async Task Coops_are_due_earliest_first()
    {
        Assert.Null(Store.NextDue());
        await Keep(
            Begins("late") with { NextDue = Noon + Duration.FromHours(2) },
            Begins("soon") with { NextDue = Noon },
            Begins("idle"),
            Begins("first") with { NextDue = Noon - Duration.FromHours(1) });

        Assert.Equal(["first", "soon"], Store.DueCoops(Noon));
        Assert.Equal(["first"], Store.DueCoops(Noon - Duration.FromMilliseconds(1)));
        Assert.Empty(Store.DueCoops(Noon - Day));
        Assert.Equal(Noon - Duration.FromHours(1), Store.NextDue());

        await Keep(Turn("first", 1), Turn("soon", 1) with { NextDue = Noon + Day });

        Assert.Equal(["late", "soon"], Store.DueCoops(Noon + Day));
        Assert.Equal(Noon + Duration.FromHours(2), Store.NextDue());
    }

    [Fact]
    public async Task No_coop_is_called_before_its_job_is_due()
    {
        var due = Noon + Duration.FromNanoseconds(1);
        await Keep(Begins("a") with { NextDue = due });

        Assert.Empty(Store.DueCoops(Noon));
        Assert.True(Store.NextDue() >= due);
        Assert.Equal(["a"], Store.DueCoops(Noon + Duration.FromMilliseconds(1)));
    }

    [Fact]
    public async Task Each_platform_finds_its_place_again()
    {
        Assert.Null(Store.Cursor("slate"));

        await Store.Advance("slate", "10");
        await Store.Advance("other", "é");
        await Store.Advance("slate", "");
        Assert.Equal("", Store.Cursor("slate"));
        await Restart();

        Assert.Equal("", Store.Cursor("slate"));
        Assert.Equal("é", Store.Cursor("other"));
        Assert.Null(Store.Cursor("Slate"));
    }

    [Fact]
    public async Task A_probe_keeps_nothing()
    {
        await Keep(Begins("a"));
        await Store.Probe();
        await Restart();

        Assert.Equal(1, Store.Load("a").Version);
    }

    [Fact]
    public async Task Being_alive_is_what_the_next_run_reads()
    {
        Assert.Null(Store.LastAlive);
        Store.NoteAlive(Noon);
        Store.NoteAlive(Noon + Duration.FromMinutes(1));
        await LetNotesRide();
        Assert.Null(Store.LastAlive);

        await Kill();
        Store.NoteAlive(Noon + Day);
        Assert.Equal(Noon + Duration.FromMinutes(1), Store.LastAlive);
        await Restart();

        Assert.Equal(Noon + Day, Store.LastAlive);
    }

    [Fact]
    public async Task A_clean_stop_loses_nothing()
    {
        await Keep(Everything("a", 0) with { Birth = [1, 2, 3] }, Turn("a", 1) with { Outbox = [Say("1"), Full("2")] });
        Store.Note(new Delivery("everything", "a", Noon, Stands("everything"), null));
        Assert.Equal((1, false), (Store.Boots, Store.StoppedUncleanly));

        await Restart();

        Assert.Equal((2, false), (Store.Boots, Store.StoppedUncleanly));
        AssertEverythingOfA();
        Assert.Equal("everything", Assert.Single(Store.Load("a").Shown).Id);
        Assert.Empty(Store.Unsent(Kitchen, 0, 10));
    }

    [Fact]
    public async Task A_kill_loses_nothing_that_was_told_and_is_noticed()
    {
        await Keep(Everything("a", 0) with { Birth = [1, 2, 3] }, Turn("a", 1) with { Outbox = [Say("1"), Full("2")] });

        await Kill();

        Assert.Equal((2, true), (Store.Boots, Store.StoppedUncleanly));
        AssertEverythingOfA();
        await Keep(Turn("a", 2));
        await Restart();
        Assert.Equal((3, false), (Store.Boots, Store.StoppedUncleanly));
    }

    [Fact]
    public async Task Every_thread_sees_every_commit_that_was_told()
    {
        await Keep(Begins("a"));
        for (var version = 1L; version <= 50; version++)
        {
            await Keep(Turn("a", version) with { InboxKeys = [$"slate:{version}"] });
            var seen = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => (Store.Load("a").Version, Store.Heard($"slate:{version}")))));
            Assert.All(seen, read => Assert.Equal((version + 1, true), read));
        }
    }

    [Fact]
    public async Task What_waits_for_a_private_chat_longer_than_it_is_worth_saying_is_given_up()
    {
        await Keep(Begins("a") with
        {
            Accounts = [Entry(Lina, "a")],
            Outbox =
            [
                Say("late") with { Awaits = Lina, Until = Noon - Duration.FromMilliseconds(1) },
                Say("still") with { Awaits = Lina, Until = Noon + Day },
                Say("always") with { Awaits = Lina },
                Say("public") with { Until = Noon - Day },
            ],
        });

        Store.NoteAlive(Noon);
        await Keep(Turn("a", 1) with { Accounts = [Entry(Lina, "a", ChatWith(Lina))] });

        Assert.Equal(["still", "always"], Ids(Store.Unsent(ChatWith(Lina), 0, 10)));
        Assert.Equal(["public"], Ids(Store.Unsent(Garden, 0, 10)));
    }

    [Fact]
    public async Task What_is_old_is_forgotten_and_cards_and_open_tokens_stay()
    {
        await Keep(Begins("a") with
        {
            At = Noon - Duration.FromDays(31),
            InboxKeys = ["old"],
            Tokens =
            [
                new TokenEntry("expired", "a", "{}", null, Noon - Duration.FromDays(2)),
                new TokenEntry("hardly", "a", "{}", null, Noon - Duration.FromHours(23)),
                new TokenEntry("open", "a", "{}", null, null),
            ],
        });
        await Keep(Turn("a", 1) with { At = Noon - Duration.FromDays(29), InboxKeys = ["young"] });
        var longAgo = Noon - Duration.FromDays(31);
        Store.Note(new Delivery("1", "a", longAgo, Stands("plain") with { At = longAgo }, null));
        Store.Note(new Delivery("2", "a", longAgo, Stands("card") with { At = longAgo, IsCard = true }, null));
        Store.Note(new Delivery("3", "a", longAgo, Stands("recent") with { At = Noon - Duration.FromDays(29) }, null));

        Store.NoteAlive(Noon);
        await LetNotesRide();

        Assert.False(Store.Heard("old"));
        Assert.True(Store.Heard("young"));
        Assert.Null(Store.FindToken("expired"));
        Assert.NotNull(Store.FindToken("hardly"));
        Assert.NotNull(Store.FindToken("open"));
        Assert.Equal(["card", "recent"], Store.Load("a").Shown.Select(shown => shown.Id).Order(StringComparer.Ordinal));
        Assert.False(Store.Broken.IsCompleted);
    }

    private void AssertEverythingOfA()
    {
        var coop = Store.Load("a");
        Assert.Equal(2, coop.Version);
        Assert.Equal(99, Assert.Single(coop.Documents).Id);
        Assert.Equal(99, coop.Counters["action"]);
        Assert.Equal("mots", Assert.Single(Store.ReadTrace(new TraceQuery("a", 10))).Words);
        Assert.Equal(["1"], Ids(Store.Unsent(Garden, 0, 10)));
        AssertSame(Full("2"), Assert.Single(Store.Unsent(Full("2").To, 0, 10)).Message);
        Assert.Equal("a", Store.FindToken("everything")?.Coop);
        Assert.Equal("a", Store.CoopOf(Kitchen));
        Assert.Equal([Entry(Sam, "a")], Store.EntriesOf(Sam));
        Assert.True(Store.Heard("slate:everything"));
        Assert.Null(Store.NextDue());
    }
}
