using Bot.Adapters.Sqlite;
using Bot.Core.Memory;
using NodaTime;

namespace Bot.Adapters.Tests.Stores;

/// <summary>What the operator is told when a file must not be opened as it is, and that it is then left as it is.</summary>
public sealed partial class SqliteOpeningTests : IDisposable
{
    private static readonly Instant Noon = Instant.FromUtc(2026, 11, 21, 12, 0);
    private readonly HandClock clock = new();
    private readonly StoreFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_missing_file_is_made_with_its_folders()
    {
        var path = Path.Combine(Path.GetDirectoryName(folder.File)!, "new", "folders", "coops.db");

        await using (var store = SqliteStore.Open(path, clock))
        {
            Assert.True(store.IsNew);
            Assert.False(store.StoppedUncleanly);
        }

        Assert.True(File.Exists(path));
        await using var again = SqliteStore.Open(path, clock);
        Assert.False(again.IsNew);
        Assert.Equal(2, again.Boots);
        Assert.DoesNotContain(again.Warnings, warning => warning.Contains("cleanly", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_clean_stop_leaves_the_file_its_witness_and_its_lock_alone()
    {
        await KeepOneCommit();

        Assert.Equal(["coops.db", "coops.db.lock", "coops.db.seq"], folder.Names);
    }

    [Fact]
    public void An_empty_file_is_not_taken_for_a_new_one()
    {
        File.WriteAllBytes(folder.File, []);

        AssertRefused("is empty", "remove it to begin anew");

        Assert.Equal(0, new FileInfo(folder.File).Length);
    }

    [Fact]
    public void A_file_of_something_else_is_left_as_it_is()
    {
        File.WriteAllText(folder.File, string.Concat(Enumerable.Repeat("Chère coopérative,\n", 300)));
        var before = File.ReadAllBytes(folder.File);

        AssertRefused("is not a memory of this bot", "Give another path");

        Assert.Equal(before, File.ReadAllBytes(folder.File));
    }

    [Fact]
    public void A_database_of_another_program_is_left_as_it_is()
    {
        using (var other = Database.OpenWriter(folder.File, create: true))
        {
            other.Script("CREATE TABLE meta (one INTEGER); INSERT INTO meta VALUES (1)");
        }

        var before = File.ReadAllBytes(folder.File);

        AssertRefused("is not a memory of this bot", "Give another path");

        Assert.Equal(before, File.ReadAllBytes(folder.File));
    }

    [Fact]
    public void A_folder_is_not_a_file()
    {
        Directory.CreateDirectory(folder.File);

        AssertRefused("is a folder", "Give the path of a file");
    }

    [Fact]
    public void A_folder_that_cannot_be_made_is_told()
    {
        File.WriteAllText(folder.File, "a file");

        var refused = Assert.Throws<StoreRefusedException>(() => SqliteStore.Open(Path.Combine(folder.File, "coops.db"), clock));

        Assert.Contains("cannot be used", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_in_use_is_refused_until_it_is_let_go()
    {
        var first = SqliteStore.Open(folder.File, clock);

        AssertRefused("is in use by another bot", "Stop that one first");

        Assert.Equal(CommitOutcome.Kept, await first.Commit(new Commit("a", 0) { Birth = [1], At = Noon }));
        await first.DisposeAsync();
        await SqliteStore.Open(folder.File, clock).DisposeAsync();
    }

    [Fact]
    public async Task A_refused_file_is_let_go_at_once()
    {
        File.WriteAllBytes(folder.File, []);
        AssertRefused("is empty", "");
        File.Delete(folder.File);

        await SqliteStore.Open(folder.File, clock).DisposeAsync();
    }

    [Fact]
    public async Task A_file_that_may_not_be_written_to_is_refused()
    {
        await KeepOneCommit();
        // A program that knows only older forms of SQLite's files must treat this one as read-only, whoever runs it.
        using (var file = File.OpenWrite(folder.File))
        {
            file.Seek(18, SeekOrigin.Begin);
            file.WriteByte(3);
        }

        AssertRefused("cannot be written to", "Give the bot the right");
    }

    [Fact]
    public async Task A_truncated_file_is_refused()
    {
        await KeepOneCommit();
        using (var file = File.OpenWrite(folder.File))
        {
            file.SetLength(file.Length / 2);
        }

        AssertRefused("is damaged", "newest backup");
    }

    [Theory]
    [InlineData(199, "Only 199 MB are left")]
    [InlineData(200, null)]
    public void Little_room_on_the_disk_is_told(long megabytes, string? warning)
    {
        var told = Opening.RoomWarning("coops.db", megabytes * 1024 * 1024);

        Assert.Equal(warning is null, told is null);
        Assert.StartsWith(warning ?? "", told ?? "", StringComparison.Ordinal);
    }

    private async Task KeepOneCommit()
    {
        await using var store = SqliteStore.Open(folder.File, clock);
        var version = store.CoopOf(new("slate", "@bot", "garden")) is null ? 0 : store.Load("a").Version;
        var commit = new Commit("a", version) { Birth = [1], At = Noon, Places = [new("slate", "@bot", "garden")] };
        Assert.Equal(CommitOutcome.Kept, await store.Commit(commit));
    }

    private void AssertRefused(string what, string remedy, string? path = null)
    {
        var refused = Assert.Throws<StoreRefusedException>(() => SqliteStore.Open(path ?? folder.File, clock));
        Assert.Contains(what, refused.Message, StringComparison.Ordinal);
        Assert.Contains(remedy, refused.Message, StringComparison.Ordinal);
        Assert.EndsWith(".", refused.Message, StringComparison.Ordinal);
    }
}
