using Bot.Core.Chat;

namespace Bot.Adapters.Terminal;

/// <summary>Who speaks at the keyboard, and where: the group, a room of it, or alone with the bot.</summary>
/// <param name="Name">Their name, as typed.</param>
/// <param name="Room">The room, without its #; null for the group itself.</param>
/// <param name="IsPrivate">Whether only the bot hears.</param>
internal sealed record From(string Name, string? Room = null, bool IsPrivate = false)
{
    private const string Platform = TerminalPlatform.PlatformName;

    /// <summary>Their account: the name, whatever its capitals.</summary>
    public Account Account { get; } = new(Platform, Name.ToLowerInvariant());

    /// <summary>Where the bot writes to them alone.</summary>
    public Place PrivateChat => new(Platform, Platform, "@" + Account.Id);

    /// <summary>Where they speak.</summary>
    public Place Place => IsPrivate ? PrivateChat : Group with { Thread = Room };

    /// <summary>The one group at this keyboard: whoever sits there is in it.</summary>
    private static Place Group { get; } = new(Platform, Platform, TerminalPlatform.GroupId);

    /// <summary>Who speaks, as every platform tells it.</summary>
    public Speaker Speaker => new(Account, Name, PrivateChat: PrivateChat, SharedGroup: Group);

    /// <summary>How a hint names them.</summary>
    public override string ToString() => IsPrivate ? $"{Name}, in private" : Room is null ? Name : $"{Name}, in #{Room}";
}
