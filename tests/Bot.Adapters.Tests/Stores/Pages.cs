using Bot.Adapters.Sqlite;

namespace Bot.Adapters.Tests.Stores;

/// <summary>Damages a file as a failing disk does.</summary>
internal static class Pages
{
    private const int Size = 4096;

    /// <summary>Blanks the first page of a table.</summary>
    /// <param name="path">The file.</param>
    /// <param name="table">The table.</param>
    public static void Blank(string path, string table)
    {
        long page;
        using (var database = Database.OpenWriter(path))
        {
            database.LeaveLogAlone();
            page = database.Number($"SELECT rootpage FROM sqlite_schema WHERE name = '{table}'");
        }

        using var file = File.OpenWrite(path);
        file.Seek((page - 1) * Size, SeekOrigin.Begin);
        file.Write(new byte[Size]);
    }
}
