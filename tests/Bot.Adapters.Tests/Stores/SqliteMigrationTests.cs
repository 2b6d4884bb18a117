using System.Text;
using Bot.Adapters.Sqlite;
using Bot.Core.Chat;
using Bot.Core.Memory;
using NodaTime;

namespace Bot.Adapters.Tests.Stores;

/// <summary>How a file of the first form, with something of every sort in it, goes on to later forms.</summary>
public sealed class SqliteMigrationTests : IDisposable
{
    private static readonly Instant Noon = Instant.FromUtc(2026, 11, 21, 12, 0);
    private static readonly Place Garden = new("slate", "@bot", "garden");
    private static readonly Account Lina = new("slate", "lina");

    /// <summary>The first form, and steps as later versions will need them: a column, a table built anew, rows rewritten.</summary>
    private static readonly Migration[] Forward =
    [
        Migrations.All[0],
        new(2, "ALTER TABLE coop ADD COLUMN motto TEXT; CREATE TABLE extra (n INTEGER PRIMARY KEY) STRICT"),
        new(3, """
            CREATE TABLE fresh (token TEXT NOT NULL PRIMARY KEY, coop TEXT NOT NULL REFERENCES coop (id), intent TEXT NOT NULL CHECK (json_valid(intent)),
                                member INTEGER, until INTEGER, pressed INTEGER NOT NULL DEFAULT 0) STRICT, WITHOUT ROWID;
            INSERT INTO fresh (token, coop, intent, member, until) SELECT token, coop, intent, member, until FROM token;
            DROP TABLE token;
            ALTER TABLE fresh RENAME TO token
            """),
        new(4, "UPDATE coop SET motto = 'à plusieurs'; INSERT INTO extra VALUES (7)"),
    ];

    private readonly HandClock clock = new();
    private readonly StoreFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_file_of_the_first_form_goes_forward_and_loses_nothing_and_the_backup_is_as_it_was()
    {
        var before = await Fill();

        await using (var store = SqliteStore.Open(folder.File, clock, Forward))
        {
            Assert.Equal(before, Everything(store));
            Assert.Equal(CommitOutcome.Kept, await store.Commit(new Commit("a", 1) { At = Noon }));
        }

        Assert.Equal(("à plusieurs", 7, 4), (Text("SELECT motto FROM coop"), Number("SELECT n FROM extra"), Number("PRAGMA user_version")));
        using var former = new StoreFolder();
        File.Copy(folder.Beside(".pre-v4"), former.File);
        await using var old = SqliteStore.Open(former.File, clock, [Migrations.All[0]]);
        Assert.Equal(before, Everything(old));
        Assert.Equal(1, old.Load("a").Version);
    }

    [Fact]
    public async Task A_step_that_fails_leaves_what_the_steps_before_it_made_and_a_mended_one_goes_on()
    {
        var before = await Fill();
        Migration[] clumsy = [.. Forward[..3], new(4, Forward[3].Script + "; INSERT INTO extra VALUES (7)")];

        var refused = Assert.Throws<StoreRefusedException>(() => SqliteStore.Open(folder.File, clock, clumsy));

        Assert.StartsWith("Step 4 of the upgrade does not fit what the file holds (", refused.Message, StringComparison.Ordinal);
        Assert.Equal((3, 0), (Number("PRAGMA user_version"), Number("SELECT count(*) FROM extra")));
        await using var store = SqliteStore.Open(folder.File, clock, Forward);
        Assert.Equal(before, Everything(store));
    }

    [Fact]
    public async Task The_first_step_that_fails_leaves_the_file_as_it_was()
    {
        await Fill();
        Migration[] clumsy = [Forward[0], new(2, "DROP TABLE token; DROP TABLE nothing")];
        var before = Schema();

        Assert.Throws<StoreRefusedException>(() => SqliteStore.Open(folder.File, clock, clumsy));

        Assert.Equal(before, Schema());
        await using var store = SqliteStore.Open(folder.File, clock, [Forward[0]]);
        Assert.NotNull(store.FindToken("t"));
        Assert.True(File.Exists(folder.Beside(".pre-v2")));
    }

    [Fact]
    public async Task An_upgrade_that_is_cut_short_between_two_steps_goes_on_where_it_was()
    {
        var before = await Fill();
        await SqliteStore.Open(folder.File, clock, Forward[..2]).DisposeAsync();

        await using var store = SqliteStore.Open(folder.File, clock, Forward);

        Assert.Equal(before, Everything(store));
        Assert.Equal(1, Number("SELECT count(*) FROM extra"));
    }

    private async Task<string> Fill()
    {
        await using var store = SqliteStore.Open(folder.File, clock, [Migrations.All[0]]);
        var message = new Outgoing("m1", Garden, "« Œuf »") { Buttons = [new Button("t", "Là")], Subject = "A1", Until = Noon };
        var kept = await store.Commit(new Commit("a", 0)
        {
            Birth = [1, 2, 3],
            At = Noon,
            InboxKeys = ["slate:1"],
            Documents = [new StoredDocument("action", 1, 1, false, "{\"Title\":\"été\"}"u8.ToArray()), new StoredDocument("action", 2, 1, true, "{}"u8.ToArray())],
            Counters = new Dictionary<string, int>(StringComparer.Ordinal) { ["action"] = 2 },
            Trace = new TraceLine(1, "slate:1", Noon, Noon, 1, null, 1, "add", null, "m1", "mots", [new Change("action", 1, null, "{}")]),
            Outbox = [message, new Outgoing("m2", Garden, "ok")],
            Tokens = [new TokenEntry("t", "a", "{}", 1, Noon)],
            Places = [Garden],
            Accounts = [new AccountEntry(Lina, "a", 1, Garden with { Id = "chat" }, IsCurrent: true)],
            NextDue = Noon,
        });
        Assert.Equal(CommitOutcome.Kept, kept);
        store.Note(new Delivery("m2", "a", Noon, new ShownMessage("m2", Garden, "p2", null, IsCard: true, "ok", [], Noon), null));
        await store.Advance("slate", "17");
        return Everything(store);
    }

    private static string Everything(SqliteStore store)
    {
        var coop = store.Load("a");
        return string.Join('\n',
        [
            Convert.ToHexString(coop.Secret),
            .. coop.Counters.Select(each => $"{each}"),
            .. coop.Documents.Select(each => $"{each.Kind} {each.Id} {each.IsSettled} {Encoding.UTF8.GetString(each.Json!)}"),
            .. coop.Shown.Select(Json.WriteText),
            .. store.ReadTrace(new TraceQuery("a", 9)).Select(Json.WriteText),
            .. store.Unsent(Garden, 0, 9).Select(Json.WriteText),
            .. store.EntriesOf(Lina).Select(Json.WriteText),
            $"{store.FindToken("t")} {store.CoopOf(Garden)} {store.Heard("slate:1")} {store.Cursor("slate")} {store.NextDue()}",
        ]);
    }

    private string Schema() => Text("SELECT group_concat(sql, ';') FROM (SELECT sql FROM sqlite_schema ORDER BY name)") + Number("PRAGMA user_version");

    private string Text(string sql)
    {
        using var database = Database.OpenReader(folder.File);
        return database.Text(sql);
    }

    private long Number(string sql)
    {
        using var database = Database.OpenReader(folder.File);
        return database.Number(sql);
    }
}
