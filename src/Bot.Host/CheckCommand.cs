using System.Globalization;
using Bot.Adapters.Sqlite;
using Bot.Core.Chat;

namespace Bot.Host;

/// <summary>Says how the bot would run, without running it.</summary>
internal static class CheckCommand
{
    /// <summary>Writes it.</summary>
    /// <param name="setup">What the program was started with.</param>
    /// <param name="output">Where to.</param>
    /// <param name="stop">Gives up.</param>
    /// <returns>The exit code: refused when the bot could not work like this.</returns>
    public static async Task<int> Run(Setup setup, TextWriter output, CancellationToken stop)
    {
        foreach (var sentence in Sentences(setup))
        {
            await output.WriteLineAsync(sentence);
        }

        List<Finding> findings = [];
        if (setup.Options.Telegram is { } telegram)
        {
            findings.AddRange(await Adapters.Telegram.Inspection.Inspect(telegram, Looking.ConversationsIn(setup.Options.File, "telegram"), stop));
        }

        if (setup.Options.Matrix is { } matrix)
        {
            findings.AddRange(await Adapters.Matrix.Inspection.Inspect(matrix, Looking.ConversationsIn(setup.Options.File, "matrix"), stop));
        }

        foreach (var finding in findings)
        {
            await output.WriteLineAsync(finding.Sentence);
        }

        return findings.Any(finding => finding.IsTrouble) ? ExitCode.Refused : ExitCode.Well;
    }

    private static IEnumerable<string> Sentences(Setup setup)
    {
        var options = setup.Options;
        yield return setup.Files.Count == 0
            ? "No configuration file is read."
            : $"The configuration is read from {string.Join(", then ", setup.Files)}.";
        foreach (var warning in setup.Warnings)
        {
            yield return warning;
        }

        yield return $"People are heard on: {string.Join(", ", options.RunsTerminal ? options.OtherPlatforms.Append("terminal") : options.OtherPlatforms)}.";
        yield return $"The memory is {options.File}{(File.Exists(options.File) ? "" : ", which will be made")}.";
        yield return $"A new coop speaks {setup.Texts.Find(options.Language)!.Name} and lives in the time zone {options.Zone}.";
        yield return options.Health switch
        {
            { On: false } => "There is no health page.",
            { Port: 0 } => "The health page is on any free port of this machine.",
            var page => string.Create(CultureInfo.InvariantCulture, $"The health page is http://127.0.0.1:{page.Port}/healthz."),
        };
    }
}
