using System.Buffers;
using System.Text;
using Bot.Core.Chat;
using Bot.Core.Memory;
using NodaTime;
using SQLitePCL;

namespace Bot.Adapters.Sqlite;

/// <summary>A prepared statement: fill its blanks in their order, run it or step through its rows, dispose of it to use it again.</summary>
/// <param name="database">Its connection.</param>
/// <param name="handle">What SQLite prepared.</param>
internal sealed class Statement(Database database, sqlite3_stmt handle) : IDisposable
{
    private int blanks;

    /// <summary>Fills the next blank with a number.</summary>
    public Statement With(long? value)
    {
        var blank = ++blanks;
        return Filled(value is { } number ? raw.sqlite3_bind_int64(handle, blank, number) : raw.sqlite3_bind_null(handle, blank));
    }

    /// <summary>Fills the next blank with yes or no.</summary>
    public Statement With(bool value) => With(value ? 1L : 0L);

    /// <summary>Fills the next blank with an instant, to the millisecond.</summary>
    public Statement With(Instant? value) => With(value?.ToUnixTimeMilliseconds());

    /// <summary>Fills the next blank with text.</summary>
    public Statement With(string? value)
    {
        if (value is null)
        {
            return With((long?)null);
        }

        var buffer = ArrayPool<byte>.Shared.Rent(Encoding.UTF8.GetMaxByteCount(value.Length));
        var length = Encoding.UTF8.GetBytes(value, buffer);
        var result = raw.sqlite3_bind_text(handle, ++blanks, buffer.AsSpan(0, length));
        ArrayPool<byte>.Shared.Return(buffer);
        return Filled(result);
    }

    /// <summary>Fills the next blank with text that is UTF-8 already.</summary>
    public Statement WithUtf8(byte[] value) => Filled(raw.sqlite3_bind_text(handle, ++blanks, value));

    /// <summary>Fills the next blank with a document as it is written down.</summary>
    public Statement With(JsonText? value) => value is null ? With((long?)null) : WithUtf8(value.Utf8);

    /// <summary>Fills the next blank with bytes.</summary>
    public Statement WithBytes(byte[] value) => Filled(raw.sqlite3_bind_blob(handle, ++blanks, value));

    /// <summary>Fills the next four blanks with a place.</summary>
    public Statement With(Place? value) =>
        With(value?.Platform).With(value?.Bot).With(value?.Id).With(value is null ? null : value.Thread ?? "");

    /// <summary>Fills the next two blanks with an account.</summary>
    public Statement With(Account? value) => With(value?.Platform).With(value?.Id);

    /// <summary>Goes to the next row, if there is one.</summary>
    public bool Next() => raw.sqlite3_step(handle) switch
    {
        raw.SQLITE_ROW => true,
        raw.SQLITE_DONE => false,
        var other => throw database.Fault(other),
    };

    /// <summary>Runs it to its end and makes it ready for its next use.</summary>
    public void Run()
    {
        try
        {
            while (Next())
            {
                // A pragma answers with rows; it is done when they are.
            }
        }
        finally
        {
            Dispose();
        }
    }

    /// <summary>Whether a column of the row has nothing in it.</summary>
    public bool IsNull(int column) => raw.sqlite3_column_type(handle, column) == raw.SQLITE_NULL;

    /// <summary>A column as a number.</summary>
    public long Long(int column) => raw.sqlite3_column_int64(handle, column);

    /// <summary>A column as a number, or null.</summary>
    public long? LongOrNull(int column) => IsNull(column) ? null : Long(column);

    /// <summary>A column as a small number.</summary>
    public int Int(int column) => checked((int)Long(column));

    /// <summary>A column as a small number, or null.</summary>
    public int? IntOrNull(int column) => IsNull(column) ? null : Int(column);

    /// <summary>A column as yes or no.</summary>
    public bool Flag(int column) => Long(column) != 0;

    /// <summary>A column as an instant.</summary>
    public Instant Instant(int column) => NodaTime.Instant.FromUnixTimeMilliseconds(Long(column));

    /// <summary>A column as an instant, or null.</summary>
    public Instant? InstantOrNull(int column) => IsNull(column) ? null : Instant(column);

    /// <summary>A column as text. Read as bytes, so that a NUL somebody typed does not end it.</summary>
    public string Text(int column) => Encoding.UTF8.GetString(raw.sqlite3_column_blob(handle, column));

    /// <summary>A column as text, or null.</summary>
    public string? TextOrNull(int column) => IsNull(column) ? null : Text(column);

    /// <summary>A column as a document that was written down, or null.</summary>
    public JsonText? JsonOrNull(int column) => IsNull(column) ? null : new JsonText(Bytes(column));

    /// <summary>A column as UTF-8, for as long as the row is the current one.</summary>
    public ReadOnlySpan<byte> Utf8(int column) => raw.sqlite3_column_blob(handle, column);

    /// <summary>A column as bytes; text comes as UTF-8.</summary>
    public byte[] Bytes(int column) => raw.sqlite3_column_blob(handle, column).ToArray();

    /// <summary>Two columns as an account, or null.</summary>
    public Account? AccountOrNull(int column) => IsNull(column) ? null : new Account(Text(column), Text(column + 1));

    /// <summary>Four columns as a place, or null.</summary>
    public Place? PlaceOrNull(int column) => IsNull(column) ? null : Place(column);

    /// <summary>Four columns as a place.</summary>
    public Place Place(int column) =>
        new(Text(column), Text(column + 1), Text(column + 2), Text(column + 3) is { Length: > 0 } thread ? thread : null);

    /// <summary>Empties it for its next use. What went wrong was told by the step; the reset only repeats it.</summary>
    public void Dispose()
    {
        raw.sqlite3_reset(handle);
        raw.sqlite3_clear_bindings(handle);
        blanks = 0;
    }

    /// <summary>Gives it back to SQLite, for good.</summary>
    public void End() => handle.Dispose();

    private Statement Filled(int result)
    {
        if (result == raw.SQLITE_OK)
        {
            return this;
        }

        var fault = database.Fault(result);
        Dispose();
        throw fault;
    }
}
