using System.Text.RegularExpressions;

namespace Bot.Host.Replay;

/// <summary>Reads a transcript line by line; the clock is followed on the way, since it may not go back.</summary>
/// <param name="name">The file's name.</param>
internal sealed partial class TranscriptParser(string name)
{
    private const string Indent = "  ";
    private const string Apart = "--- ";
    private readonly List<TranscriptLine> lines = [];
    private readonly HeaderParser headers = new(name);
    private TranscriptClock? clock;

    public TranscriptFile Parse(string text)
    {
        var written = text.TrimStart('\uFEFF').Split('\n').Select(line => line.TrimEnd('\r')).ToList();
        if (written[^1].Length == 0)
        {
            written.RemoveAt(written.Count - 1);
        }

        for (var i = 0; i < written.Count;)
        {
            var length = 1 + LengthOfRest(written, i);
            try
            {
                lines.Add(Line(written.GetRange(i, length)) with { Number = i + 1, Written = string.Join('\n', written.GetRange(i, length)) });
            }
            catch (FormatException wrong)
            {
                throw new MalformedTranscriptException(i + 1, wrong.Message);
            }

            i += length;
        }

        return new TranscriptFile(headers.Header, Clock.Begin, lines);
    }

    // Made when the header is complete: the clock is in its zone.
    private TranscriptClock Clock => clock ??= new TranscriptClock(headers.Header.Zone);

    private bool HasBegun => lines.Exists(line => line is PlayedLine);

    // A blank line belongs to a message when the message goes on behind it.
    private static int LengthOfRest(List<string> written, int first)
    {
        if (!CanGoOn(written[first]))
        {
            return 0;
        }

        var length = 0;
        for (var i = first + 1; i < written.Count && (GoesOn(written[i]) || string.IsNullOrWhiteSpace(written[i])); i++)
        {
            length = GoesOn(written[i]) ? i - first : length;
        }

        return length;
    }

    private static bool CanGoOn(string line) =>
        line.Length > 0 && !line.StartsWith('#') && !line.StartsWith('%') && !line.StartsWith('@') && !line.StartsWith(Apart, StringComparison.Ordinal);

    private static bool GoesOn(string line) => line.StartsWith(Indent, StringComparison.Ordinal) && !string.IsNullOrWhiteSpace(line);

    private TranscriptLine Line(List<string> written)
    {
        var line = written[0];
        if (string.IsNullOrWhiteSpace(line) || line.StartsWith('#'))
        {
            return new AsideLine();
        }

        if (line.StartsWith('%'))
        {
            return headers.Read(line[1..].Trim(), isFirst: !HasBegun);
        }

        if (line.StartsWith('@'))
        {
            return new ClockLine(Clock.MoveTo(line[1..].Trim(), isFirst: !HasBegun));
        }

        return line.StartsWith(Apart, StringComparison.Ordinal) ? Event(line[Apart.Length..].Trim()) : Message(written);
    }

    private PlayedLine Event(string words)
    {
        if (words == "restart")
        {
            return new RestartLine();
        }

        var happens = Events().Match(words);
        var who = happens.Groups["name"].Value;
        return !happens.Success ? throw new FormatException($"nothing that happens: --- {words}")
            : happens.Groups["until"] is { Success: true } until ? new DownLine(Clock.MoveTo(until.Value, isFirst: false))
            : happens.Groups["no"].Success ? new NoPrivateChatLine(MemberParser.Name(who))
            : happens.Groups["joins"].Success ? new JoinsLine(MemberParser.Name(who))
            : new AddsBotLine(MemberParser.Name(who), new Where(happens.Groups["room"] is { Success: true } room ? room.Value : null, IsPrivate: false));
    }

    private TranscriptLine Message(List<string> written)
    {
        if (char.IsWhiteSpace(written[0][0]))
        {
            throw new FormatException("it goes on with nothing");
        }

        var line = written[0].EndsWith('>') ? written[0] + " " : written[0];
        var end = line.IndexOf("> ", StringComparison.Ordinal);
        if (end <= 0 || char.IsWhiteSpace(line[end - 1]))
        {
            throw new FormatException("nobody says it: « NAME> words » was expected");
        }

        var head = line[..end].Trim();
        var content = string.Join('\n', written.Skip(1).Select(rest => rest.Length == 0 ? "" : rest[Math.Min(Indent.Length, rest.Length)..]).Prepend(line[(end + 2)..]));
        if (!MemberParser.IsBot(head))
        {
            return MemberParser.Read(head, content);
        }

        if (!BotMessage.IsHead(head))
        {
            throw new FormatException($"the bot does not speak like this: {head}>");
        }

        return HasBegun
            ? new BotLine(BotMessage.Parse(head, content))
            : throw new FormatException("nothing has happened that the bot could answer");
    }

    [GeneratedRegex(
        @"^(down until (?<until>.+)|(?<name>.+?) ((?<no>has no private chat)|(?<joins>joins)|adds the bot( to #(?<room>\S+))?))$",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex Events();
}
