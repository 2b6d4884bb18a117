using Bot.Core.Chat;

namespace Bot.Host.Replay;

/// <summary>How the places of a transcript are named: in its lines, and to the bot.</summary>
/// <param name="groups">The groups of other people.</param>
internal sealed class TranscriptPlaces(IReadOnlyList<string> groups)
{
    /// <summary>The name of the platform.</summary>
    public const string Platform = "transcript";

    private const string Bot = "bot";

    // No room's name has a space, so none is taken for it.
    private const string TheGroup = "the group";

    private static readonly Place Home = new(Platform, Bot, TheGroup);

    public static Account AccountOf(string name) => new(Platform, name);

    public static Place PrivateChatOf(string name) => new(Platform, Bot, "@" + name);

    /// <summary>What a group is called: one of other people by its name, the group itself by none.</summary>
    public static string? TitleOf(Place place) => place.Conversation == Home || OwnerOf(place) is not null ? null : place.Id;

    /// <summary>Whose private chat it is, if it is one.</summary>
    public static string? OwnerOf(Place place) => place.Id.StartsWith('@') ? place.Id[1..] : null;

    public Place Of(string name, Where where) =>
        where.IsPrivate ? PrivateChatOf(name)
        : where.Room is not { } room ? Home
        : groups.Contains(room) ? new Place(Platform, Bot, room)
        : Home with { Thread = room };

    /// <summary>Whether somebody who says nothing of where has this place before their eyes: the group itself, or their private chat.</summary>
    public static bool IsAround(string name, Place place) => place == Home || place == PrivateChatOf(name);

    /// <summary>What the key of what happens there says of it.</summary>
    public static string Word(Place place) => place.Thread ?? (place == Home ? "home" : place.Id);

    /// <summary>What stands before « > » when the bot shows something.</summary>
    public static string Head(Outgoing message, bool isEdit, string? subject)
    {
        var reader = message.OnlyFor?.Id ?? OwnerOf(message.To);
        var where = reader is not null ? "→" + reader : message.To == Home ? "" : " #" + Word(message.To);
        var about = isEdit && subject is not null ? " " + subject : "";
        return Bot + (isEdit ? "✎" : "") + where + about;
    }
}
