namespace Bot.Core.Chat;

/// <summary>Texts that are longer than a platform shows in one message.</summary>
public static class LongText
{
    private const char Ellipsis = '…';
    private static readonly string[] Borders = ["\n\n", "\n", " "];

    /// <summary>The parts a text is shown in: cut between paragraphs where it can be, else between lines, else between words.</summary>
    /// <param name="text">The text.</param>
    /// <param name="longest">How much fits into a message, in UTF-16 units.</param>
    public static IReadOnlyList<string> Parts(string text, int longest)
    {
        var parts = new List<string>();
        for (var rest = text; rest.Length > 0;)
        {
            var end = rest.Length <= longest ? rest.Length : Border(rest, longest);
            parts.Add(rest[..end].TrimEnd());
            rest = rest[end..].TrimStart('\n', ' ');
        }

        return parts.Count == 0 ? [Ellipsis.ToString()] : parts;
    }

    /// <summary>As much of a text as fits where it cannot be continued.</summary>
    /// <param name="text">The text.</param>
    /// <param name="longest">How much fits, in UTF-16 units.</param>
    public static string Short(string text, int longest) =>
        text.Length <= longest ? text : text[..Border(text, longest - 1)].TrimEnd() + Ellipsis;

    private static int Border(string text, int longest)
    {
        foreach (var border in Borders)
        {
            // Far back, a border would leave a message that is nearly empty.
            var at = text.LastIndexOf(border, longest, longest / 2, StringComparison.Ordinal);
            if (at > 0)
            {
                return at;
            }
        }

        return char.IsHighSurrogate(text[longest - 1]) ? longest - 1 : longest;
    }
}
