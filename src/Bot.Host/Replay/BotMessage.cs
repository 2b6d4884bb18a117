using System.Text;
using System.Text.RegularExpressions;

namespace Bot.Host.Replay;

/// <summary>
/// Something the bot shows, as a transcript writes it:
/// <code>
/// bot> …             in the group
/// bot #jardin> …     in another room
/// bot→Sam> …         to Sam alone: in private, or in a room where the others do not see it
/// bot✎ A1> …         a message about A1 reads this from now on; « bot✎> » when it is about nothing with a code
/// bot✎ #jardin A1>   the same in another room; bot✎→Sam A1> to Sam alone
/// bot 📎 mars.csv>   a file
/// </code>
/// More lines are indented by two spaces. Its buttons stand at the end, each in brackets: « Prête. [Je prends] [Plus tard] »;
/// under a text of several lines they have a line of their own. A bracket that is no button is written « \[ ».
/// </summary>
/// <param name="Head">What stands before « > ».</param>
/// <param name="Text">The words.</param>
/// <param name="Buttons">What its buttons say.</param>
public sealed partial record BotMessage(string Head, string Text, IReadOnlyList<string> Buttons)
{
    private const string Indent = "  ";

    /// <summary>Whether what stands before « > » is a form of the above.</summary>
    /// <param name="head">What stands there.</param>
    public static bool IsHead(string head) => Heads().IsMatch(head);

    /// <summary>Reads what a transcript writes.</summary>
    /// <param name="head">What stands before « > ».</param>
    /// <param name="content">What stands behind it, without the indentation of its lines.</param>
    public static BotMessage Parse(string head, string content)
    {
        var buttons = new List<string>();
        var rest = content.TrimEnd();
        while (LastButton().Match(rest) is { Success: true } last)
        {
            buttons.Insert(0, last.Groups["label"].Value);
            rest = rest[..last.Index].TrimEnd();
        }

        return new BotMessage(head, rest.Replace("\\[", "[", StringComparison.Ordinal), buttons);
    }

    /// <summary>Writes it as a transcript does.</summary>
    public string Write()
    {
        var lines = Text.TrimEnd().Split('\n');
        if (lines[^1].EndsWith(']'))
        {
            lines[^1] = lines[^1].Replace("[", "\\[", StringComparison.Ordinal);
        }

        var written = new StringBuilder(Head).Append('>');
        for (var i = 0; i < lines.Length; i++)
        {
            var isBlank = string.IsNullOrWhiteSpace(lines[i]);
            written.Append(i == 0 ? "" : "\n").Append(isBlank ? "" : i == 0 ? " " : Indent).Append(lines[i].TrimEnd());
        }

        if (Buttons.Count > 0)
        {
            written.Append(lines.Length > 1 ? "\n" + Indent : " ").AppendJoin(' ', Buttons.Select(label => $"[{label}]"));
        }

        return written.ToString();
    }

    /// <summary>Whether a reader would call them the same: all spaces are equal, however many.</summary>
    /// <param name="other">The other one.</param>
    public bool ReadsLike(BotMessage other) => string.Equals(Plain(), other.Plain(), StringComparison.Ordinal);

    // Both sides go through the same writing and reading, so that brackets and line ends are seen alike.
    private string Plain()
    {
        var written = Write();
        var read = Parse("", written[(written.IndexOf('>', StringComparison.Ordinal) + 1)..]);
        var parts = read.Text.Split('\n').Append("\u001F").Concat(read.Buttons).Prepend(Head);
        return string.Join('\n', parts.Select(part => Spaces().Replace(part, " ").Trim()));
    }

    [GeneratedRegex(@"^bot(→\S.*| #\S+| 📎 \S+|✎(→\S.*|( #\S+)?( [^\s#]\S*)?))?$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Heads();

    [GeneratedRegex(@"(^|\s)\[(?<label>[^\[\]\n]+)\]$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex LastButton();

    [GeneratedRegex(@"\s+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Spaces();
}
