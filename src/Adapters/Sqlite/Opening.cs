using System.Buffers.Binary;
using NodaTime;

namespace Bot.Adapters.Sqlite;

/// <summary>
/// Opens the file, or says why not. Each check stands for a way in which a file was once lost: SQLite itself opens a
/// truncated log, an older copy or a damaged page without a word, and makes a new database of an empty file.
/// </summary>
/// <param name="path">The full path of the file.</param>
/// <param name="steps">The steps that bring a file to its newest form.</param>
internal sealed class Opening(string path, IReadOnlyList<Migration> steps) : IDisposable
{
    /// <summary>Marks a file as ours: "COOP".</summary>
    private const int OurMark = 0x434F4F50;
    private const long LittleRoom = 200L * 1024 * 1024;

    private readonly List<string> warnings = [];
    private FileStream? held;

    /// <summary>The connection that writes.</summary>
    public Database? Database { get; private set; }

    /// <summary>What watches over the number of transactions.</summary>
    public Witness Witness { get; } = new(path);

    /// <summary>Whether the file was made just now.</summary>
    public bool IsNew { get; private set; }

    /// <summary>Whether the bot was not stopped cleanly the last time.</summary>
    public bool StoppedUncleanly { get; private set; }

    /// <summary>How many times the file was opened, this time included.</summary>
    public long Boots { get; private set; }

    /// <summary>How many transactions the file has seen.</summary>
    public long Commits { get; private set; }

    /// <summary>When the bot was last known to be running.</summary>
    public Instant? LastAlive { get; private set; }

    /// <summary>What the operator should know although the file opens.</summary>
    public IReadOnlyList<string> Warnings => warnings;

    /// <summary>What is to be said about the room that is left on a disk, or null.</summary>
    /// <param name="path">The file.</param>
    /// <param name="free">How many bytes are left.</param>
    public static string? RoomWarning(string path, long free) => free >= LittleRoom
        ? null
        : $"Only {free / (1024 * 1024)} MB are left on the disk that holds {path}. Make room: when it is full, nothing can be kept.";

    /// <summary>Opens the file.</summary>
    /// <exception cref="StoreRefusedException">It must not be opened as it is.</exception>
    public void Open()
    {
        try
        {
            held = HeldFile.Hold(path);
            if (File.Exists(path))
            {
                RefuseWhatIsNotOurs();
            }
            else
            {
                Create();
            }

            Database = Database.OpenWriter(path);
            Use(Database);
            Note(RoomWarning(path, new DriveInfo(path).AvailableFreeSpace));
        }
        catch (SqliteFaultException fault)
        {
            throw new StoreRefusedException(Explain(fault), fault);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new StoreRefusedException($"The file {path} cannot be used ({fault.Message}). "
                + "Give the bot a path in a folder where it may read and write.", fault);
        }
    }

    /// <summary>Lets go of the file, for others to open.</summary>
    public void Dispose() => held?.Dispose();

    private void RefuseWhatIsNotOurs()
    {
        Span<byte> head = stackalloc byte[100];
        using var stream = File.OpenRead(path);
        if (stream.Length == 0)
        {
            throw new StoreRefusedException($"The file {path} is empty: what it held is lost, or it was made by mistake. "
                + "Put a backup in its place, or remove it to begin anew.");
        }

        if (stream.ReadAtLeast(head, head.Length, throwOnEndOfStream: false) < head.Length
            || !head.StartsWith("SQLite format 3\0"u8)
            || BinaryPrimitives.ReadInt32BigEndian(head[68..]) != OurMark)
        {
            throw new StoreRefusedException($"The file {path} is not a memory of this bot, or its beginning is damaged. "
                + "It was left as it is. Give another path, or put a backup in its place.");
        }
    }

    /// <summary>The file is made aside and then takes its name, so that a power cut leaves a whole one or none.</summary>
    private void Create()
    {
        Witness.RefuseIfSomethingIsLeft();
        var fresh = path + ".new";
        File.Delete(fresh);
        using (var database = Database.OpenWriter(fresh, create: true))
        {
            Copying.KeepPrivate(fresh);
            database.Script($"PRAGMA application_id={OurMark}");
            Migrations.Run(database, steps);
        }

        File.Move(fresh, path);
        IsNew = true;
    }

    private void Use(Database database)
    {
        if (database.Text("PRAGMA journal_mode=WAL") is not "wal")
        {
            throw new StoreRefusedException($"The folder of {path} cannot hold a write-ahead log, as on a network disk. "
                + "Give a path on a disk of this machine.");
        }

        Migrations.RefuseNewer(database, path, steps);
        CheckPages(database);
        CheckCommits(database);
        Note(Migrations.Upgrade(database, path, steps));
        database.Run("BEGIN IMMEDIATE");
        database.Run("UPDATE meta SET boots = boots + 1, commits = commits + 1, clean = 0");
        database.Run("COMMIT");
        using var row = database.Use("SELECT boots, commits, alive FROM meta");
        row.Next();
        (Boots, Commits, LastAlive) = (row.Long(0), row.Long(1), row.InstantOrNull(2));
    }

    /// <summary>Damage in the middle of the file is seen by nobody until it is read. A stop that was not clean is when it happens.</summary>
    private void CheckPages(Database database)
    {
        StoppedUncleanly = database.Number("SELECT clean FROM meta") == 0;
        if (!StoppedUncleanly)
        {
            return;
        }

        var found = database.Text("PRAGMA quick_check(1)").Replace('\n', ' ');
        if (found != "ok")
        {
            throw new StoreRefusedException($"The bot was not stopped cleanly, and the file {path} is damaged ({found}). "
                + "Check the disk, and put the newest backup in its place.");
        }

        Note($"The bot was not stopped cleanly the last time. The file {path} was checked and is sound.");
    }

    private void CheckCommits(Database database)
    {
        var commits = database.Number("SELECT commits FROM meta");
        if (Witness.Read() is not { } known)
        {
            Note($"{Witness.Path} does not hold a number and was not used; it is written again within the hour.");
        }
        else if (commits < known)
        {
            throw new StoreRefusedException($"The file {path} is older than it was: it holds {commits} commits, and "
                + $"{Witness.Path} knows of {known}. Its -wal file was deleted, or an older copy was put back. "
                + $"Put back what is missing; or, to go on with this older copy, remove {Witness.Path}.");
        }
    }

    private string Explain(SqliteFaultException fault) => fault switch
    {
        { Code: SQLitePCL.raw.SQLITE_READONLY or SQLitePCL.raw.SQLITE_CANTOPEN } =>
            $"The file {path} cannot be written to ({fault.Message}). Give the bot the right to write to it and to its folder.",
        { Code: SQLitePCL.raw.SQLITE_FULL } => $"The disk that holds {path} is full. Make room, then start the bot again.",
        { IsBroken: true } => $"The file {path} is damaged ({fault.Message}). Check the disk, and put the newest backup in its place.",
        _ => $"The file {path} cannot be opened ({fault.Message}).",
    };

    private void Note(string? warning)
    {
        if (warning is not null)
        {
            warnings.Add(warning);
        }
    }
}
