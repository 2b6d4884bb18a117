using System.Globalization;
using System.Text;

namespace Bot.Core.Texts;

/// <summary>What people type, made fit to stand in a line that others read.</summary>
public static class Plain
{
    private const int LongestEcho = 60;

    /// <summary>One line: white space becomes single spaces; what is invisible, or turns the direction of what follows, is left out.</summary>
    /// <param name="typed">What was typed.</param>
    public static string Text(string typed)
    {
        var plain = new StringBuilder(typed.Length);
        foreach (var c in typed)
        {
            if (char.IsWhiteSpace(c))
            {
                plain.Append(plain.Length == 0 || plain[^1] == ' ' ? "" : " ");
            }
            else if (!char.IsControl(c) && !TurnsDirection(c))
            {
                plain.Append(c);
            }
        }

        return plain.ToString().TrimEnd();
    }

    /// <summary>The beginning of what was typed, to say it back.</summary>
    /// <param name="typed">What was typed.</param>
    /// <param name="longest">How many characters it may have.</param>
    public static string Short(string typed, int longest = LongestEcho)
    {
        var plain = Text(typed);
        if (plain.Length <= longest)
        {
            return plain;
        }

        var cut = StringInfo.GetNextTextElementLength(plain, longest - 1) > 1 || char.IsLowSurrogate(plain[longest - 1]) ? longest - 2 : longest - 1;
        return plain[..cut].TrimEnd() + "…";
    }

    /// <summary>What somebody wants kept: one line, without the quotes around it.</summary>
    /// <param name="typed">What was typed.</param>
    public static string Line(string typed) => Unquoted(Text(typed));

    /// <summary>Without the quotes that stand around it, when they stand around all of it.</summary>
    /// <param name="text">A text.</param>
    public static string Unquoted(string text) => text switch
    {
        ['«', .. var inner, '»'] when !inner.Contains('«', StringComparison.Ordinal) => inner.Trim(),
        ['"', .. var inner, '"'] when !inner.Contains('"', StringComparison.Ordinal) => inner.Trim(),
        ['“', .. var inner, '”'] when !inner.Contains('“', StringComparison.Ordinal) => inner.Trim(),
        _ => text,
    };

    // The marks of Unicode's bidirectional algorithm (UAX 9) that open, override or isolate.
    private static bool TurnsDirection(char c) => c is (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069');
}
