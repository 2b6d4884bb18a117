namespace Bot.Adapters.Sqlite;

/// <summary>Copies a file as it stands after its last commit; a plain copy would miss what is still in the log.</summary>
internal static class Copying
{
    /// <summary>Copies it. The copy takes its name when it is whole and on the disk.</summary>
    /// <param name="database">The file; a connection that cannot write will do.</param>
    /// <param name="to">Where to; a file there is replaced.</param>
    public static void Copy(Database database, string to)
    {
        var fresh = to + ".new";
        try
        {
            // It takes an empty file, which nobody else can read from its first byte on.
            File.Create(fresh).Dispose();
            KeepPrivate(fresh);
            database.Use("VACUUM INTO ?").With(fresh).Run();
            using (var stream = new FileStream(fresh, FileMode.Open, FileAccess.ReadWrite))
            {
                // VACUUM INTO leaves flushing to its caller.
                stream.Flush(flushToDisk: true);
            }

            File.Move(fresh, to, overwrite: true);
        }
        finally
        {
            File.Delete(fresh);
        }
    }

    /// <summary>Copies the file of a bot, running or not, and reads the copy through.</summary>
    /// <param name="path">The file.</param>
    /// <param name="to">Where to; nothing may be there.</param>
    /// <exception cref="StoreRefusedException">It cannot be copied.</exception>
    public static void BackUp(string path, string to)
    {
        if (!File.Exists(path))
        {
            throw new StoreRefusedException($"There is no file {path} to copy.");
        }

        if (Path.Exists(to))
        {
            throw new StoreRefusedException($"{to} exists already. Give the copy a name of its own.");
        }

        try
        {
            using (var database = Database.OpenReader(path))
            {
                Copy(database, to);
            }

            using var copy = Database.OpenReader(to);
            if (copy.Text("PRAGMA quick_check(1)") is not "ok" and var found)
            {
                throw new StoreRefusedException($"The copy {to} is damaged ({found.Replace('\n', ' ')}), and so may be {path}: check the disk.");
            }
        }
        catch (Exception fault) when (fault is SqliteFaultException or IOException or UnauthorizedAccessException)
        {
            throw new StoreRefusedException($"The file {path} cannot be copied to {to} ({fault.Message}).", fault);
        }
    }

    /// <summary>What members write is for the bot's own user alone; the log beside the file takes the same rights.</summary>
    /// <param name="file">The file.</param>
    public static void KeepPrivate(string file)
    {
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }
    }
}
