using NodaTime;

namespace Bot.Core.Chat;

/// <summary>Something that happened on a platform.</summary>
/// <param name="Key">
/// Names what happened, not the transport's delivery of it (chat:message[:edit stamp], callback id, boot:line),
/// so that the same thing delivered twice carries the same key. Unique across platforms: it starts with the platform's name.
/// </param>
/// <param name="Place">Where it happened.</param>
/// <param name="By">Who did it.</param>
/// <param name="SentAt">The platform's own stamp.</param>
public abstract record Incoming(string Key, Place Place, Speaker By, Instant SentAt)
{
    /// <summary>Whether only this person and the bot are in the conversation.</summary>
    public bool IsPrivate { get; init; }

    /// <summary>
    /// Whether this person can be answered alone where they are, shortly afterwards, although the room has no whispers:
    /// <see cref="Outgoing.OnlyFor"/> with <see cref="Outgoing.Answers"/>.
    /// </summary>
    public bool TakesWhisper { get; init; }

    /// <summary>What the group is called there, when the platform says: that of the whole conversation, not of its thread.</summary>
    public string? Title { get; init; }
}

/// <summary>Somebody wrote a message.</summary>
/// <param name="Key">See <see cref="Incoming"/>.</param>
/// <param name="Place">See <see cref="Incoming"/>.</param>
/// <param name="By">See <see cref="Incoming"/>.</param>
/// <param name="SentAt">See <see cref="Incoming"/>.</param>
/// <param name="MessageId">The platform's id of the message.</param>
/// <param name="Text">What they wrote, without the mention of the bot.</param>
public sealed record Said(string Key, Place Place, Speaker By, Instant SentAt, string MessageId, string Text)
    : Incoming(Key, Place, By, SentAt)
{
    /// <summary>Whether the platform saw the bot being spoken to: a mention, or a reply to it.</summary>
    public bool Addressed { get; init; }

    /// <summary>The platform's id of the message this one replies to.</summary>
    public string? ReplyTo { get; init; }

    /// <summary>What the message that it replies to says, when people wrote that one and the platform hands it over.</summary>
    public Quoted? Quotes { get; init; }

    /// <summary>The file that came with it.</summary>
    public SharedFile? File { get; init; }

    /// <summary>For an edit of an earlier message: the <see cref="Incoming.Key"/> the message had when it was first written.</summary>
    public string? EditOf { get; init; }

    /// <summary>For an edit: when it was made. <see cref="Incoming.SentAt"/> is then when the message was first written.</summary>
    public Instant? EditedAt { get; init; }
}

/// <summary>Somebody pressed a button under a message of the bot.</summary>
/// <param name="Key">See <see cref="Incoming"/>.</param>
/// <param name="Place">See <see cref="Incoming"/>.</param>
/// <param name="By">See <see cref="Incoming"/>.</param>
/// <param name="SentAt">See <see cref="Incoming"/>.</param>
/// <param name="MessageId">The platform's id of the message that carries the button.</param>
/// <param name="Token">The button's token, as the bot gave it.</param>
public sealed record Pressed(string Key, Place Place, Speaker By, Instant SentAt, string MessageId, string Token)
    : Incoming(Key, Place, By, SentAt);

/// <summary>Somebody reacted to a message. Keycaps (1️⃣ 2️⃣ …) choose among its numbered choices; the rest is left to people.</summary>
/// <param name="Key">See <see cref="Incoming"/>.</param>
/// <param name="Place">See <see cref="Incoming"/>.</param>
/// <param name="By">See <see cref="Incoming"/>.</param>
/// <param name="SentAt">See <see cref="Incoming"/>.</param>
/// <param name="MessageId">The platform's id of the message reacted to.</param>
/// <param name="Emoji">The reaction.</param>
public sealed record Reacted(string Key, Place Place, Speaker By, Instant SentAt, string MessageId, string Emoji)
    : Incoming(Key, Place, By, SentAt);

/// <summary>
/// Somebody took back what they had done: removed their reaction, or emptied their ballot. What followed from it is undone, unless
/// something else has been done since, which then counts.
/// </summary>
/// <param name="Key">See <see cref="Incoming"/>.</param>
/// <param name="Place">See <see cref="Incoming"/>.</param>
/// <param name="By">See <see cref="Incoming"/>.</param>
/// <param name="SentAt">See <see cref="Incoming"/>.</param>
/// <param name="Of">The <see cref="Incoming.Key"/> of what they had done.</param>
public sealed record Withdrew(string Key, Place Place, Speaker By, Instant SentAt, string Of)
    : Incoming(Key, Place, By, SentAt)
{
    /// <summary>What they had done before it in the same way, the newest first, where the last took the place of the others: who empties a ballot has not voted.</summary>
    public IReadOnlyList<string> AndBefore { get; init; } = [];
}

/// <summary>The conversation has become one that the bot cannot read, since it is encrypted. Whoever is there is told so, once.</summary>
/// <param name="Key">See <see cref="Incoming"/>.</param>
/// <param name="Place">See <see cref="Incoming"/>.</param>
/// <param name="By">Who made it so, or asked the bot in.</param>
/// <param name="SentAt">See <see cref="Incoming"/>.</param>
public sealed record BecameUnreadable(string Key, Place Place, Speaker By, Instant SentAt)
    : Incoming(Key, Place, By, SentAt);

/// <summary>Somebody opened the chat with the bot, and would like to know how to begin.</summary>
/// <param name="Key">See <see cref="Incoming"/>.</param>
/// <param name="Place">See <see cref="Incoming"/>.</param>
/// <param name="By">See <see cref="Incoming"/>.</param>
/// <param name="SentAt">See <see cref="Incoming"/>.</param>
public sealed record Opened(string Key, Place Place, Speaker By, Instant SentAt)
    : Incoming(Key, Place, By, SentAt)
{
    /// <summary>What came along with the link that led there (<see cref="IChatPlatform.WayIn"/>), as it came; null when nothing did.</summary>
    public string? Payload { get; init; }
}

/// <summary>Somebody added the bot to a group: a coop begins there, if none is known.</summary>
/// <param name="Key">See <see cref="Incoming"/>.</param>
/// <param name="Place">See <see cref="Incoming"/>.</param>
/// <param name="By">See <see cref="Incoming"/>.</param>
/// <param name="SentAt">See <see cref="Incoming"/>.</param>
public sealed record Added(string Key, Place Place, Speaker By, Instant SentAt)
    : Incoming(Key, Place, By, SentAt);
