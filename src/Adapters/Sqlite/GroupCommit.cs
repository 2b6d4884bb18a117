using System.Threading.Channels;
using Bot.Core.Memory;

namespace Bot.Adapters.Sqlite;

/// <summary>
/// Writes all that waits in one transaction and flushes it once; each part may still be taken back alone. Nobody is told before
/// the disk has it. Only the writer's thread comes here.
/// </summary>
/// <param name="database">The connection that writes.</param>
/// <param name="commits">How many transactions the file has seen so far.</param>
/// <param name="time">The clock.</param>
/// <param name="health">Told when the file can no longer be trusted.</param>
/// <param name="witness">Told the number of transactions, hourly and at the end.</param>
/// <param name="notes">What rides along.</param>
/// <param name="queue">What waits.</param>
internal sealed class GroupCommit(
    Database database, long commits, TimeProvider time, Health health, Witness witness, Notes notes, ChannelReader<Work> queue)
{
    private const int MostParts = 256;
    private static readonly TimeSpan Longest = TimeSpan.FromMilliseconds(5);
    private readonly List<Work> parts = [];
    private long seen = commits;
    private bool owesEmptyLog;

    /// <summary>Writes what waits now.</summary>
    public void Run()
    {
        parts.Clear();
        if (!TakeNext())
        {
            return;
        }

        bool hourly;
        try
        {
            health.ThrowIfBroken();
            database.Run("BEGIN IMMEDIATE");
            hourly = WriteNotes();
            if (!notes.Waiting.IsEmpty || queue.TryPeek(out _))
            {
                WriteApart();
            }
            else if (parts[0].Write(database) != CommitOutcome.Kept)
            {
                database.Run("ROLLBACK");
                parts[0].Tell();
                return;
            }

            Commit(clean: false);
            if (owesEmptyLog || parts.Exists(part => part.Log != Log.Stays))
            {
                EmptyLog();
            }
        }
        catch (Exception fault)
        {
            Abandon(fault);
            return;
        }

        parts.ForEach(part => part.Tell());
        if (hourly)
        {
            witness.Write(seen);
        }
    }

    /// <summary>Writes the last notes, marks the stop as a clean one, brings the log into the file, and closes it.</summary>
    public void Stop()
    {
        try
        {
            health.ThrowIfBroken();
            database.Run("BEGIN IMMEDIATE");
            WriteNotes();
            Commit(clean: true);
            database.Run("PRAGMA optimize");
            database.Run("PRAGMA wal_checkpoint(TRUNCATE)");
            witness.Write(seen);
        }
        catch (Exception fault) when (fault is SqliteFaultException or StoreBrokenException)
        {
            // The stop stays marked as not clean: the next start checks the file. Nothing more is written to it now.
            database.LeaveLogAlone();
        }
        finally
        {
            database.Dispose();
        }
    }

    /// <summary>Each part stands behind a savepoint of its own, so that one that fails is taken back alone.</summary>
    private void WriteApart()
    {
        var start = time.GetTimestamp();
        do
        {
            var part = parts[^1];
            database.Run("SAVEPOINT part");
            var kept = false;
            try
            {
                kept = part.Write(database) == CommitOutcome.Kept;
            }
            catch (Exception fault) when (IsItsOwn(fault) && database.InTransaction)
            {
                part.Fail(health.Explain(fault));
            }

            if (!kept)
            {
                database.Run("ROLLBACK TO part");
            }

            database.Run("RELEASE part");
        }
        while (parts.Count < MostParts && time.GetElapsedTime(start) < Longest && TakeNext());
    }

    private static bool IsItsOwn(Exception fault) => fault is not SqliteFaultException { IsBroken: true } and not SqliteFaultException { IsPassing: true };

    private bool TakeNext()
    {
        if (!queue.TryRead(out var next))
        {
            return false;
        }

        parts.Add(next);
        return true;
    }

    /// <summary>Notes break no rule. If one cannot be written and the disk is not in the way, it never can, and would stop every commit after it.</summary>
    private bool WriteNotes()
    {
        try
        {
            return notes.Write(database);
        }
        catch (SqliteFaultException fault) when (!fault.IsPassing)
        {
            throw health.Break(fault);
        }
    }

    private void Commit(bool clean)
    {
        database.Use("UPDATE meta SET commits = ?, clean = ?").With(seen + 1).With(clean).Run();
        database.Run("COMMIT");
        seen++;
        notes.Forget();
    }

    /// <summary>What was erased still stands in the log, page by page, until it has moved into the file and the log is cut. While somebody reads the log, the next commit tries again.</summary>
    private void EmptyLog()
    {
        owesEmptyLog = database.Number("PRAGMA wal_checkpoint(TRUNCATE)") != 0;
        if (owesEmptyLog)
        {
            parts.Where(part => part.Log == Log.MustBeEmptied).ToList().ForEach(part => part.Fail(new StoreUnavailableException(
                "What was erased is gone from the file, but somebody reads the log, and it still stands there. "
                + "Stop the bot and start it again: the log is then emptied.")));
        }
    }

    private void Abandon(Exception fault)
    {
        var explained = health.Explain(fault);
        try
        {
            if (database.InTransaction)
            {
                database.Run("ROLLBACK");
            }
        }
        catch (SqliteFaultException second)
        {
            explained = health.Break(second);
        }

        parts.ForEach(part => part.Fail(explained));
    }
}
