using Bot.Adapters.Sqlite;
using Bot.Core.Chat;
using Bot.Core.Memory;
using NodaTime;

namespace Bot.Adapters.Tests.Stores;

/// <summary>What stands in the file, for those who open it with other tools, and how it grows with the program.</summary>
public sealed class SqliteFileTests : IDisposable
{
    private static readonly Instant Noon = Instant.FromUtc(2026, 11, 21, 12, 0);
    private static readonly Place Garden = new("slate", "@bot", "garden");
    private readonly HandClock clock = new();
    private readonly StoreFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Messages_stand_in_the_file_in_a_form_that_stays_and_that_people_can_read()
    {
        var message = new Outgoing("m1", Garden, "« Œuf d'été » <b>&\"\n")
        {
            OnlyFor = new Account("slate", "zoé"),
            Buttons = [new Button("t1", "Ça marche")],
            ReplyTo = "m7",
            Replaces = "m0",
            Subject = "A12",
            IsCard = true,
            Kind = OutgoingKind.Ballot,
            Until = Noon,
        };
        await using var store = await OpenWith(new Commit("a", 0) { Birth = [1], At = Noon, Outbox = [message, new Outgoing("m2", Garden, "ok")] });

        Assert.Equal(
            """{"text":"« Œuf d'été » <b>&\"\n","kind":"ballot","isCard":true,"onlyFor":{"platform":"slate","id":"zoé"},"buttons":"""
            + """[{"token":"t1","label":"Ça marche"}],"replyTo":"m7","subject":"A12"}""",
            Text("SELECT message FROM outbox WHERE id = 'm1'"));
        Assert.Equal("""{"text":"ok","kind":"answer","isCard":false}""", Text("SELECT message FROM outbox WHERE id = 'm2'"));
    }

    [Fact]
    public async Task What_was_said_leaves_no_words_in_the_outbox_and_what_was_given_up_leaves_why()
    {
        await using var store = await OpenWith(new Commit("a", 0)
        {
            Birth = [1],
            At = Noon,
            Outbox = [new Outgoing("sent", Garden, "dit"), new Outgoing("dead", Garden, "tu")],
        });

        store.Note(new Delivery("sent", "a", Noon, new ShownMessage("sent", Garden, "7", null, false, "dit", [], Noon), null));
        store.Note(new Delivery("dead", "a", Noon, null, "blocked"));
        await store.Advance("slate", "1");

        Assert.Equal("dead", Text("SELECT group_concat(id) FROM outbox"));
        Assert.Equal("blocked", Text("SELECT failure FROM outbox WHERE message IS NULL AND failed_at = 1795262400000"));
    }

    [Fact]
    public async Task The_house_is_tidied_once_an_hour()
    {
        await using var store = await OpenWith(new Commit("a", 0) { Birth = [1], At = Noon });
        store.NoteAlive(Noon);
        Assert.Equal(CommitOutcome.Kept, await store.Commit(new Commit("a", 1) { At = Noon - Duration.FromDays(40), InboxKeys = ["old"] }));

        store.NoteAlive(Noon + Duration.FromMinutes(59));
        await store.Advance("slate", "1");
        Assert.True(store.Heard("old"));

        store.NoteAlive(Noon + Duration.FromMinutes(60));
        await store.Advance("slate", "2");
        Assert.False(store.Heard("old"));
    }

    [Theory]
    [InlineData("UPDATE trace SET actor = 2")]
    [InlineData("DELETE FROM trace")]
    [InlineData("INSERT OR REPLACE INTO trace SELECT * FROM trace")]
    public async Task The_trace_can_only_grow(string attack)
    {
        var line = new TraceLine(1, "slate:1", Noon, Noon, 1, null, null, "add", null, null, "mots", []);
        await (await OpenWith(new Commit("a", 0) { Birth = [1], At = Noon, Trace = line })).DisposeAsync();
        using var database = Database.OpenWriter(folder.File);

        var refused = Assert.Throws<SqliteFaultException>(() => database.Script(attack));

        Assert.Contains("append-only", refused.Message, StringComparison.Ordinal);
        Assert.Equal(1, database.Number("SELECT actor FROM trace"));
        database.Script("UPDATE trace_text SET words = '…'");
        Assert.Equal("…", database.Text("SELECT words FROM trace_text"));
    }

    [Theory]
    [InlineData("UPDATE coop SET sandbox = 1 WHERE id = 'a'")]
    [InlineData("UPDATE coop SET sandbox = 0 WHERE id = 'trial'")]
    [InlineData("DELETE FROM trace_text; DELETE FROM trace")]
    public async Task A_coop_becomes_no_sandbox_and_only_the_trace_of_a_sandbox_can_go(string attack)
    {
        var line = new TraceLine(1, "slate:1", Noon, Noon, 1, null, null, "add", null, null, "mots", []);
        var store = await OpenWith(new Commit("a", 0) { Birth = [1], At = Noon, Trace = line });
        await store.Commit(new Commit("trial", 0) { Birth = [1], At = Noon, Trace = line, IsSandbox = true });
        await store.DisposeAsync();
        using var database = Database.OpenWriter(folder.File);

        Assert.Throws<SqliteFaultException>(() => database.Script("BEGIN; " + attack));
        database.Script("ROLLBACK; DELETE FROM trace_text WHERE coop = 'trial'; DELETE FROM trace WHERE coop = 'trial'");

        Assert.Equal("a", database.Text("SELECT group_concat(coop) FROM trace"));
        Assert.Equal("a 0, trial 1", database.Text("SELECT group_concat(id || ' ' || sandbox, ', ') FROM coop"));
    }

    [Fact]
    public async Task What_is_no_json_is_refused_alone()
    {
        await using var store = await OpenWith(new Commit("a", 0) { Birth = [1], At = Noon });
        var document = new StoredDocument("action", 1, 1, false, "{"u8.ToArray());

        await Assert.ThrowsAsync<InvalidOperationException>(() => store.Commit(new Commit("a", 1) { At = Noon, Documents = [document] }));

        Assert.Equal(1, store.Load("a").Version);
    }

    [Fact]
    public async Task Readers_cannot_write()
    {
        await using var store = await OpenWith(new Commit("a", 0) { Birth = [1], At = Noon });
        using var reader = Database.OpenReader(folder.File);

        Assert.Equal(SQLitePCL.raw.SQLITE_READONLY, Assert.Throws<SqliteFaultException>(() => reader.Script("DELETE FROM coop")).Code);
    }

    [Theory]
    [InlineData("PRAGMA synchronous", 2)]
    [InlineData("PRAGMA foreign_keys", 1)]
    [InlineData("PRAGMA secure_delete", 1)]
    [InlineData("PRAGMA trusted_schema", 0)]
    [InlineData("PRAGMA application_id", 0x434F4F50)]
    [InlineData("SELECT count(*) FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%' AND sql NOT LIKE '%STRICT%'", 0)]
    public async Task The_file_is_used_as_decided(string question, long answer)
    {
        await using var store = await OpenWith(new Commit("a", 0) { Birth = [1], At = Noon });
        using var database = Database.OpenWriter(folder.File);

        Assert.Equal("wal", database.Text("PRAGMA journal_mode"));
        Assert.Equal(answer, database.Number(question));
    }

    [Fact]
    public async Task What_members_write_is_for_the_bots_own_user_alone()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        await using var store = await OpenWith(new Commit("a", 0) { Birth = [1], At = Noon });

        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(folder.File));
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(folder.File + "-wal"));
    }

    [Fact]
    public void Steps_are_numbered_without_a_gap() =>
        Assert.Equal(Enumerable.Range(1, Migrations.All.Count), Migrations.All.Select(step => step.Number));

    [Fact]
    public async Task An_older_file_is_brought_to_the_newest_form_after_a_backup()
    {
        await (await OpenWith(new Commit("a", 0) { Birth = [1], At = Noon })).DisposeAsync();
        var newest = Migrations.All.Count + 2;
        Migration[] steps =
        [
            .. Migrations.All,
            new(newest - 1, "ALTER TABLE coop ADD COLUMN motto TEXT"),
            new(newest, "UPDATE coop SET motto = 'à plusieurs'"),
        ];

        await using (var store = SqliteStore.Open(folder.File, clock, steps))
        {
            Assert.Contains(store.Warnings, warning => warning.Contains($"coops.db.pre-v{newest}", StringComparison.Ordinal));
            Assert.Equal(1, store.Load("a").Version);
            Assert.Equal("à plusieurs", Text("SELECT motto FROM coop"));
        }

        var refused = Assert.Throws<StoreRefusedException>(() => SqliteStore.Open(folder.File, clock));
        Assert.Contains("written by a newer version", refused.Message, StringComparison.Ordinal);
        File.Move(folder.Beside($".pre-v{newest}"), folder.File, overwrite: true);
        File.Delete(folder.Beside(".seq"));
        await using var restored = SqliteStore.Open(folder.File, clock);
        Assert.Equal(1, restored.Load("a").Version);
    }

    [Theory]
    [InlineData("DROP TABLE doc; ALTER TABLE nothing ADD COLUMN motto TEXT")]
    [InlineData("DELETE FROM coop")]
    public async Task A_step_that_does_not_fit_leaves_the_file_as_it_was(string script)
    {
        var document = new StoredDocument("action", 1, 1, false, "{}"u8.ToArray());
        await (await OpenWith(new Commit("a", 0) { Birth = [1], At = Noon, Documents = [document] })).DisposeAsync();

        var refused = Assert.Throws<StoreRefusedException>(() =>
            SqliteStore.Open(folder.File, clock, [.. Migrations.All, new Migration(Migrations.All.Count + 1, script)]));

        Assert.Contains("does not fit what the file holds", refused.Message, StringComparison.Ordinal);
        await using var store = SqliteStore.Open(folder.File, clock);
        Assert.Single(store.Load("a").Documents);
    }

    private async Task<SqliteStore> OpenWith(Commit commit)
    {
        var store = SqliteStore.Open(folder.File, clock);
        Assert.Equal(CommitOutcome.Kept, await store.Commit(commit));
        return store;
    }

    private string Text(string sql)
    {
        using var database = Database.OpenReader(folder.File);
        return database.Text(sql);
    }
}
