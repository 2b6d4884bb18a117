using System.Globalization;
using NodaTime;

namespace Bot.Core.Chat;

/// <summary>Why something is said; the Postman treats the kinds differently when time is short or an outcome unsure.</summary>
public enum OutgoingKind
{
    /// <summary>The answer to what somebody just did.</summary>
    Answer,

    /// <summary>Something that changes others' plans.</summary>
    News,

    /// <summary>A reminder nobody asked for at that moment.</summary>
    Nudge,

    /// <summary>Must be seen now, whatever the hour.</summary>
    Urgent,

    /// <summary>Part of a decision: never dropped.</summary>
    Ballot,
}

/// <summary>What happens to a message above the conversation.</summary>
public enum Pinning
{
    /// <summary>Nothing.</summary>
    Left,

    /// <summary>It is put there, in silence.</summary>
    Pinned,

    /// <summary>It is taken down: another stands there now.</summary>
    Unpinned,
}

/// <summary>A button, or a numbered choice where the platform has none.</summary>
/// <param name="Token">Opaque, at most 64 bytes; leads to what is meant (<see cref="Pressed.Token"/>).</param>
/// <param name="Label">What it says, at most 28 characters, in the reader's language.</param>
public sealed record Button(string Token, string Label);

/// <summary>What is to be shown, and to whom. Its text is plain: a platform shows every character of it literally.</summary>
/// <param name="Id">Unique for ever; the idempotency key where a platform takes one.</param>
/// <param name="To">The conversation whose queue it stands in.</param>
/// <param name="Text">The words, in the reader's language. Lines end with \n.</param>
public sealed record Outgoing(string Id, Place To, string Text)
{
    /// <summary>An id: whose it is, the turn that says it (the version it made), and which of the things that turn says.</summary>
    /// <param name="coop">The coop's id.</param>
    /// <param name="turn">The version of the coop that the turn made.</param>
    /// <param name="number">Which of the things it says, from 0.</param>
    public static string IdOf(string coop, long turn, int number) => string.Create(CultureInfo.InvariantCulture, $"{coop}-{turn}-{number}");

    /// <summary>The turn that said something.</summary>
    /// <param name="id">Its id.</param>
    public static long TurnOf(string id) => long.Parse(id.Split('-')[1], CultureInfo.InvariantCulture);

    /// <summary>When set, only this person may see it in <see cref="To"/>, which is a room with others in it.</summary>
    public Account? OnlyFor { get; init; }

    /// <summary>When set, it waits until this person has opened a private chat; <see cref="To"/> is then the room they spoke in.</summary>
    public Account? Awaits { get; init; }

    /// <summary>The buttons under it, in order.</summary>
    public IReadOnlyList<Button> Buttons { get; init; } = [];

    /// <summary>The file that goes with it, at most 10 MB. An edit never has one.</summary>
    public Attachment? File { get; init; }

    /// <summary>The platform's id of the message it answers.</summary>
    public string? ReplyTo { get; init; }

    /// <summary>The <see cref="Incoming.Key"/> of what it answers, when somebody did something.</summary>
    public string? Answers { get; init; }

    /// <summary>When set, it asks the reader to open a private chat with the bot: what the way there is called, where the platform has one.</summary>
    public string? Invitation { get; init; }

    /// <summary>The <see cref="Id"/> of the earlier Outgoing whose message becomes this one.</summary>
    public string? Replaces { get; init; }

    /// <summary>What it is about: a code such as A12, or the name of a card. Resolves replies and finds a card's messages.</summary>
    public string? Subject { get; init; }

    /// <summary>Whether it is a card: kept true by editing while its subject lives.</summary>
    public bool IsCard { get; init; }

    /// <summary>Whether it is put above the conversation for all, or taken down from there; a platform that can't leaves it where it is.</summary>
    public Pinning Pinning { get; init; }

    /// <summary>
    /// When set, its buttons are the choices of a vote that is open, one each, for all to see: a platform that can (<see cref="Capabilities.Polls"/>)
    /// shows them as a poll of its own too, and hands a vote over as a press of that button. The bot's count is the one that holds. It is what stands
    /// above the choices there, in the reader's language.
    /// </summary>
    public string? Poll { get; init; }

    /// <summary>Why it is said.</summary>
    public OutgoingKind Kind { get; init; }

    /// <summary>After this instant it is no longer worth saying.</summary>
    public Instant? Until { get; init; }
}
