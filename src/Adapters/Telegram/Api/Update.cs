using System.Text.Json;

namespace Bot.Adapters.Telegram.Api;

// What the Bot API sends, as far as the bot reads it (https://core.telegram.org/bots/api#available-types). Members the bot does
// not use are left out, and unknown ones ignored: a new version of the API appears every month or two.

/// <summary>Something that happened.</summary>
internal sealed record Update(
    long UpdateId, Message? Message = null, Message? EditedMessage = null, CallbackQuery? CallbackQuery = null, ChatMemberUpdated? MyChatMember = null)
{
    /// <summary>The kinds the bot reads. Named in each request: the server keeps the last list it was given.</summary>
    public static readonly IReadOnlyList<string> Kinds = ["message", "edited_message", "callback_query", "my_chat_member"];
}

/// <summary>A message. A message that only one person sees has the id 0 and an <see cref="EphemeralMessageId"/>.</summary>
internal sealed record Message(Chat Chat)
{
    public long MessageId { get; init; }

    public long Date { get; init; }

    public long? MessageThreadId { get; init; }

    public bool IsTopicMessage { get; init; }

    public User? From { get; init; }

    public Chat? SenderChat { get; init; }

    public long? EditDate { get; init; }

    public string? Text { get; init; }

    public string? Caption { get; init; }

    public IReadOnlyList<MessageEntity>? Entities { get; init; }

    public IReadOnlyList<MessageEntity>? CaptionEntities { get; init; }

    public Message? ReplyToMessage { get; init; }

    public User? ViaBot { get; init; }

    public bool IsAutomaticForward { get; init; }

    public JsonElement? ForwardOrigin { get; init; }

    public long? MigrateToChatId { get; init; }

    public long? MigrateFromChatId { get; init; }

    public long? EphemeralMessageId { get; init; }

    public NamedFile? Document { get; init; }

    public NamedFile? Audio { get; init; }

    public NamedFile? Video { get; init; }

    public NamedFile? Voice { get; init; }

    public IReadOnlyList<NamedFile>? Photo { get; init; }
}

/// <summary>A file in a message. Only the name is read: what is in it stays where it is.</summary>
internal sealed record NamedFile
{
    public string? FileName { get; init; }
}

/// <summary>A group, a channel, or the private chat with somebody (whose id it then has).</summary>
internal sealed record Chat(long Id, string Type)
{
    public string? Title { get; init; }

    public bool IsPrivate => Type == "private";

    public bool IsGroup => Type is "group" or "supergroup";
}

/// <summary>A person or a bot.</summary>
internal sealed record User(long Id, string FirstName)
{
    public bool IsBot { get; init; }

    public string? Username { get; init; }

    public string? LanguageCode { get; init; }

    public bool? CanJoinGroups { get; init; }

    public bool? CanReadAllGroupMessages { get; init; }
}

/// <summary>A part of a text that means something. Offsets and lengths are UTF-16 units.</summary>
internal sealed record MessageEntity(string Type, int Offset, int Length)
{
    public User? User { get; init; }
}

/// <summary>Somebody pressed a button.</summary>
internal sealed record CallbackQuery(string Id, User From)
{
    public Message? Message { get; init; }

    public string? Data { get; init; }
}

/// <summary>What somebody is in a chat has changed.</summary>
internal sealed record ChatMemberUpdated(Chat Chat, User From, long Date, ChatMember OldChatMember, ChatMember NewChatMember);

/// <summary>What somebody is in a chat.</summary>
internal sealed record ChatMember(string Status)
{
    public bool IsMember { get; init; }

    /// <summary>Only told of somebody whose rights are restricted.</summary>
    public bool? CanSendMessages { get; init; }

    public bool IsThere => Status is "creator" or "administrator" or "member" || (Status == "restricted" && IsMember);

    public bool IsAdministrator => Status is "creator" or "administrator";
}

/// <summary>How updates are delivered, and how that goes.</summary>
internal sealed record WebhookInfo(string Url)
{
    public int PendingUpdateCount { get; init; }

    public long? LastErrorDate { get; init; }

    public string? LastErrorMessage { get; init; }
}
