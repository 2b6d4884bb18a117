using System.Collections.Concurrent;

namespace Bot.Adapters.Sqlite;

/// <summary>Connections that only read, lent to whoever asks, on any thread. A few idle ones are kept with their statements.</summary>
/// <param name="path">The file.</param>
/// <param name="health">Told when the file turns out not to be readable any more.</param>
internal sealed class Readers(string path, Health health) : IDisposable
{
    private const int MostIdle = 4;
    private readonly ConcurrentBag<Database> idle = [];
    private volatile bool closed;

    /// <summary>Reads; all reads of one call see the same commit.</summary>
    /// <typeparam name="T">What is read.</typeparam>
    /// <param name="read">Reads it whole: nothing of the connection may be kept.</param>
    public T Read<T>(Func<Database, T> read)
    {
        ObjectDisposedException.ThrowIf(closed, this);
        Database? database = null;
        try
        {
            if (!idle.TryTake(out database))
            {
                database = Database.OpenReader(path);
            }

            database.Run("BEGIN");
            var result = read(database);
            database.Run("COMMIT");
            GiveBack(database);
            return result;
        }
        catch (Exception fault)
        {
            database?.Dispose();
            if (fault is SqliteFaultException { IsBroken: true })
            {
                throw health.Break(fault);
            }

            throw;
        }
    }

    /// <summary>Closes them; one that is lent is closed when it comes back.</summary>
    public void Dispose()
    {
        closed = true;
        CloseIdle();
    }

    private void GiveBack(Database database)
    {
        if (idle.Count >= MostIdle)
        {
            database.Dispose();
            return;
        }

        idle.Add(database);
        if (closed)
        {
            CloseIdle();
        }
    }

    private void CloseIdle()
    {
        while (idle.TryTake(out var database))
        {
            database.Dispose();
        }
    }
}
