using System.Text.RegularExpressions;

namespace Bot.Host.Replay;

/// <summary>Reads what a member does: who, where and how stand before « > ».</summary>
internal static partial class MemberParser
{
    private const string Bot = "bot";
    private const int LongestName = 40;

    /// <summary>Whether the bot speaks, and nobody whose name begins like that.</summary>
    public static bool IsBot(string head) =>
        head.StartsWith(Bot, StringComparison.Ordinal) && (head.Length == Bot.Length || !char.IsLetterOrDigit(head[Bot.Length]));

    public static string Name(string name) =>
        name.Length > LongestName ? throw new FormatException($"a name has at most {LongestName} characters")
        : IsBot(name) ? throw new FormatException("that is the bot's name")
        : name;

    public static MemberLine Read(string head, string content)
    {
        var heard = Heads().Match(head);
        var name = Name(heard.Groups["name"].Value);
        var where = new Where(heard.Groups["room"] is { Success: true } room ? room.Value : null, heard.Groups["private"].Success);
        var subject = heard.Groups["subject"] is { Success: true } about ? about.Value : null;
        if (heard.Groups["emoji"] is { Success: true } emoji)
        {
            return string.IsNullOrWhiteSpace(content)
                ? new ReactsLine(name, where, emoji.Value, subject, heard.Groups["un"].Success)
                : throw new FormatException("a reaction has no words");
        }

        if (string.IsNullOrWhiteSpace(content))
        {
            throw new FormatException($"{name} says nothing");
        }

        var text = content.StartsWith("\\[", StringComparison.Ordinal) ? content[1..] : content;
        MemberLine line = heard.Groups["re"].Success ? new RepliesLine(name, where, text, subject)
            : heard.Groups["edit"].Success ? new EditsLine(name, where, text)
            : content.StartsWith('[') ? Press(name, where, content)
            : new SaysLine(name, where, text);
        return heard.Groups["file"] is { Success: true } file ? line with { File = file.Value } : line;
    }

    private static PressesLine Press(string name, Where where, string content)
    {
        var pressed = Buttons().Match(content);
        return pressed.Success
            ? new PressesLine(
                name,
                where,
                pressed.Groups["label"].Value,
                pressed.Groups["subject"] is { Success: true } subject ? subject.Value : null,
                pressed.Groups["old"].Success)
            : throw new FormatException("no button: « [Label] », « [Label] A1 » or « [Label] old »; words that begin with a bracket are written « \\[ »");
    }

    [GeneratedRegex(
        @"^(?<name>.+?)( (#(?<room>\S+)|(?<private>\((privé|private)\))))?( ((?<re>re)( (?<subject>\S+))?|(?<edit>edit)|(?<un>un)?react (?<emoji>\S+)( (?<subject>\S+))?))?( 📎 (?<file>\S+))?$",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex Heads();

    [GeneratedRegex(@"^\[(?<label>[^\[\]\n]+)\]( ((?<old>old)|(?<subject>[^\s\[\]]+)))?\s*$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Buttons();
}
