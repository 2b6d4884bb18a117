using System.Text;
using Bot.Core.Chat;
using Bot.Core.Memory;

namespace Bot.Adapters.Tests.Stores;

public abstract partial class StoreContract
{
    [Fact]
    public void An_unknown_coop_cannot_be_loaded() => AssertUnknown("nobody");

    [Fact]
    public async Task A_coop_that_begins_is_loaded_as_it_was_kept()
    {
        await Keep(Begins("a") with
        {
            Documents = [Document("action", 1, """{"title":"semer l'été"}"""), Document("action", 2, "{}", settled: true)],
            Counters = new Dictionary<string, int>(StringComparer.Ordinal) { ["action"] = 2 },
            Accounts = [Entry(Lina, "a", ChatWith(Lina), current: true)],
        });

        var coop = Store.Load("a");

        Assert.Equal(1, coop.Version);
        Assert.Equal([1, 2, 3], coop.Secret);
        Assert.Equal(2, Assert.Single(coop.Counters, count => count.Key == "action").Value);
        Assert.Equal(
            [("action", 1, 1, false, """{"title":"semer l'été"}"""), ("action", 2, 1, true, "{}")],
            coop.Documents.OrderBy(document => document.Id).Select(Readable));
        Assert.Equal([Entry(Lina, "a", ChatWith(Lina), current: true)], coop.Accounts);
        Assert.Empty(coop.Shown);
    }

    [Fact]
    public async Task A_coop_that_begins_without_a_secret_is_a_mistake_of_the_caller()
    {
        await Assert.ThrowsAsync<ArgumentException>(() => Store.Commit(new Commit("a", 0) { At = Noon }));
        AssertUnknown("a");
    }

    [Fact]
    public async Task Each_commit_makes_the_next_version_and_leaves_what_it_does_not_name()
    {
        await Keep(
            Begins("a") with { Documents = [Document("action", 1, "1"), Document("action", 2, "2"), Document("event", 1, "3")] },
            Turn("a", 1) with
            {
                Documents = [new StoredDocument("action", 1, 7, true, "11"u8.ToArray()), new StoredDocument("action", 2, 1, false, null)],
                Counters = new Dictionary<string, int>(StringComparer.Ordinal) { ["action"] = 2, ["event"] = 1 },
            },
            Turn("a", 2) with { Counters = new Dictionary<string, int>(StringComparer.Ordinal) { ["action"] = 3 } });

        var coop = Store.Load("a");

        Assert.Equal(3, coop.Version);
        Assert.Equal([1, 2, 3], coop.Secret);
        Assert.Equal(
            [("action", 1, 7, true, "11"), ("event", 1, 1, false, "3")],
            coop.Documents.OrderBy(document => document.Kind, StringComparer.Ordinal).Select(Readable));
        Assert.Equal(
            [("action", 3), ("event", 1)],
            coop.Counters.OrderBy(count => count.Key, StringComparer.Ordinal).Select(count => (count.Key, count.Value)));
    }

    [Fact]
    public async Task What_was_heard_already_leaves_nothing_again()
    {
        await Keep(Begins("a") with { InboxKeys = ["slate:1", "slate:2"] });
        Assert.True(Store.Heard("slate:1"));
        Assert.False(Store.Heard("slate:3"));

        var again = Everything("a", 1) with { InboxKeys = ["slate:3", "slate:2"] };

        Assert.Equal(CommitOutcome.AlreadyHeard, await Store.Commit(again));
        AssertNothingOf(again, version: 1);
        Assert.False(Store.Heard("slate:3"));
    }

    [Fact]
    public async Task What_was_heard_already_is_told_so_even_if_the_coop_has_moved()
    {
        await Keep(Begins("a") with { InboxKeys = ["slate:1"] }, Turn("a", 1));

        Assert.Equal(CommitOutcome.AlreadyHeard, await Store.Commit(Turn("a", 1) with { InboxKeys = ["slate:1"] }));
    }

    [Fact]
    public async Task The_same_key_handed_over_by_many_at_once_is_kept_once()
    {
        string[] coops = [.. Enumerable.Range(0, 40).Select(n => $"coop{n}")];
        await Task.WhenAll(coops.Select(coop => Task.Run(() => Keep(Begins(coop)))));

        var outcomes = await Task.WhenAll(coops.Select(coop =>
            Task.Run(() => Store.Commit(Turn(coop, 1) with { InboxKeys = ["slate:1"], Documents = [Document("action", 1, "1")] }))));

        Assert.Single(outcomes, CommitOutcome.Kept);
        Assert.Equal(39, outcomes.Count(outcome => outcome == CommitOutcome.AlreadyHeard));
        Assert.Single(coops, coop => Store.Load(coop).Version == 2);
        Assert.Single(coops, coop => Store.Load(coop).Documents.Any());
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public async Task A_commit_on_another_version_than_the_coops_leaves_nothing(long version)
    {
        await Keep(Begins("a"), Turn("a", 1));
        var moved = Everything("a", version);

        Assert.Equal(CommitOutcome.Moved, await Store.Commit(moved));

        AssertNothingOf(moved, version: 2);
        Assert.False(Store.Heard(moved.InboxKeys[0]));
    }

    [Fact]
    public async Task A_coop_begins_once()
    {
        await Keep(Begins("a") with { Documents = [Document("action", 1, "1")] });

        Assert.Equal(CommitOutcome.Moved, await Store.Commit(Begins("a") with { Birth = [9] }));

        Assert.Equal([1, 2, 3], Store.Load("a").Secret);
    }

    [Fact]
    public async Task One_that_fails_does_not_fail_those_that_share_its_flush()
    {
        string[] coops = [.. Enumerable.Range(0, 40).Select(n => $"coop{n}")];
        await Keep(Begins("clumsy") with { Outbox = [new Outgoing("taken", Garden, "Bonjour.")] });

        var clumsy = Everything("clumsy", 1) with { Outbox = [new Outgoing("taken", Garden, "Encore.")] };
        var others = coops.Select(coop => Task.Run(() => Keep(Begins(coop)))).ToList();
        await Assert.ThrowsAsync<InvalidOperationException>(() => Store.Commit(clumsy));
        await Task.WhenAll(others);

        Assert.All(coops, coop => Assert.Equal(1, Store.Load(coop).Version));
        Assert.Equal("Bonjour.", Assert.Single(Store.Unsent(Garden, 0, 10)).Message.Text);
        AssertNothingOf(clumsy with { Outbox = [] }, version: 1);
        Assert.False(Store.Heard(clumsy.InboxKeys[0]));
        await Keep(clumsy with { Outbox = [] });
    }

    private static (string Kind, int Id, int Version, bool IsSettled, string Json) Readable(StoredDocument document) =>
        (document.Kind, document.Id, document.Version, document.IsSettled, Encoding.UTF8.GetString(document.Json!));

    /// <summary>A commit that leaves something of every sort.</summary>
    private static Commit Everything(string coop, long version) => Turn(coop, version) with
    {
        InboxKeys = ["slate:everything"],
        Documents = [Document("action", 99, "99")],
        Counters = new Dictionary<string, int>(StringComparer.Ordinal) { ["action"] = 99 },
        Trace = new TraceLine(version + 1, "slate:everything", Noon, Noon, 1, null, 1, "add", null, null, "mots", [new Change("action", 99, null, "99")]),
        Outbox = [new Outgoing("everything", Kitchen, "Tout.")],
        Tokens = [new TokenEntry("everything", coop, "{}", null, null)],
        Places = [Kitchen],
        Accounts = [Entry(Sam, coop)],
        NextDue = Noon,
    };

    private void AssertNothingOf(Commit commit, long version)
    {
        var coop = Store.Load(commit.Coop);
        Assert.Equal(version, coop.Version);
        Assert.Empty(coop.Documents);
        Assert.Empty(coop.Counters);
        Assert.Empty(coop.Accounts);
        Assert.Empty(Store.ReadTrace(new TraceQuery(commit.Coop, 10)));
        Assert.Empty(Store.Unsent(Kitchen, 0, 10));
        Assert.Null(Store.FindToken("everything"));
        Assert.Null(Store.CoopOf(Kitchen));
        Assert.Empty(Store.EntriesOf(Sam));
        Assert.Null(Store.NextDue());
    }
}
