using Bot.Adapters.Sqlite;
using Bot.Core.Memory;

namespace Bot.Adapters.Tests.Stores;

public sealed partial class SqliteOpeningTests
{
    [Fact]
    public async Task After_a_kill_every_page_is_checked()
    {
        StoreFolder killed;
        await using (SqliteStore.Open(folder.File, clock))
        {
            killed = folder.AsAfterKill();
        }

        using (killed)
        {
            await using (var sound = SqliteStore.Open(killed.File, clock))
            {
                Assert.True(sound.StoppedUncleanly);
                Assert.Contains(sound.Warnings, warning => warning.Contains("was checked and is sound", StringComparison.Ordinal));
            }
        }

        await using (SqliteStore.Open(folder.File, clock))
        {
            killed = folder.AsAfterKill();
        }

        using (killed)
        {
            Pages.Blank(killed.File, "token");
            AssertRefused("was not stopped cleanly", "newest backup", killed.File);
        }
    }

    [Fact]
    public async Task An_older_copy_put_back_is_noticed_and_can_be_accepted()
    {
        await KeepOneCommit();
        var copy = File.ReadAllBytes(folder.File);
        await KeepOneCommit();
        File.WriteAllBytes(folder.File, copy);

        AssertRefused("an older copy was put back", $"remove {folder.Beside(".seq")}");

        Assert.Equal(copy, File.ReadAllBytes(folder.File));
        File.Delete(folder.Beside(".seq"));
        await using var accepted = SqliteStore.Open(folder.File, clock);
        Assert.Equal(1, accepted.Load("a").Version);
    }

    [Fact]
    public async Task A_deleted_log_is_noticed()
    {
        await KeepOneCommit();
        StoreFolder killed;
        await using (var store = SqliteStore.Open(folder.File, clock))
        {
            await store.Commit(new Commit("a", 1) { At = Noon });
            store.NoteAlive(Noon);
            await store.Advance("slate", "1");
            await store.Advance("slate", "2");
            killed = folder.AsAfterKill();
        }

        using (killed)
        {
            File.Delete(killed.Beside("-wal"));
            AssertRefused("Its -wal file was deleted", "Put back what is missing", killed.File);
        }
    }

    [Fact]
    public async Task The_witness_is_written_once_an_hour()
    {
        var witness = new Witness(folder.File);
        await using var store = SqliteStore.Open(folder.File, clock);
        await store.Advance("slate", "1");
        await store.Advance("slate", "2");
        Assert.Equal(0, witness.Read());

        store.NoteAlive(Noon);
        await store.Advance("slate", "3");
        await store.Advance("slate", "4");
        var hourly = witness.Read();
        await store.Advance("slate", "5");
        await store.Advance("slate", "6");

        Assert.True(hourly > 0);
        Assert.Equal(hourly, witness.Read());
    }

    [Fact]
    public async Task A_missing_file_whose_log_or_witness_is_left_is_not_begun_anew()
    {
        await KeepOneCommit();
        File.Delete(folder.File);
        AssertRefused("is missing", $"to begin anew, remove {folder.Beside(".seq")}");
        File.Delete(folder.Beside(".seq"));
        File.WriteAllText(folder.Beside("-wal"), "frames");

        AssertRefused("is missing", "-wal");

        Assert.False(File.Exists(folder.File));
    }

    [Fact]
    public async Task A_witness_that_makes_no_sense_is_told_and_written_again()
    {
        await KeepOneCommit();
        File.WriteAllText(folder.Beside(".seq"), "douze");

        await using (var store = SqliteStore.Open(folder.File, clock))
        {
            Assert.Contains(store.Warnings, warning => warning.Contains("does not hold a number", StringComparison.Ordinal));
        }

        Assert.Matches(@"\A[0-9]+\n\z", File.ReadAllText(folder.Beside(".seq")));
    }
}
