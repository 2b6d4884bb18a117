using System.Text.RegularExpressions;
using Bot.Core.Commands;
using Bot.Core.Texts;
using Bot.Core.Turns;

namespace Bot.Core.Journal;

/// <summary>Something by its name, and what to keep under it: « chaudière : bouton rouge 5 s », « inventaire https://… », « chaudière ».</summary>
/// <param name="Name">The name.</param>
/// <param name="Text">What to keep; null when one wants to read it.</param>
public sealed partial record Filing(string Name, string? Text) : IReadable<Filing>
{
    /// <inheritdoc/>
    public static Filing? Read(Words words, Asked how, Turn turn)
    {
        if (words.IsEmpty)
        {
            return null;
        }

        var typed = words.LeftText;
        words.Take(0, words.Left.Count);
        var end = EndOfName().Match(typed);
        var name = Plain.Line(end.Success ? typed[..end.Index] : typed);
        var text = Plain.Line(end.Success ? typed[(end.Groups["link"].Success ? end.Groups["link"].Index : end.Index + end.Length)..] : "");
        text = turn.File?.Behind(text) ?? text;
        return new Filing(name, text.Length == 0 ? null : text);
    }

    // A colon in front of a space, an equals sign that stands alone or a new line ends it; so does a link.
    [GeneratedRegex(@"\s*:(\s|$)|\s=\s|\s*\n|(^|\s)(?<link>https?://)", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex EndOfName();
}
