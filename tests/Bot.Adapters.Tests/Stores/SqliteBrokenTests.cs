using Bot.Adapters.Sqlite;
using Bot.Core.Memory;
using NodaTime;

namespace Bot.Adapters.Tests.Stores;

/// <summary>What happens when the file turns out to be damaged while the bot runs.</summary>
public sealed class SqliteBrokenTests : IDisposable
{
    private static readonly Instant Noon = Instant.FromUtc(2026, 11, 21, 12, 0);
    private readonly HandClock clock = new();
    private readonly StoreFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_commit_that_meets_damage_stops_all_writing_for_good_and_reading_goes_on()
    {
        byte[] left;
        await using (var store = await OpenDamaged("inbox"))
        {
            await Assert.ThrowsAsync<StoreBrokenException>(() => store.Commit(Turn() with { InboxKeys = ["slate:1"] }));

            Assert.Contains("can no longer be trusted", await store.Broken, StringComparison.Ordinal);
            Assert.EndsWith("put the newest backup back.", await store.Broken, StringComparison.Ordinal);
            await Assert.ThrowsAsync<StoreBrokenException>(() => store.Commit(Turn()));
            await Assert.ThrowsAsync<StoreBrokenException>(() => store.Advance("slate", "1"));
            Assert.Equal(1, store.Load("a").Version);
            store.NoteAlive(Noon);
            left = File.ReadAllBytes(folder.File);
        }

        Assert.Equal(left, File.ReadAllBytes(folder.File));
        Assert.NotEqual(0, new FileInfo(folder.Beside("-wal")).Length);
        var refused = Assert.Throws<StoreRefusedException>(() => SqliteStore.Open(folder.File, clock));
        Assert.Contains("was not stopped cleanly", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Reading_that_meets_damage_stops_all_writing_too()
    {
        await using var store = await OpenDamaged("token");
        Assert.False(store.Broken.IsCompleted);

        Assert.Throws<StoreBrokenException>(() => store.FindToken("t"));

        Assert.True(store.Broken.IsCompletedSuccessfully);
        await Assert.ThrowsAsync<StoreBrokenException>(() => store.Commit(Turn()));
        Assert.Equal(1, store.Load("a").Version);
    }

    private static Commit Turn() => new("a", 1) { At = Noon };

    private async Task<SqliteStore> OpenDamaged(string table)
    {
        await using (var sound = SqliteStore.Open(folder.File, clock))
        {
            var begins = new Commit("a", 0) { Birth = [1], At = Noon };
            Assert.Equal(CommitOutcome.Kept, await sound.Commit(begins));
        }

        Pages.Blank(folder.File, table);
        return SqliteStore.Open(folder.File, clock);
    }
}
