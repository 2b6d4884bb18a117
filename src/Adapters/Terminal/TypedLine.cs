using System.Text.RegularExpressions;

namespace Bot.Adapters.Terminal;

/// <summary>What one line of the keyboard says.</summary>
/// <param name="From">Who speaks and where, when the line says so.</param>
/// <param name="IsReply">Whether it replies to a message of the bot.</param>
/// <param name="About">The code of the message it replies to; null for the newest.</param>
/// <param name="Text">The words.</param>
internal sealed partial record TypedLine(From? From, bool IsReply, string? About, string Text)
{
    /// <summary>Reads a line: <c>Lina #jardin> text</c>, <c>Lina (privé)> text</c>, <c>Lina re A1> text</c>, or only text.</summary>
    /// <param name="line">The line.</param>
    public static TypedLine Read(string line)
    {
        var match = Header().Match(line);
        if (!match.Success)
        {
            return new TypedLine(null, IsReply: false, null, line.Trim());
        }

        var room = match.Groups["room"] is { Success: true } named ? named.Value.ToLowerInvariant() : null;
        var from = new From(match.Groups["name"].Value, room, match.Groups["private"].Success);
        var about = match.Groups["about"] is { Success: true } code ? code.Value : null;
        return new TypedLine(from, match.Groups["reply"].Success, about, match.Groups["text"].Value.Trim());
    }

    /// <summary>The button a text presses: <c>[Je prends]</c>, or <c>[Je prends] A1</c> for the one on that message.</summary>
    /// <param name="label">What the button says, or its number.</param>
    /// <param name="about">The code of the message it stands under, when named.</param>
    public bool IsPress(out string label, out string? about)
    {
        var match = Press().Match(Text);
        label = match.Groups["label"].Value;
        about = match.Groups["about"] is { Success: true } code ? code.Value : null;
        return match.Success;
    }

    // A name is short, says nothing that a command or a button would, and touches its mark: « 2 > 1 » names nobody.
    [GeneratedRegex(
        """
        ^\s*(?<name>[\p{L}\p{N}][^#()<>\[\]/!\p{Cc}]{0,39}?)
        (\ +\#(?<room>[^\s\#()<>\[\]]+))?
        (\ +(?<private>\((priv(é|e\u0301|e)|private)\)))?
        (?<reply>\ +(?-i:re)(\ +(?<about>\p{L}{1,2}\p{N}+))?)?
        (?<!\s)>(\ (?<text>.*))?$
        """,
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex Header();

    [GeneratedRegex(
        @"^\[(?<label>[^\[\]]+)\](\s+(?<about>\p{L}{1,2}\p{N}+))?$",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex Press();
}
