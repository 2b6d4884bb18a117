using System.Globalization;

namespace Bot.Adapters.Sqlite;

/// <summary>
/// The number of transactions the file has seen, kept beside it. SQLite cannot tell that the log with the newest commits was
/// deleted, nor that an older copy was put back: the file is sound, only poorer. This number can.
/// </summary>
/// <param name="database">The path of the file it watches over.</param>
internal sealed class Witness(string database)
{
    /// <summary>Where the number stands.</summary>
    public string Path { get; } = database + ".seq";

    /// <summary>The number, 0 if there is none, or null if what stands there is no number.</summary>
    public long? Read() => !File.Exists(Path)
        ? 0
        : long.TryParse(File.ReadAllText(Path).AsSpan().Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var commits)
            ? commits
            : null;

    /// <summary>Sees to it that a file that is missing is not begun anew while something beside it tells that it was there.</summary>
    /// <exception cref="StoreRefusedException">Something is left.</exception>
    public void RefuseIfSomethingIsLeft()
    {
        if (File.Exists(database + "-wal"))
        {
            throw new StoreRefusedException($"The file {database} is missing, but its newest commits still stand in {database}-wal. "
                + $"Put the file back beside it; or, to begin anew, remove {database}-wal and {Path}.");
        }

        if (Read() is > 0 and var kept)
        {
            throw new StoreRefusedException($"The file {database} is missing, but {Path} knows of {kept} commits in it. "
                + $"Put the file or a backup back; or, to begin anew, remove {Path}.");
        }
    }

    /// <summary>Keeps the number. It takes the place of the former one whole, so that a power cut leaves one or the other.</summary>
    /// <param name="commits">How many transactions the file has seen, all of them on the disk.</param>
    public void Write(long commits)
    {
        try
        {
            var fresh = Path + ".new";
            using (var stream = new FileStream(fresh, FileMode.Create, FileAccess.Write))
            {
                stream.Write(System.Text.Encoding.ASCII.GetBytes(commits.ToString(CultureInfo.InvariantCulture) + "\n"));
                stream.Flush(flushToDisk: true);
            }

            File.Move(fresh, Path, overwrite: true);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            // An older number is still true, it only notices less: no reason to trouble people who are being answered.
        }
    }
}
