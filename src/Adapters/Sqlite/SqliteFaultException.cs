namespace Bot.Adapters.Sqlite;

/// <summary>What SQLite answered when it could not do something.</summary>
/// <param name="code">Its result code, with the extended part.</param>
/// <param name="message">Its words.</param>
internal sealed class SqliteFaultException(int code, string message) : Exception($"SQLite error {code}: {message}")
{
    /// <summary>The result code without its extended part.</summary>
    public int Code { get; } = code & 0xff;

    /// <summary>Whether the file can no longer be trusted: nothing more may be written to it.</summary>
    public bool IsBroken => Code is SQLitePCL.raw.SQLITE_IOERR or SQLitePCL.raw.SQLITE_CORRUPT or SQLitePCL.raw.SQLITE_NOTADB;

    /// <summary>Whether the disk, not what was asked, is in the way: the same may succeed later.</summary>
    public bool IsPassing => Code is SQLitePCL.raw.SQLITE_FULL or SQLitePCL.raw.SQLITE_READONLY or SQLitePCL.raw.SQLITE_BUSY
        or SQLitePCL.raw.SQLITE_LOCKED or SQLitePCL.raw.SQLITE_NOMEM or SQLitePCL.raw.SQLITE_CANTOPEN
        or SQLitePCL.raw.SQLITE_PROTOCOL or SQLitePCL.raw.SQLITE_INTERRUPT;
}
