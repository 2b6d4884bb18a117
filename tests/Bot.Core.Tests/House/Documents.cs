using System.Text.RegularExpressions;

namespace Bot.Core.Tests.House;

/// <summary>The project's own documents, and what is fenced off in them.</summary>
internal static partial class Documents
{
    /// <summary>Their paths from the root.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        .. Directory.EnumerateFiles(Source.Root, "*.md")
            .Concat(Directory.EnumerateFiles(Path.Combine(Source.Root, "docs"), "*.md", SearchOption.AllDirectories))
            .Select(file => Path.GetRelativePath(Source.Root, file).Replace('\\', '/'))
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>What a document says.</summary>
    public static string Read(string document) => File.ReadAllText(Path.Combine(Source.Root, document));

    /// <summary>What is fenced off in a document, in order; a conversation carries the mark « chat ».</summary>
    public static IReadOnlyList<Block> Blocks(string document) =>
        [.. Fenced().Matches(Read(document)).Select(fence => new Block(fence.Groups["mark"].Value, Outdent(fence.Groups["text"].Value, fence.Groups["indent"].Length)))];

    /// <summary>A document without what is fenced off.</summary>
    public static string Prose(string document) => Fenced().Replace(Read(document), "");

    /// <summary>The rows of the table that stands below a heading, each a list of cells, without its head.</summary>
    public static IReadOnlyList<string[]> Table(string document, string heading)
    {
        var below = Read(document).Split('\n').SkipWhile(line => line != heading).Skip(1).TakeWhile(line => !line.StartsWith('#'));
        return [.. below.Where(line => line.StartsWith('|')).Skip(2).Select(line => line.Trim('|').Split('|', StringSplitOptions.TrimEntries))];
    }

    /// <summary>Rows as a theory takes them.</summary>
    public static TheoryData<T, TOther> ToTheory<T, TOther>(this IEnumerable<(T One, TOther Other)> rows)
    {
        var theory = new TheoryData<T, TOther>();
        foreach (var (one, other) in rows)
        {
            theory.Add(one, other);
        }

        return theory;
    }

    private static string Outdent(string text, int indent) =>
        string.Concat(text.Split('\n').SkipLast(1).Select(line => line[Math.Min(indent, line.Length)..] + "\n"));

    /// <summary>Something fenced off.</summary>
    /// <param name="Mark">What stands behind the fence: chat, csharp, sh…</param>
    /// <param name="Text">Its lines.</param>
    internal sealed record Block(string Mark, string Text);

    [GeneratedRegex(
        "^(?<indent> *)```(?<mark>[a-z]*)\\n(?<text>.*?)^\\k<indent>```$",
        RegexOptions.Multiline | RegexOptions.Singleline | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex Fenced();
}
