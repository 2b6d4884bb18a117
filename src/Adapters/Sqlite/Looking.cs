using Bot.Core.Chat;

namespace Bot.Adapters.Sqlite;

/// <summary>A look into a file without opening it for a bot: another may be running on it meanwhile.</summary>
public static class Looking
{
    /// <summary>The coops of a file, sandboxes left out, in the order of their ids.</summary>
    /// <param name="path">The file.</param>
    public static IReadOnlyList<string> CoopsIn(string path)
    {
        var coops = new List<string>();
        using var database = Database.OpenReader(path);
        using var rows = database.Use("SELECT id FROM coop WHERE sandbox = 0 ORDER BY id");
        while (rows.Next())
        {
            coops.Add(rows.Text(0));
        }

        return coops;
    }

    /// <summary>The conversations of a platform that belong to a coop; none when the file is missing or cannot be read.</summary>
    /// <param name="path">The file.</param>
    /// <param name="platform">The platform's name.</param>
    public static IReadOnlyList<Place> ConversationsIn(string path, string platform)
    {
        var places = new List<Place>();
        if (!File.Exists(path))
        {
            return places;
        }

        try
        {
            using var database = Database.OpenReader(path);
            using var rows = database.Use("SELECT DISTINCT bot, conversation FROM room WHERE platform = ? ORDER BY bot, conversation").With(platform);
            while (rows.Next())
            {
                places.Add(new Place(platform, rows.Text(0), rows.Text(1)));
            }
        }
        catch (SqliteFaultException)
        {
            // What is wrong with the file is told by whoever opens it.
        }

        return places;
    }
}
