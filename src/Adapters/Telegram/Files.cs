using Bot.Adapters.Telegram.Api;
using Bot.Core.Chat;

namespace Bot.Adapters.Telegram;

/// <summary>
/// Files that people send. The bot does not fetch them: their address in the Bot API holds its token, and lasts an hour. What it keeps is
/// the name, and the link to the message, which members of a supergroup open (https://core.telegram.org/api/links#message-links).
/// </summary>
internal static class Files
{
    private const long Supergroups = -1_000_000_000_000;

    /// <summary>The file of a message; null when it has none.</summary>
    public static SharedFile? Of(Message message) => NameOf(message) is { } name ? new SharedFile(name, LinkTo(message)) : null;

    private static string? NameOf(Message message) => message switch
    {
        { Document: { } document } => document.FileName ?? "document",
        { Video: { } video } => video.FileName ?? "video.mp4",
        { Audio: { } audio } => audio.FileName ?? "audio.mp3",
        { Voice: not null } => "audio.ogg",
        { Photo.Count: > 0 } => "photo.jpg",
        _ => null,
    };

    // Small groups and private chats have no such links. A supergroup's id is its own with -100 in front.
    private static string? LinkTo(Message message) => message.Chat.Id >= Supergroups ? null
        : message is { IsTopicMessage: true, MessageThreadId: { } thread } ? Keys.Invariant($"https://t.me/c/{Supergroups - message.Chat.Id}/{thread}/{message.MessageId}")
        : Keys.Invariant($"https://t.me/c/{Supergroups - message.Chat.Id}/{message.MessageId}");
}
