using Bot.Core.Chat;
using Bot.Core.Memory;
using NodaTime;

namespace Bot.Adapters.Sqlite;

/// <summary>
/// Coops kept in one SQLite file. One thread writes, through one connection; everybody else reads through connections that
/// cannot write. A file belongs to one running bot at a time.
/// </summary>
public sealed class SqliteStore : IStore
{
    private readonly Opening opening;
    private readonly Health health;
    private readonly Readers readers;
    private readonly Writer writer;

    private SqliteStore(string path, Opening opening, TimeProvider time)
    {
        this.opening = opening;
        health = new Health(path);
        readers = new Readers(path, health);
        writer = new Writer(opening.Database!, opening.Commits, time, health, opening.Witness);
    }

    /// <summary>Whether the file was made by this opening.</summary>
    public bool IsNew => opening.IsNew;

    /// <summary>What the operator should know although the file opened: a sentence each.</summary>
    public IReadOnlyList<string> Warnings => opening.Warnings;

    /// <inheritdoc/>
    public long Boots => opening.Boots;

    /// <inheritdoc/>
    public bool StoppedUncleanly => opening.StoppedUncleanly;

    /// <inheritdoc/>
    public Instant? LastAlive => opening.LastAlive;

    /// <inheritdoc/>
    public Task<string> Broken => health.Broken;

    /// <summary>Opens a file, or makes it with its folders if it is missing. May take seconds after an unclean stop or for an upgrade.</summary>
    /// <param name="path">The file.</param>
    /// <param name="time">The clock.</param>
    /// <exception cref="StoreRefusedException">The file must not be opened as it is; the message says why and what to do.</exception>
    public static SqliteStore Open(string path, TimeProvider time) => Open(path, time, Migrations.All);

    /// <summary>Copies a file, whether a bot uses it or not; what was told as kept is in the copy.</summary>
    /// <param name="path">The file.</param>
    /// <param name="to">Where to; nothing may be there.</param>
    /// <exception cref="StoreRefusedException">It cannot be copied; the message says why and what to do.</exception>
    public static void BackUp(string path, string to) => Copying.BackUp(path, to);

    /// <summary>Opens a file with other steps of its form than the program's own.</summary>
    /// <param name="path">The file.</param>
    /// <param name="time">The clock.</param>
    /// <param name="steps">The steps, in order.</param>
    internal static SqliteStore Open(string path, TimeProvider time, IReadOnlyList<Migration> steps)
    {
        var full = Path.GetFullPath(path);
        var attempt = new Opening(full, steps);
        try
        {
            attempt.Open();
            return new SqliteStore(full, attempt, time);
        }
        catch
        {
            // What is refused is left as it is: closing would move the log into it.
            attempt.Database?.LeaveLogAlone();
            attempt.Database?.Dispose();
            attempt.Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    public bool Heard(string key) => readers.Read(database =>
    {
        using var row = database.Use("SELECT 1 FROM inbox WHERE key = ?").With(key);
        return row.Next();
    });

    /// <inheritdoc/>
    public string? CoopOf(Place place) => readers.Read(database =>
    {
        using var row = database.Use("SELECT coop FROM room WHERE platform = ? AND bot = ? AND conversation = ? AND thread = ?").With(place);
        return row.Next() ? row.Text(0) : null;
    });

    /// <inheritdoc/>
    public IReadOnlyList<AccountEntry> EntriesOf(Account account) => readers.Read(database => Reading.EntriesOf(database, account));

    /// <inheritdoc/>
    public CoopSnapshot Load(string coop)
    {
        var waiting = writer.Notes.Waiting;
        var inFile = readers.Read(database => Reading.Load(database, coop));
        return inFile with { Shown = waiting.AddTo(coop, inFile.Shown) };
    }

    /// <inheritdoc/>
    public Task<CommitOutcome> Commit(Commit commit)
    {
        if (commit.Version == 0 && commit.Birth is null)
        {
            throw new ArgumentException("A coop that begins needs its secret.", nameof(commit));
        }

        var messages = StoredMessage.Write(commit.Outbox);
        return writer.Write(database => Keeping.Keep(database, commit, messages), commit.LeavesNoLog ? Log.IsEmptied : Log.Stays);
    }

    /// <inheritdoc/>
    public Task<CommitOutcome> Erase(Erasure erasure) => writer.Write(database => Erasing.Erase(database, erasure), Log.MustBeEmptied);

    /// <inheritdoc/>
    public Task<CommitOutcome> Drop(Removal removal)
    {
        var messages = StoredMessage.Write(removal.Next?.Outbox ?? []);
        return writer.Write(database => Dropping.Drop(database, removal, messages), Log.MustBeEmptied);
    }

    /// <inheritdoc/>
    public StoredDocument? Find(string coop, string kind, int id) => readers.Read(database => Reading.Find(database, coop, kind, id));

    /// <inheritdoc/>
    public TokenEntry? FindToken(string token) => readers.Read(database => Reading.FindToken(database, token));

    /// <inheritdoc/>
    public IReadOnlyList<TraceLine> ReadTrace(TraceQuery query) => readers.Read(database => TraceReading.Read(database, query));

    /// <inheritdoc/>
    public IReadOnlyList<Place> UnsentPlaces()
    {
        var said = writer.Notes.Waiting.Said;
        return readers.Read(database => Reading.UnsentPlaces(database, said));
    }

    /// <inheritdoc/>
    public IReadOnlyList<Unsent> Unsent(Place place, long after, int limit)
    {
        var said = writer.Notes.Waiting.Said;
        return readers.Read(database => Reading.Unsent(database, place, after, limit, said));
    }

    /// <inheritdoc/>
    public void Note(Delivery delivery) => writer.Note(delivery);

    /// <inheritdoc/>
    public IReadOnlyList<string> DueCoops(Instant now) => readers.Read(database =>
    {
        using var rows = database.Use("SELECT id FROM coop WHERE next_due <= ? ORDER BY next_due, id").With(now);
        var due = new List<string>();
        while (rows.Next())
        {
            due.Add(rows.Text(0));
        }

        return due;
    });

    /// <inheritdoc/>
    public Instant? NextDue() => readers.Read(database =>
    {
        using var row = database.Use("SELECT next_due FROM coop WHERE next_due IS NOT NULL ORDER BY next_due LIMIT 1");
        return row.Next() ? row.Instant(0) : (Instant?)null;
    });

    /// <inheritdoc/>
    public Task Probe() => writer.Write(static _ => CommitOutcome.Kept);

    /// <inheritdoc/>
    public string? Cursor(string platform) => readers.Read(database =>
    {
        using var row = database.Use("SELECT position FROM cursor WHERE platform = ?").With(platform);
        return row.Next() ? row.Text(0) : null;
    });

    /// <inheritdoc/>
    public Task Advance(string platform, string cursor) => writer.Write(database =>
    {
        database.Use("INSERT INTO cursor (platform, position) VALUES (?, ?) ON CONFLICT DO UPDATE SET position = excluded.position")
            .With(platform).With(cursor).Run();
        return CommitOutcome.Kept;
    });

    /// <inheritdoc/>
    public void NoteAlive(Instant now) => writer.Note(now);

    /// <summary>Writes what still waits, marks the stop as a clean one, and lets go of the file.</summary>
    public async ValueTask DisposeAsync()
    {
        readers.Dispose();
        await writer.Close();
        opening.Dispose();
    }
}
