using Bot.Adapters.Sqlite;
using Bot.Core.Chat;
using Bot.Core.Memory;
using NodaTime;

namespace Bot.Adapters.Tests.Stores;

/// <summary>How the one thread that writes shares a flush, and what it does when the disk is in the way.</summary>
public sealed partial class SqliteWriterTests : IAsyncLifetime
{
    private static readonly Instant Noon = Instant.FromUtc(2026, 11, 21, 12, 0);
    private static readonly Place Garden = new("slate", "@bot", "garden");
    private readonly HandClock clock = new();
    private readonly StoreFolder folder = new();
    private Health health = null!;
    private Database connection = null!;
    private Writer writer = null!;

    public async Task InitializeAsync()
    {
        await using (var store = SqliteStore.Open(folder.File, clock))
        {
            var begins = new Commit("a", 0) { Birth = [1], At = Noon, Outbox = [new Outgoing("m1", Garden, "un"), new Outgoing("m2", Garden, "deux")] };
            Assert.Equal(CommitOutcome.Kept, await store.Commit(begins));
        }

        health = new Health(folder.File);
        connection = Database.OpenWriter(folder.File);
        writer = new Writer(connection, Number("SELECT commits FROM meta"), clock, health, new Witness(folder.File));
    }

    public async Task DisposeAsync()
    {
        await writer.Close();
        folder.Dispose();
    }

    [Fact]
    public async Task What_waits_together_is_flushed_once_told_after_it_and_fails_alone()
    {
        var before = Number("SELECT commits FROM meta");
        using var gate = new ManualResetEventSlim();
        var first = await Occupy(gate);
        var early = writer.Write(database => Insert(database, "early"));
        var clumsy = writer.Write(database =>
        {
            Insert(database, "clumsy");
            return Insert(database, "early", orFail: true);
        });
        var heard = writer.Write(database =>
        {
            Insert(database, "heard");
            return CommitOutcome.AlreadyHeard;
        });
        var bug = writer.Write(_ => throw new KeyNotFoundException("a bug"));
        var toldTooEarly = true;
        var last = writer.Write(database =>
        {
            toldTooEarly = early.IsCompleted;
            return Insert(database, "last");
        });

        gate.Set();

        Assert.Equal(CommitOutcome.Kept, await first);
        Assert.Equal(CommitOutcome.Kept, await early);
        Assert.Equal(CommitOutcome.Kept, await last);
        Assert.Equal(CommitOutcome.AlreadyHeard, await heard);
        await Assert.ThrowsAsync<InvalidOperationException>(() => clumsy);
        await Assert.ThrowsAsync<KeyNotFoundException>(() => bug);
        Assert.False(toldTooEarly);
        Assert.Equal(["early", "last"], Keys());
        Assert.Equal(before + 2, Number("SELECT commits FROM meta"));
    }

    [Fact]
    public async Task A_note_waits_a_second_at_most_and_a_commit_takes_it_along()
    {
        writer.Note(Shown("m1"));
        writer.Note(Noon);
        Assert.Equal([TimeSpan.FromSeconds(1)], clock.Waiting);
        Assert.Equal(2, Number("SELECT count(*) FROM outbox"));

        clock.Ring();

        await Until(() => Number("SELECT count(*) FROM outbox") == 1 && Number("SELECT alive FROM meta") == Noon.ToUnixTimeMilliseconds() && writer.Notes.Waiting.IsEmpty);
        writer.Note(Shown("m2"));
        Assert.Equal([TimeSpan.FromSeconds(1)], clock.Waiting);
        await writer.Write(_ => CommitOutcome.Kept);
        Assert.Equal(0, Number("SELECT count(*) FROM outbox"));
        Assert.True(writer.Notes.Waiting.IsEmpty);
    }

    [Fact]
    public async Task An_alarm_that_finds_nothing_to_write_does_not_bother_the_disk()
    {
        writer.Note(Shown("m1"));
        await writer.Write(_ => CommitOutcome.Kept);
        var before = Number("SELECT commits FROM meta");

        clock.Ring();

        for (var i = 0; i < 50; i++)
        {
            Assert.Equal(before, Number("SELECT commits FROM meta"));
        }

        await writer.Write(_ => CommitOutcome.Kept);
        Assert.Equal(before + 1, Number("SELECT commits FROM meta"));
    }

    [Fact]
    public async Task A_note_rides_even_when_what_it_rides_with_is_taken_back()
    {
        writer.Note(Shown("m1"));

        Assert.Equal(CommitOutcome.Moved, await writer.Write(_ => CommitOutcome.Moved));

        Assert.Equal(1, Number("SELECT count(*) FROM shown"));
    }

    [Fact]
    public async Task After_the_end_nothing_is_taken_any_more()
    {
        await writer.Close();

        await Assert.ThrowsAsync<ObjectDisposedException>(() => writer.Write(_ => CommitOutcome.Kept));
    }

    [Fact]
    public async Task What_was_handed_over_before_the_end_is_kept()
    {
        using var gate = new ManualResetEventSlim();
        var first = await Occupy(gate);
        var last = writer.Write(database => Insert(database, "last"));
        writer.Note(Shown("m1"));
        var closed = writer.Close();
        gate.Set();
        await closed;

        Assert.Equal([CommitOutcome.Kept, CommitOutcome.Kept], await Task.WhenAll(first, last));
        Assert.Equal(["last"], Keys());
        Assert.Equal(1, Number("SELECT clean FROM meta"));
        Assert.Equal(1, Number("SELECT count(*) FROM shown"));
        Assert.Equal(Number("SELECT commits FROM meta"), new Witness(folder.File).Read());
    }

    /// <summary>Keeps the writer busy with one part, so that all that is handed over meanwhile waits together.</summary>
    private async Task<Task<CommitOutcome>> Occupy(ManualResetEventSlim gate)
    {
        var begun = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var part = writer.Write(_ =>
        {
            begun.SetResult();
            gate.Wait();
            return CommitOutcome.Kept;
        });
        await begun.Task;
        return part;
    }

    private static CommitOutcome Insert(Database database, string key, bool orFail = false)
    {
        database.Use(orFail ? "INSERT INTO inbox VALUES (?, 0)" : "INSERT OR IGNORE INTO inbox VALUES (?, 0)").With(key).Run();
        return CommitOutcome.Kept;
    }

    private static Delivery Shown(string id) => new(id, "a", Noon, new ShownMessage(id, Garden, "p" + id, null, true, "un", [], Noon), null);

    private static async Task Until(Func<bool> isSo)
    {
        for (var i = 0; i < 100_000 && !isSo(); i++)
        {
            await Task.Yield();
        }

        Assert.True(isSo());
    }

    private string[] Keys()
    {
        using var reader = Database.OpenReader(folder.File);
        using var rows = reader.Use("SELECT key FROM inbox ORDER BY key");
        var keys = new List<string>();
        while (rows.Next())
        {
            keys.Add(rows.Text(0));
        }

        return [.. keys];
    }

    private long Number(string sql)
    {
        using var reader = Database.OpenReader(folder.File);
        return reader.Number(sql);
    }
}
