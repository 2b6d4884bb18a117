using System.Net;
using Bot.Adapters.Matrix.Api;
using Bot.Core.Chat;

namespace Bot.Adapters.Matrix;

/// <summary>How messages look on Matrix: plain words that are complete by themselves, and HTML only where it adds something.</summary>
internal static class Contents
{
    /// <summary>The longest text of one message, in UTF-16 units: an event has at most 65,536 bytes, and an edit holds its text twice.</summary>
    public const int LongestText = 8000;

    /// <summary>The longest text of one message where it is shown on another network as well: on a phone, nobody reads more.</summary>
    public const int LongestBridged = 1000;

    private const string Html = "org.matrix.custom.html";
    private static readonly Mentions Nobody = new();

    /// <summary>How long a text may be in a room.</summary>
    public static int LongestIn(KnownRoom room) => room.IsBridged ? Math.Min(LongestBridged, room.LongestText ?? LongestBridged) : LongestText;

    /// <summary>Words. Notices are never answered by other bots, but bridges do not pass them on.</summary>
    /// <param name="text">The words.</param>
    /// <param name="isCard">Whether it is a card: its first line stands out.</param>
    /// <param name="room">Where.</param>
    public static MessageContent Of(string text, bool isCard, KnownRoom room)
    {
        var title = isCard && !room.IsBridged ? text.IndexOf('\n', StringComparison.Ordinal) : -1;
        var content = new MessageContent { Msgtype = room.IsBridged || room.IsEncrypted ? "m.text" : "m.notice", Body = text, Mentions = Nobody };
        return title <= 0 ? content : content with { Format = Html, FormattedBody = $"<strong>{Escaped(text[..title])}</strong>{Escaped(text[title..])}" };
    }

    /// <summary>A file, with the words beside it.</summary>
    public static MessageContent Of(Attachment file, string uri, string text) => new()
    {
        Msgtype = file.IsPicture ? "m.image" : "m.file",
        Body = text.Length == 0 ? file.Name : text,
        Filename = file.Name,
        Url = uri,
        Info = new MediaInfo { Mimetype = file.MediaType, Size = file.Content.Length },
        Mentions = Nobody,
    };

    /// <summary>What a message reads from now on. Clients that know no edits show it as a message of its own, with a star.</summary>
    public static MessageContent Edit(MessageContent content, string of) => content with
    {
        Body = "* " + content.Body,
        FormattedBody = content.FormattedBody is null ? null : "* " + content.FormattedBody,
        NewContent = content,
        RelatesTo = new Relation { RelType = Relation.Replace, EventId = of },
    };

    /// <summary>The same words, by which somebody is told that they are meant: their name, where the words begin with it, leads to them.</summary>
    public static MessageContent Calling(MessageContent content, string person, string name)
    {
        var isFirst = content.FormattedBody is null && content.Body!.StartsWith(name, StringComparison.Ordinal);
        return content with
        {
            Mentions = new Mentions { UserIds = [person] },
            Format = isFirst ? Html : content.Format,
            FormattedBody = isFirst ? $"<a href=\"https://matrix.to/#/{Uri.EscapeDataString(person)}\">{Escaped(name)}</a>{Escaped(content.Body![name.Length..])}" : content.FormattedBody,
        };
    }

    /// <summary>Where it belongs: in a thread, in reply to something, or neither.</summary>
    public static Relation? Belonging(string? thread, string? replyTo) => (thread, replyTo) switch
    {
        (null, null) => null,
        (null, { } reply) => new Relation { InReplyTo = new InReplyTo(reply) },

        // Clients that know no threads show it as a reply to the last message of the thread.
        _ => new Relation { RelType = Relation.Thread, EventId = thread, IsFallingBack = replyTo is null, InReplyTo = new InReplyTo(replyTo ?? thread!) },
    };

    private static string Escaped(string text) => WebUtility.HtmlEncode(text).Replace("\n", "<br>", StringComparison.Ordinal);
}
