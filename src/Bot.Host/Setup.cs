using Bot.Core.Texts;

namespace Bot.Host;

/// <summary>What the program is started with.</summary>
/// <param name="Files">The files the settings were read from.</param>
/// <param name="Settings">All settings.</param>
/// <param name="Options">Those of the bot, checked.</param>
/// <param name="Warnings">What stands in the settings and means nothing: a sentence each.</param>
/// <param name="Texts">All that the bot can say.</param>
internal sealed record Setup(
    IReadOnlyList<string> Files, IConfiguration Settings, BotOptions Options, IReadOnlyList<string> Warnings, TextBook Texts)
{
    /// <summary>Reads and checks the settings.</summary>
    /// <param name="file">The file named on the command line, if any.</param>
    /// <param name="commandLine">What the command line settles.</param>
    /// <param name="texts">All that the bot can say.</param>
    /// <exception cref="RefusedException">Something is wrong with them.</exception>
    public static Setup Read(string? file, IReadOnlyDictionary<string, string?> commandLine, TextBook texts)
    {
        var files = Configuration.Files(file);
        var settings = Configuration.Read(files, commandLine);
        var reader = new OptionsReader(settings, texts);
        return new Setup(files, settings, reader.Read(), reader.Warnings, texts);
    }
}
