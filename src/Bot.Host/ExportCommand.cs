using System.Globalization;
using Bot.Adapters.Sqlite;
using Bot.Core.Chat;
using Bot.Core.Memory;
using Bot.Core.Texts;
using Bot.Core.Turns;
using NodaTime;

namespace Bot.Host;

/// <summary>Writes all that can be taken elsewhere of all coops into a folder, while the bot runs or not. What is in it is as private as the memory is.</summary>
internal static class ExportCommand
{
    private const UnixFileMode ForItsUserAlone = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    /// <summary>Writes it.</summary>
    /// <param name="setup">What this program was started with; it must be what the bot was.</param>
    /// <param name="folder">The folder to write into, which must be empty or missing.</param>
    /// <param name="output">Where to say what was done.</param>
    /// <exception cref="RefusedException">There is something in the folder.</exception>
    public static async Task<int> Run(Setup setup, string folder, TextWriter output)
    {
        var to = Path.GetFullPath(folder);
        if (Path.Exists(to) && (File.Exists(to) || Directory.EnumerateFileSystemEntries(to).Any()))
        {
            throw new RefusedException($"There is something in {to} already. Give the export a folder of its own.");
        }

        // The bot may be running on its file: a copy of it is read.
        var aside = Directory.CreateTempSubdirectory("babillard-export-");
        try
        {
            var copy = Path.Combine(aside.FullName, "memory.db");
            SqliteStore.BackUp(setup.Options.File, copy);
            await using var store = SqliteStore.Open(copy, WallClock.Time);
            var (coops, files) = (Looking.CoopsIn(copy), 0);
            foreach (var id in coops)
            {
                files += await Write(Coop.From(id, store.Load(id)), setup.Texts, coops.Count == 1 ? to : Path.Combine(to, id));
            }

            await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{files} files of {coops.Count} coops were written to {to}."));
        }
        finally
        {
            aside.Delete(recursive: true);
        }

        return ExitCode.Well;
    }

    private static async Task<int> Write(Coop coop, TextBook texts, string folder)
    {
        var settings = coop.Find<CoopSettings>(1)!;
        var zone = DateTimeZoneProviders.Tzdb.GetZoneOrNull(settings.Zone) ?? DateTimeZone.Utc;
        var what = new Export(coop, texts, new Voice(settings.Language, settings.Vous, zone, WallClock.Time.GetCurrentInstant().InZone(zone).Date));
        List<Attachment> files = [.. new Parts(texts).Exports.SelectMany(export => export.Files(what))];
        Make(folder);
        foreach (var file in files)
        {
            await File.WriteAllBytesAsync(Path.Combine(folder, file.Name), file.Content);
        }

        return files.Count;
    }

    private static void Make(string folder)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(folder);
        }
        else
        {
            Directory.CreateDirectory(folder, ForItsUserAlone);
        }
    }
}
