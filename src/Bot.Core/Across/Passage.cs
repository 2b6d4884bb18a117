using Bot.Core.Memory;
using Bot.Core.Texts;

namespace Bot.Core.Across;

/// <summary>The part of a text that shows why it was found.</summary>
/// <param name="Text">As much of it as fits a line, around the first word that matched.</param>
/// <param name="Matched">The words that matched, as they are written there.</param>
internal sealed record Passage(string Text, IReadOnlyList<string> Matched)
{
    private const int Longest = 60;
    private const int Before = 20;

    /// <summary>The passage of a text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="words">The folded words by which it was found.</param>
    public static Passage Of(string text, IReadOnlySet<string> words)
    {
        var matched = new List<Range>();
        for (var start = 0; start < text.Length;)
        {
            var end = start;
            while (end < text.Length && char.IsLetterOrDigit(text[end]))
            {
                end++;
            }

            if (FoldedTitle.Of(text[start..end]).Words is [var word] && words.Contains(word.Text))
            {
                matched.Add(start..end);
            }

            start = end + 1;
        }

        var from = text.Length <= Longest || matched is [] ? 0 : BeginningNear(text, matched[0].Start.Value);
        return new Passage((from == 0 ? "" : "…") + Plain.Short(text[from..], Longest), [.. matched.Select(range => text[range])]);
    }

    // A few words before it, so that one sees what it is about; more when the text ends soon behind it.
    private static int BeginningNear(string text, int match)
    {
        var from = Math.Min(match - Before, text.Length - Longest);
        var space = from <= 0 ? -1 : text.IndexOf(' ', from);
        return space < 0 || space >= match ? 0 : space + 1;
    }
}
