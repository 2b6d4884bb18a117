using System.Text.RegularExpressions;

namespace Bot.Core.Tests.House;

/// <summary>The files that carry the bot to the machines it runs on.</summary>
internal static class Packaging
{
    public const string Dockerfile = "Dockerfile";
    public const string Ignored = ".dockerignore";
    public const string Compose = "compose.yaml";
    public const string Unit = "packaging/babillard.service";

    /// <summary>All of them.</summary>
    public static readonly string[] Files = [Dockerfile, Ignored, Compose, Unit];

    /// <summary>The one place in a file that a pattern finds: its group « it ».</summary>
    public static string Find(string file, string pattern)
    {
        var found = Regex.Matches(Documents.Read(file), pattern, RegexOptions.Multiline | RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1));
        Assert.True(found.Count == 1, $"{file}: {pattern} is found {found.Count} times.");
        return found[0].Groups["it"].Value;
    }

    /// <summary>The lines of a file that are no comments.</summary>
    public static IEnumerable<string> Lines(string file) =>
        Documents.Read(file).Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0 && !line.StartsWith('#'));
}
