using Bot.Adapters.Sqlite;

namespace Bot.Host;

/// <summary>Copies the memory into a file, while the bot runs or not.</summary>
internal static class BackupCommand
{
    /// <summary>Copies it.</summary>
    /// <param name="setup">What this program was started with; it must be what the bot was.</param>
    /// <param name="file">The file to write, which must not exist.</param>
    /// <param name="output">Where to say what was done.</param>
    public static async Task<int> Run(Setup setup, string file, TextWriter output)
    {
        var copy = Path.GetFullPath(file);
        SqliteStore.BackUp(setup.Options.File, copy);
        await output.WriteLineAsync($"The memory {setup.Options.File} was copied to {copy}, and the copy is sound.");
        return ExitCode.Well;
    }
}
