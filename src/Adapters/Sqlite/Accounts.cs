using Bot.Core.Chat;
using Bot.Core.Memory;

namespace Bot.Adapters.Sqlite;

/// <summary>Writes the directory: which members an account is, and where the bot may write to its person alone.</summary>
internal static class Accounts
{
    /// <summary>Writes the entries of one turn, and sends what awaited their private chats. Comes after the outbox of the same turn.</summary>
    /// <param name="database">The writer's connection.</param>
    /// <param name="commit">The turn.</param>
    public static void Keep(Database database, Commit commit)
    {
        foreach (var entry in commit.Accounts)
        {
            if (entry.IsCurrent)
            {
                database.Use("UPDATE account SET current = 0 WHERE platform = ? AND id = ?").With(entry.Account).Run();
            }

            database.Use("INSERT INTO account (platform, id, coop, member, current) VALUES (?, ?, ?, ?, ?) "
                    + "ON CONFLICT DO UPDATE SET member = excluded.member, current = excluded.current")
                .With(entry.Account).With(entry.Coop).With(entry.Member).With(entry.IsCurrent).Run();
            LearnPrivateChat(database, entry);
            Readdress(database, entry.Account);
        }

        foreach (var account in commit.Departures)
        {
            database.Use("DELETE FROM account WHERE platform = ? AND id = ? AND coop = ?").With(account).With(commit.Coop).Run();
        }

        if (commit.TurnsTo is { } turns)
        {
            database.Use("UPDATE account SET current = (coop = ?3) WHERE platform = ?1 AND id = ?2 "
                    + "AND EXISTS (SELECT 1 FROM account WHERE platform = ?1 AND id = ?2 AND coop = ?3)")
                .With(turns.Account).With(turns.Coop).Run();
        }

        foreach (var message in commit.Outbox)
        {
            // Another coop may have learnt the private chat since this turn read its own entries.
            if (message.Awaits is { } account)
            {
                Readdress(database, account);
            }
        }
    }

    /// <summary>What one coop learns of a person's private chat holds for all of theirs, and a coop that knows less takes nothing away.</summary>
    private static void LearnPrivateChat(Database database, AccountEntry entry) =>
        database.Use("""
            UPDATE account SET chat_platform = known.p, chat_bot = known.b, chat_conversation = known.c, chat_thread = known.t
            FROM (SELECT ?1 AS p, ?2 AS b, ?3 AS c, ?4 AS t WHERE ?3 IS NOT NULL
                  UNION ALL
                  SELECT chat_platform, chat_bot, chat_conversation, chat_thread FROM account
                  WHERE ?3 IS NULL AND platform = ?5 AND id = ?6 AND chat_conversation IS NOT NULL
                  LIMIT 1) AS known
            WHERE platform = ?5 AND id = ?6
            """).With(entry.PrivateChat).With(entry.Account).Run();

    private static void Readdress(Database database, Account account) =>
        database.Use("""
            UPDATE outbox SET platform = chat.chat_platform, bot = chat.chat_bot, conversation = chat.chat_conversation,
                              thread = chat.chat_thread, awaits_platform = NULL, awaits_id = NULL
            FROM (SELECT chat_platform, chat_bot, chat_conversation, chat_thread FROM account
                  WHERE platform = ?1 AND id = ?2 AND chat_conversation IS NOT NULL LIMIT 1) AS chat
            WHERE awaits_platform = ?1 AND awaits_id = ?2 AND failure IS NULL
            """).With(account).Run();
}
