using Bot.Core.Memory;

namespace Bot.Adapters.Tests.Stores;

public sealed partial class SqliteWriterTests
{
    [Fact]
    public async Task A_full_disk_keeps_nothing_and_once_there_is_room_all_goes_on()
    {
        connection.Script($"PRAGMA max_page_count={Number("PRAGMA page_count") + 1}");
        writer.Note(Shown("m1") with { Shown = Shown("m1").Shown! with { Text = new string('x', 100_000) } });

        var refused = await Assert.ThrowsAsync<StoreUnavailableException>(() => writer.Write(database => Insert(database, "k")));

        Assert.Contains("is full", refused.Message, StringComparison.Ordinal);
        Assert.Empty(Keys());
        Assert.Equal(["m1"], writer.Notes.Waiting.Said);
        Assert.False(health.Broken.IsCompleted);
        clock.Ring();
        await Until(() => clock.Waiting.Count == 1);

        connection.Script("PRAGMA max_page_count=1000000");

        Assert.Equal(CommitOutcome.Kept, await writer.Write(database => Insert(database, "k")));
        Assert.Equal(["k"], Keys());
        Assert.Equal(1, Number("SELECT count(*) FROM shown"));
    }

    [Fact]
    public async Task A_note_that_can_never_be_written_stops_all_writing_rather_than_every_commit_after_it()
    {
        connection.Script("DROP TABLE shown");
        writer.Note(Shown("m1"));

        await Assert.ThrowsAsync<StoreBrokenException>(() => writer.Write(database => Insert(database, "k")));

        Assert.Contains("no such table", await health.Broken, StringComparison.Ordinal);
        Assert.Empty(Keys());
    }

    [Fact]
    public async Task What_was_handed_over_before_the_file_broke_is_not_written_to_it()
    {
        using var gate = new ManualResetEventSlim();
        var first = await Occupy(gate);
        var last = writer.Write(database => Insert(database, "last"));
        health.Break(new InvalidDataException("damage"));
        gate.Set();

        Assert.Equal(CommitOutcome.Kept, await first);
        await Assert.ThrowsAsync<StoreBrokenException>(() => last);
        Assert.Empty(Keys());
    }
}
