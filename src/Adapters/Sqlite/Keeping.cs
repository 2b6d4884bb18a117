using Bot.Core.Memory;
using NodaTime;

namespace Bot.Adapters.Sqlite;

/// <summary>Writes what one turn leaves behind. Runs inside the writer's transaction, which takes it back unless it is kept.</summary>
internal static class Keeping
{
    /// <summary>Writes one turn.</summary>
    /// <param name="database">The writer's connection.</param>
    /// <param name="commit">The turn.</param>
    /// <param name="messages">What it says, in stored form: written by who hands it over, since everybody waits for the writer.</param>
    public static CommitOutcome Keep(Database database, Commit commit, byte[][] messages)
    {
        if (!IsNews(database, commit.InboxKeys, commit.At))
        {
            return CommitOutcome.AlreadyHeard;
        }

        if (!MoveOn(database, commit) || !Claim(database, commit))
        {
            return CommitOutcome.Moved;
        }

        KeepDocuments(database, commit);
        KeepTrace(database, commit);
        KeepTokens(database, commit);
        KeepOutbox(database, commit, messages);
        Accounts.Keep(database, commit);
        return CommitOutcome.Kept;
    }

    /// <summary>Writes the inbox keys down; false when one of them is there already.</summary>
    /// <param name="database">The writer's connection.</param>
    /// <param name="keys">The keys.</param>
    /// <param name="at">When they were heard.</param>
    public static bool IsNews(Database database, IReadOnlyList<string> keys, Instant at)
    {
        foreach (var key in keys)
        {
            database.Use("INSERT INTO inbox (key, at) VALUES (?, ?) ON CONFLICT DO NOTHING").With(key).With(at).Run();
            if (database.Changes == 0)
            {
                return false;
            }
        }

        return true;
    }

    private static bool MoveOn(Database database, Commit commit)
    {
        var due = RoundUp(commit.NextDue);
        if (commit.Version == 0)
        {
            database.Use("INSERT INTO coop (id, version, secret, sandbox, next_due) VALUES (?, 1, ?, ?, ?) ON CONFLICT DO NOTHING")
                .With(commit.Coop).WithBytes(commit.Birth!).With(commit.IsSandbox).With(due).Run();
        }
        else
        {
            database.Use("UPDATE coop SET version = version + 1, next_due = ? WHERE id = ? AND version = ?")
                .With(due).With(commit.Coop).With(commit.Version).Run();
        }

        return database.Changes == 1;
    }

    /// <summary>A job must never be called before it is due, else it would be called again and again until it is.</summary>
    private static Instant? RoundUp(Instant? due) => due?.Plus(Duration.FromMilliseconds(1) - Duration.Epsilon);

    private static bool Claim(Database database, Commit commit)
    {
        foreach (var place in commit.Places)
        {
            database.Use("INSERT INTO room (platform, bot, conversation, thread, coop) VALUES (?, ?, ?, ?, ?) "
                    + "ON CONFLICT DO UPDATE SET coop = excluded.coop WHERE coop = excluded.coop")
                .With(place).With(commit.Coop).Run();
            if (database.Changes == 0)
            {
                return false;
            }
        }

        return true;
    }

    private static void KeepDocuments(Database database, Commit commit)
    {
        foreach (var document in commit.Documents)
        {
            if (document.Json is null)
            {
                database.Use("DELETE FROM doc WHERE coop = ? AND kind = ? AND id = ?")
                    .With(commit.Coop).With(document.Kind).With(document.Id).Run();
                continue;
            }

            database.Use("INSERT INTO doc (coop, kind, id, v, settled, json) VALUES (?, ?, ?, ?, ?, ?) "
                    + "ON CONFLICT DO UPDATE SET v = excluded.v, settled = excluded.settled, json = excluded.json")
                .With(commit.Coop).With(document.Kind).With(document.Id)
                .With(document.Version).With(document.IsSettled).WithUtf8(document.Json).Run();
        }

        foreach (var (kind, last) in commit.Counters)
        {
            database.Use("INSERT INTO counter (coop, kind, last) VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET last = excluded.last")
                .With(commit.Coop).With(kind).With(last).Run();
        }
    }

    private static void KeepTrace(Database database, Commit commit)
    {
        if (commit.Trace is not { } line)
        {
            return;
        }

        database.Use("INSERT INTO trace (coop, seq, key, at, said_at, actor, on_behalf_of, room, command, undoes, answer) "
                + "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
            .With(commit.Coop).With(line.Seq).With(line.Key).With(line.At).With(line.SaidAt).With(line.Actor)
            .With(line.OnBehalfOf).With(line.Room).With(line.Command).With(line.Undoes).With(line.Answer).Run();
        for (var n = 0; n < line.Changes.Count; n++)
        {
            var change = line.Changes[n];
            database.Use("INSERT INTO trace_doc (coop, seq, n, kind, id, before, after) VALUES (?, ?, ?, ?, ?, ?, ?)")
                .With(commit.Coop).With(line.Seq).With(n).With(change.Kind).With(change.Id)
                .With(change.Before).With(change.After).Run();
        }

        if (line.Words is not null)
        {
            database.Use("INSERT INTO trace_text (coop, seq, words) VALUES (?, ?, ?)")
                .With(commit.Coop).With(line.Seq).With(line.Words).Run();
        }
    }

    private static void KeepTokens(Database database, Commit commit)
    {
        foreach (var token in commit.Tokens)
        {
            database.Use("INSERT INTO token (token, coop, intent, member, until) VALUES (?, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET "
                    + "coop = excluded.coop, intent = excluded.intent, member = excluded.member, until = excluded.until "
                    + "WHERE (coop, intent, member, until) IS NOT (excluded.coop, excluded.intent, excluded.member, excluded.until)")
                .With(token.Token).With(token.Coop).With(token.Intent).With(token.Member).With(token.Until).Run();
        }
    }

    private static void KeepOutbox(Database database, Commit commit, byte[][] messages)
    {
        if (commit.WithdrawnTurn is { } turn)
        {
            Withdraw(database, commit.Coop, turn);
        }

        for (var n = 0; n < messages.Length; n++)
        {
            var message = commit.Outbox[n];
            if (message is { IsCard: true, Replaces: { } post })
            {
                // Nobody needs to see a card pass through what it said a moment ago.
                database.Use("DELETE FROM outbox WHERE replaces = ? AND failure IS NULL").With(post).Run();
            }

            // Behind all that waits, and behind all that ever did: a transaction counts in meta only once it is kept.
            database.Use("INSERT INTO outbox (id, coop, turn, at, platform, bot, conversation, thread, awaits_platform, awaits_id, "
                    + "replaces, until, message, position) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, "
                    + "(SELECT max(commits << 20, 1 + coalesce((SELECT max(position) FROM outbox), 0)) FROM meta))")
                .With(message.Id).With(commit.Coop).With(commit.Version + 1).With(commit.At).With(message.To).With(message.Awaits)
                .With(message.Replaces).With(message.Until).WithUtf8(messages[n]).Run();
        }
    }

    /// <summary>Takes back what a turn had to say. Only what waits is looked through, which is little; dead letters stay.</summary>
    private static void Withdraw(Database database, string coop, long turn)
    {
        database.Use("DELETE FROM outbox INDEXED BY outbox_waiting WHERE failure IS NULL AND awaits_id IS NULL AND coop = ? AND turn = ?")
            .With(coop).With(turn).Run();
        database.Use("DELETE FROM outbox INDEXED BY outbox_awaiting WHERE failure IS NULL AND awaits_id IS NOT NULL AND coop = ? AND turn = ?")
            .With(coop).With(turn).Run();
    }
}
