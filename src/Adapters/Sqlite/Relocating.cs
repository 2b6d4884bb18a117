using Bot.Core.Memory;

namespace Bot.Adapters.Sqlite;

/// <summary>Moves what belongs to a conversation along when it goes on elsewhere.</summary>
internal static class Relocating
{
    /// <summary>Moves the conversations of one turn. Comes before what the turn itself says.</summary>
    /// <param name="database">The writer's connection.</param>
    /// <param name="commit">The turn.</param>
    /// <returns>False when the new conversation is another coop's.</returns>
    public static bool Move(Database database, Commit commit)
    {
        foreach (var (from, to) in commit.Relocations)
        {
            using (var others = database.Use("SELECT 1 FROM room WHERE platform = ? AND bot = ? AND conversation = ? AND coop <> ?")
                .With(to.Platform).With(to.Bot).With(to.Id).With(commit.Coop))
            {
                if (others.Next())
                {
                    return false;
                }
            }

            database.Use("UPDATE OR REPLACE room SET platform = ?, bot = ?, conversation = ? "
                    + "WHERE platform = ? AND bot = ? AND conversation = ? AND coop = ?")
                .With(to.Platform).With(to.Bot).With(to.Id).With(from.Platform).With(from.Bot).With(from.Id).With(commit.Coop).Run();
            database.Use("UPDATE outbox SET platform = ?, bot = ?, conversation = ?, message = json_remove(message, '$.replyTo') "
                    + "WHERE failure IS NULL AND platform = ? AND bot = ? AND conversation = ? AND coop = ?")
                .With(to.Platform).With(to.Bot).With(to.Id).With(from.Platform).With(from.Bot).With(from.Id).With(commit.Coop).Run();
            database.Use("DELETE FROM shown WHERE card = 0 AND platform = ? AND bot = ? AND conversation = ? AND coop = ?")
                .With(from.Platform).With(from.Bot).With(from.Id).With(commit.Coop).Run();
            database.Use("UPDATE shown SET platform = ?, bot = ?, conversation = ?, message = '' "
                    + "WHERE platform = ? AND bot = ? AND conversation = ? AND coop = ?")
                .With(to.Platform).With(to.Bot).With(to.Id).With(from.Platform).With(from.Bot).With(from.Id).With(commit.Coop).Run();
        }

        return true;
    }
}
