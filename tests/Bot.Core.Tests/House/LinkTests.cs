using System.Text.RegularExpressions;

namespace Bot.Core.Tests.House;

/// <summary>Where the documents point, there is something.</summary>
public sealed partial class LinkTests
{
    // What the example of CONTRIBUTING.md would make, and nobody has made.
    private static readonly string[] Imagined = ["src/Bot.Core/Members/Thank.cs", "tests/Bot.Core.Tests/transcripts/members/thank.fr.chat"];

    public static TheoryData<string> Pages => [.. Documents.All];

    [Theory]
    [MemberData(nameof(Pages))]
    public void Links_between_documents_lead_somewhere(string document)
    {
        var found = from link in Link().Matches(Documents.Prose(document))
                    let target = link.Groups["to"].Value
                    where !target.Contains("://", StringComparison.Ordinal) && !LeadsSomewhere(document, target)
                    select target;
        Assert.Empty(found);
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void Paths_that_are_named_exist(string document)
    {
        var named = PathFromRoot().Matches(Documents.Read(document)).Concat(PathInCore().Matches(Documents.Prose(document)))
            .Select(match => match.Groups["path"].Value.TrimEnd('.'))
            .Where(path => !path.Contains('<', StringComparison.Ordinal))
            .Except(Imagined, StringComparer.Ordinal);
        Assert.All(named, path => Assert.True(Exists(path) || Exists($"src/Bot.Core/{path}"), path));
    }

    [Fact]
    public void What_is_imagined_is_not_there() => Assert.DoesNotContain(Imagined, Exists);

    private static bool LeadsSomewhere(string document, string target)
    {
        var parts = target.Split('#');
        var page = parts[0].Length == 0 ? document : Path.Combine(Path.GetDirectoryName(document)!, parts[0]);
        return Exists(page) && (parts.Length == 1 || Documents.Read(page).Split('\n').Any(line => line.StartsWith('#') && Anchor(line) == parts[1]));
    }

    // As the forges make them: lower case, no punctuation, hyphens for spaces.
    private static string Anchor(string heading) =>
        string.Concat(heading.TrimStart('#').Trim().ToLowerInvariant().Where(letter => char.IsLetterOrDigit(letter) || letter is ' ' or '-' or '_')).Replace(' ', '-');

    private static bool Exists(string path)
    {
        var full = Path.Combine(Source.Root, path);
        return path.Contains('*', StringComparison.Ordinal)
            ? Directory.Exists(Path.GetDirectoryName(full)) && Directory.EnumerateFileSystemEntries(Path.GetDirectoryName(full)!, Path.GetFileName(full)).Any()
            : Path.Exists(full);
    }

    [GeneratedRegex(@"\]\((?<to>[^)\s]+)\)", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Link();

    [GeneratedRegex(@"(?<![\w/.~-])(?<path>(src|tests|docs|packaging|\.ci)/[\w./*<>-]+)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex PathFromRoot();

    [GeneratedRegex(@"`(?<path>\w+(/\w+)*/\w+\.(cs|md|sql|properties))`", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex PathInCore();
}
