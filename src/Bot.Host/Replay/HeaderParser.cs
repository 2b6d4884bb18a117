using System.Text.RegularExpressions;
using NodaTime;

namespace Bot.Host.Replay;

/// <summary>Reads the header of a transcript.</summary>
internal sealed partial class HeaderParser
{
    private const string DefaultZone = "Europe/Paris";
    private const string OtherPrefix = "!";

    public HeaderParser(string name)
    {
        var language = LanguageOfFile().Match(name) is { Success: true } named ? named.Groups["language"].Value : "fr";
        Header = new TranscriptHeader(language, DateTimeZoneProviders.Tzdb[DefaultZone]);
    }

    public TranscriptHeader Header { get; private set; }

    public AsideLine Read(string words, bool isFirst)
    {
        if (!isFirst)
        {
            throw new FormatException("a header line stands before all that happens");
        }

        var name = words.Split(' ')[0];
        var value = words[name.Length..].Trim();
        Header = name switch
        {
            "lang" when LanguageCode().IsMatch(value) => Header with { Language = value },
            "zone" when DateTimeZoneProviders.Tzdb.GetZoneOrNull(value) is { } zone => Header with { Zone = zone },
            "room" when RoomName().IsMatch(value) => Header, // For the reader: a room is there when it is used.
            "group" when RoomName().IsMatch(value) => Header with { Groups = [.. Header.Groups, value] },
            "platform" => Platform(value.Split(' ', StringSplitOptions.RemoveEmptyEntries)),
            _ => throw new FormatException($"no header line: % {words}"),
        };
        return new AsideLine();
    }

    // Private chats are known unless an event says otherwise, so the word is for the reader.
    private TranscriptHeader Platform(string[] words)
    {
        if (words.Length == 0 || (words.Contains("text") && words.Intersect(["buttons", "edit"], StringComparer.Ordinal).Any()))
        {
            throw new FormatException("a platform has some of: buttons edit ephemeral private !; or it is text");
        }

        return words.Except(["text", "buttons", "edit", "ephemeral", "private", OtherPrefix], StringComparer.Ordinal).FirstOrDefault() is { } unknown
            ? throw new FormatException($"no ability of a platform: {unknown}")
            : Header with { Buttons = words.Contains("buttons"), Edits = words.Contains("edit"), Whispers = words.Contains("ephemeral"), Prefix = words.Contains(OtherPrefix) ? OtherPrefix[0] : Header.Prefix };
    }

    [GeneratedRegex(@"\.(?<language>[a-z]{2,3})\.chat$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex LanguageOfFile();

    [GeneratedRegex("^[a-z]{2,3}$", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex LanguageCode();

    [GeneratedRegex(@"^[\w-]+$", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex RoomName();
}
