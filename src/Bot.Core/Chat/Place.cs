namespace Bot.Core.Chat;

/// <summary>A place on a platform where the bot is: a group, a topic of it, or a private chat.</summary>
/// <param name="Platform">The platform's name, as in <see cref="IChatPlatform.Name"/>.</param>
/// <param name="Bot">The bot's own account there, so that two bots of one host never share a room.</param>
/// <param name="Id">The platform's id of the conversation: opaque and case-sensitive.</param>
/// <param name="Thread">The topic or thread inside the conversation, when there is one.</param>
public sealed record Place(string Platform, string Bot, string Id, string? Thread = null)
{
    /// <summary>The whole conversation, without its thread: what an unknown thread inherits its coop from.</summary>
    public Place Conversation => Thread is null ? this : this with { Thread = null };

    /// <summary>For the operator: the default would print the conversation of the conversation, without end.</summary>
    public override string ToString() => $"{Platform}/{Bot}/{Id}{(Thread is null ? "" : "/" + Thread)}";
}

/// <summary>Somebody as a platform names them. A person may have several; names are never ids.</summary>
/// <param name="Platform">The platform's name.</param>
/// <param name="Id">The platform's id of the person: opaque and case-sensitive.</param>
public sealed record Account(string Platform, string Id);

/// <summary>Who is speaking, as far as the platform tells.</summary>
/// <param name="Account">The account that speaks.</param>
/// <param name="Name">The name shown on the platform; a first proposal, people choose theirs with /moi.</param>
/// <param name="Locale">The platform's idea of their language (BCP 47), when it has one.</param>
/// <param name="PrivateChat">Where the bot may write to this person alone, when the platform knows.</param>
/// <param name="SharedGroup">A group they are in together with the bot, when the platform knows: whoever begins in private belongs there.</param>
public sealed record Speaker(Account Account, string Name, string? Locale = null, Place? PrivateChat = null, Place? SharedGroup = null)
{
    /// <summary>
    /// Whether the platform tells which person it is. Who hides behind a group's or a channel's name, or writes through an account that
    /// several share, as a bridge's relay, is nobody in particular: never a member, and never counted.
    /// </summary>
    public bool IsPerson { get; init; } = true;
}
