using System.Text.RegularExpressions;
using Bot.Core.Texts;

namespace Bot.Core.Tests.House;

/// <summary>What docs/operations.md quotes is what the program really says.</summary>
public sealed partial class OperationsTests
{
    /// <summary>All that stands in “quotation marks”; « … » stands for what differs from case to case.</summary>
    public static TheoryData<string> Quoted => [.. Quotation().Matches(Documents.Read("docs/operations.md")).Select(match => match.Groups["it"].Value).Distinct(StringComparer.Ordinal)];

    private static readonly string Said = Plain(Blank().Replace(
        string.Concat(Source.CSharp("src").Select(file => Joint().Replace(file.Text, "")).Concat(TextBook.BuiltIn().Values)), "…"));

    [Theory]
    [MemberData(nameof(Quoted))]
    public void A_sentence_that_is_quoted_is_really_said(string sentence) => Assert.Contains(Plain(sentence), Said, StringComparison.Ordinal);

    private static string Plain(string text) => Spaces().Replace(text, " ");

    [GeneratedRegex("“(?<it>[^”]+)”", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Quotation();

    // A sentence that is written over several lines.
    [GeneratedRegex("\"\\s*\\+\\s*\\$?\"", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Joint();

    [GeneratedRegex("\\{[^{}\n\";]*\\}", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Blank();

    [GeneratedRegex(@"\s+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Spaces();
}
