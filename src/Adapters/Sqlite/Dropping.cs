using Bot.Core.Memory;

namespace Bot.Adapters.Sqlite;

/// <summary>Removes a sandbox. Runs inside the writer's transaction; the log is emptied after it.</summary>
internal static class Dropping
{
    /// <summary>Who points to others goes before them.</summary>
    private static readonly string[] Tables = ["trace_text", "trace_doc", "trace", "token", "shown", "outbox", "doc", "counter", "room", "account"];

    private static readonly string[] Statements = [.. Tables.Select(table => $"DELETE FROM {table} WHERE coop = ?"), "DELETE FROM coop WHERE id = ?"];

    /// <summary>Takes every row of it, then keeps what begins in its place.</summary>
    /// <param name="database">The writer's connection.</param>
    /// <param name="removal">What goes.</param>
    /// <param name="messages">What is said by what begins in its place, in stored form.</param>
    public static CommitOutcome Drop(Database database, Removal removal, byte[][] messages)
    {
        if (!Keeping.IsNews(database, removal.InboxKeys, removal.At))
        {
            return CommitOutcome.AlreadyHeard;
        }

        using (var coop = database.Use("SELECT version, sandbox FROM coop WHERE id = ?").With(removal.Coop))
        {
            if (!coop.Next() || coop.Long(0) != removal.Version)
            {
                return CommitOutcome.Moved;
            }

            if (!coop.Flag(1))
            {
                throw new InvalidOperationException($"The coop {removal.Coop} is no sandbox: it is never dropped.");
            }
        }

        foreach (var statement in Statements)
        {
            database.Use(statement).With(removal.Coop).Run();
        }

        return removal.Next is { } next ? Keeping.Keep(database, next, messages) : CommitOutcome.Kept;
    }
}
