using System.Globalization;

namespace Bot.Core.Texts;

/// <summary>What members wrote, made fit for pages that are drawn: it is never markup.</summary>
internal static class Markup
{
    /// <summary>In Markdown. These are the marks of CommonMark that can stand inside a line (section 2.4).</summary>
    /// <param name="words">What was written.</param>
    public static string Markdown(string words) =>
        string.Concat(words.Select(c => "\\`*_{}[]<>#|~&".Contains(c, StringComparison.Ordinal) ? $"\\{c}" : c.ToString()));

    /// <summary>
    /// In MediaWiki's syntax, as character references (https://www.mediawiki.org/wiki/Help:Formatting). One apostrophe or underscore is
    /// none of its marks, two are.
    /// </summary>
    /// <param name="words">What was written.</param>
    public static string MediaWiki(string words) => string.Concat(words.Select((c, at) =>
        "<>[]{}|&~".Contains(c, StringComparison.Ordinal) || ("'_".Contains(c, StringComparison.Ordinal) && at > 0 && words[at - 1] == c)
            ? string.Create(CultureInfo.InvariantCulture, $"&#{(int)c};")
            : c.ToString()));
}
