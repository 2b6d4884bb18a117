using System.Globalization;

namespace Bot.Adapters.Sqlite;

/// <summary>One numbered step of the file's form.</summary>
/// <param name="Number">Its number; the first is 1.</param>
/// <param name="Script">What it does.</param>
internal sealed record Migration(int Number, string Script);

/// <summary>Brings a file from the form it has to the newest one, a step at a time, each whole or not at all.</summary>
internal static class Migrations
{
    /// <summary>The steps this program knows, in order: the embedded scripts 0001_….sql, 0002_….sql, …</summary>
    public static IReadOnlyList<Migration> All { get; } =
    [
        .. typeof(Migrations).Assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith("Migrations/", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(Read),
    ];

    /// <summary>Leaves a file alone that a newer program has written.</summary>
    /// <param name="database">The file.</param>
    /// <param name="path">Its path.</param>
    /// <param name="steps">All steps this program knows, in order.</param>
    /// <exception cref="StoreRefusedException">The file is newer.</exception>
    public static void RefuseNewer(Database database, string path, IReadOnlyList<Migration> steps)
    {
        if (database.Number("PRAGMA user_version") is var version && version > steps[^1].Number)
        {
            throw new StoreRefusedException($"The file {path} was written by a newer version of the bot (form {version}; this one knows "
                + $"{steps[^1].Number}). Start that version, or put a backup from before in its place.");
        }
    }

    /// <summary>Brings an older file to the newest form, after a backup.</summary>
    /// <param name="database">The file.</param>
    /// <param name="path">Its path.</param>
    /// <param name="steps">All steps, in order.</param>
    /// <returns>What the operator should know, or null if there was nothing to do.</returns>
    /// <exception cref="StoreRefusedException">A step does not fit.</exception>
    public static string? Upgrade(Database database, string path, IReadOnlyList<Migration> steps)
    {
        var version = database.Number("PRAGMA user_version");
        var newest = steps[^1].Number;
        if (version == newest)
        {
            return null;
        }

        var backup = $"{path}.pre-v{newest}";
        Copying.Copy(database, backup);
        Run(database, steps);
        return $"The file {path} was brought from form {version} to {newest}. As it was before, it stands in {backup}.";
    }

    /// <summary>Runs the steps the file has not seen.</summary>
    /// <param name="database">The file. Foreign keys are checked at the end of each step rather than on the way, so that a step may rebuild a table.</param>
    /// <param name="steps">All steps, in order.</param>
    /// <exception cref="StoreRefusedException">A step fails, or leaves rows that point to nothing. The connection is then to be closed.</exception>
    public static void Run(Database database, IEnumerable<Migration> steps)
    {
        var version = database.Number("PRAGMA user_version");
        database.Run("PRAGMA foreign_keys=OFF");
        foreach (var step in steps.Where(step => step.Number > version))
        {
            try
            {
                Run(database, step);
            }
            catch (SqliteFaultException fault) when (!fault.IsPassing && !fault.IsBroken)
            {
                throw new StoreRefusedException($"Step {step.Number} of the upgrade does not fit what the file holds ({fault.Message}). "
                    + "The file is as the step found it: go back to the former version of the bot, and report this.", fault);
            }
        }

        database.Run("PRAGMA foreign_keys=ON");
    }

    private static void Run(Database database, Migration step)
    {
        database.Run("BEGIN IMMEDIATE");
        database.Script(step.Script);
        database.Script(string.Create(CultureInfo.InvariantCulture, $"PRAGMA user_version={step.Number}"));
        if (database.Number("SELECT count(*) FROM pragma_foreign_key_check") is > 0 and var lost)
        {
            throw new SqliteFaultException(SQLitePCL.raw.SQLITE_CONSTRAINT, $"{lost} rows would point to nothing");
        }

        database.Run("COMMIT");
    }

    private static Migration Read(string name)
    {
        using var stream = typeof(Migrations).Assembly.GetManifestResourceStream(name)!;
        using var reader = new StreamReader(stream);
        var number = int.Parse(name.AsSpan("Migrations/".Length, 4), NumberStyles.None, CultureInfo.InvariantCulture);
        return new Migration(number, reader.ReadToEnd());
    }
}
