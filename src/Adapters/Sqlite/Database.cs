using SQLitePCL;

namespace Bot.Adapters.Sqlite;

/// <summary>
/// One connection to the file, and the statements prepared on it. Used by one thread at a time. It speaks to SQLite directly:
/// UTF-8 goes in and out without becoming strings in between, and statements live as long as the connection.
/// </summary>
internal sealed class Database : IDisposable
{
    private readonly sqlite3 handle;
    private readonly Dictionary<string, Statement> statements = new(StringComparer.Ordinal);

    static Database() => Batteries_V2.Init();

    private Database(sqlite3 handle) => this.handle = handle;

    /// <summary>How many rows the last statement changed.</summary>
    public int Changes => raw.sqlite3_changes(handle);

    /// <summary>Whether a transaction is open; a fault may have ended it.</summary>
    public bool InTransaction => raw.sqlite3_get_autocommit(handle) == 0;

    /// <summary>Opens the one connection that writes.</summary>
    /// <param name="path">The file.</param>
    /// <param name="create">Whether the file is to be made.</param>
    public static Database OpenWriter(string path, bool create = false)
    {
        var database = Open(path, create ? raw.SQLITE_OPEN_READWRITE | raw.SQLITE_OPEN_CREATE : raw.SQLITE_OPEN_READWRITE);
        // Once the disk says that the words are kept, a power cut must not take them back: FULL, not NORMAL.
        // What members erase must not stay readable in the file's free pages: secure_delete.
        // Replacing a line of the trace counts as removing it, which its trigger forbids: recursive_triggers.
        return database.With("PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON; PRAGMA secure_delete=ON; PRAGMA recursive_triggers=ON; "
            + "PRAGMA cache_size=-16000; PRAGMA wal_autocheckpoint=4000; PRAGMA journal_size_limit=67108864;");
    }

    /// <summary>
    /// Opens a connection that can neither write nor move the log into the file. That only the writer does so keeps clear of
    /// SQLite's WAL-reset fault (before 3.51.3), which takes two connections that can.
    /// </summary>
    /// <param name="path">The file.</param>
    public static Database OpenReader(string path) => Open(path, raw.SQLITE_OPEN_READONLY).With("PRAGMA cache_size=-4000;");

    /// <summary>A statement, prepared on first use. Dispose of it after each use, else it would hold its place in the log for ever.</summary>
    /// <param name="sql">One of few fixed texts.</param>
    public Statement Use(string sql)
    {
        if (!statements.TryGetValue(sql, out var statement))
        {
            Check(raw.sqlite3_prepare_v3(handle, sql, raw.SQLITE_PREPARE_PERSISTENT, out var prepared));
            statements[sql] = statement = new Statement(this, prepared);
        }

        return statement;
    }

    /// <summary>Runs a statement that has nothing to be filled in.</summary>
    /// <param name="sql">One of few fixed texts.</param>
    public void Run(string sql)
    {
        using var statement = Use(sql);
        statement.Run();
    }

    /// <summary>Reads one number: a pragma, a count.</summary>
    /// <param name="sql">One of few fixed texts.</param>
    public long Number(string sql)
    {
        using var statement = Use(sql);
        statement.Next();
        return statement.Long(0);
    }

    /// <summary>Reads one text.</summary>
    /// <param name="sql">One of few fixed texts.</param>
    public string Text(string sql)
    {
        using var statement = Use(sql);
        statement.Next();
        return statement.Text(0);
    }

    /// <summary>Runs several statements that are used once.</summary>
    /// <param name="sql">The statements.</param>
    public void Script(string sql) => Check(raw.sqlite3_exec(handle, sql));

    /// <summary>Leaves the log where it is when the connection closes, for a file that must not be written to any more.</summary>
    public void LeaveLogAlone() => raw.sqlite3_db_config(handle, raw.SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, out _);

    /// <summary>What SQLite answered, as an exception.</summary>
    /// <param name="result">The result code.</param>
    public SqliteFaultException Fault(int result) => new(result, raw.sqlite3_errmsg(handle).utf8_to_string());

    /// <summary>Ends the statements, then the connection: a kept one would hold the file even after it is replaced.</summary>
    public void Dispose()
    {
        foreach (var statement in statements.Values)
        {
            statement.End();
        }

        statements.Clear();
        handle.Dispose();
    }

    private static Database Open(string path, int flags)
    {
        var result = raw.sqlite3_open_v2(path, out var handle, flags, null);
        var database = new Database(handle);
        if (result == raw.SQLITE_OK)
        {
            raw.sqlite3_extended_result_codes(handle, 1);
            return database.With("PRAGMA busy_timeout=5000; PRAGMA temp_store=MEMORY; PRAGMA trusted_schema=OFF;");
        }

        var fault = database.Fault(result);
        database.Dispose();
        throw fault;
    }

    private void Check(int result)
    {
        if (result != raw.SQLITE_OK)
        {
            throw Fault(result);
        }
    }

    private Database With(string pragmas)
    {
        try
        {
            Script(pragmas);
            return this;
        }
        catch
        {
            Dispose();
            throw;
        }
    }
}
