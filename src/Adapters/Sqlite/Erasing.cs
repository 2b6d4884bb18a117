using Bot.Core.Chat;
using Bot.Core.Memory;

namespace Bot.Adapters.Sqlite;

/// <summary>Writes what forgetting a member takes. Runs inside the writer's transaction; the log is emptied after it.</summary>
internal static class Erasing
{
    /// <summary>Takes what goes, then keeps what stays.</summary>
    /// <param name="database">The writer's connection.</param>
    /// <param name="erasure">What goes and what stays.</param>
    public static CommitOutcome Erase(Database database, Erasure erasure)
    {
        var (who, coop) = (erasure.Who, erasure.Commit.Coop);
        foreach (var (seq, change) in erasure.Trace)
        {
            database.Use("UPDATE trace_doc SET before = ?, after = ? WHERE coop = ? AND seq = ? AND kind = ? AND id = ?")
                .With(change.Before).With(change.After).With(coop).With(seq).With(change.Kind).With(change.Id).Run();
        }

        EraseWords(database, coop, who);
        EraseTokens(database, coop, who);
        EraseMessages(database, coop, who);
        database.Use("DELETE FROM account WHERE coop = ? AND member = ?").With(coop).With(who.Member).Run();
        return Keeping.Keep(database, erasure.Commit, StoredMessage.Write(erasure.Commit.Outbox));
    }

    private static void EraseWords(Database database, string coop, Forgotten who)
    {
        database.Use("DELETE FROM trace_text WHERE coop = ?1 AND seq IN (SELECT seq FROM trace WHERE coop = ?1 AND (actor = ?2 OR on_behalf_of = ?2))")
            .With(coop).With(who.Member).Run();
        foreach (var seq in Found(
            database.Use("SELECT seq, words FROM trace_text WHERE coop = ?").With(coop), row => row.Long(0), row => who.IsNamedIn(row.Text(1))))
        {
            database.Use("DELETE FROM trace_text WHERE coop = ? AND seq = ?").With(coop).With(seq).Run();
        }
    }

    private static void EraseTokens(Database database, string coop, Forgotten who)
    {
        foreach (var token in Found(
            database.Use("SELECT token, intent, member FROM token WHERE coop = ?").With(coop),
            row => row.Text(0),
            row => row.IntOrNull(2) == who.Member || who.IsNamedIn(row.Text(1))))
        {
            database.Use("DELETE FROM token WHERE token = ?").With(token).Run();
        }
    }

    private static void EraseMessages(Database database, string coop, Forgotten who)
    {
        var entries = Reading.EntriesIn(database, coop).FindAll(entry => entry.Member == who.Member);
        var chats = entries.Select(entry => entry.PrivateChat).OfType<Place>().ToHashSet();
        var accounts = entries.Select(entry => entry.Account).ToHashSet();
        foreach (var position in Found(
            database.Use("SELECT position, platform, bot, conversation, thread, awaits_platform, awaits_id, message FROM outbox WHERE coop = ?").With(coop),
            row => row.Long(0),
            row => chats.Contains(row.Place(1)) || (row.AccountOrNull(5) is { } awaited && accounts.Contains(awaited)) || who.IsNamedIn(row.TextOrNull(7))))
        {
            database.Use("DELETE FROM outbox WHERE position = ?").With(position).Run();
        }

        foreach (var id in Found(
            database.Use("SELECT id, platform, bot, conversation, thread, for_platform, for_id, text, buttons FROM shown WHERE coop = ?").With(coop),
            row => row.Text(0),
            row => chats.Contains(row.Place(1)) || (row.AccountOrNull(5) is { } only && accounts.Contains(only))
                || who.IsNamedIn(row.Text(7)) || who.IsNamedIn(row.Text(8))))
        {
            database.Use("UPDATE shown SET text = '', buttons = '[]' WHERE coop = ? AND id = ? AND card = 1").With(coop).With(id).Run();
            database.Use("DELETE FROM shown WHERE coop = ? AND id = ? AND card = 0").With(coop).With(id).Run();
        }
    }

    private static List<T> Found<T>(Statement statement, Func<Statement, T> read, Func<Statement, bool> goes)
    {
        using var rows = statement;
        var found = new List<T>();
        while (rows.Next())
        {
            if (goes(rows))
            {
                found.Add(read(rows));
            }
        }

        return found;
    }
}
