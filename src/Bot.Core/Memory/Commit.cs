using Bot.Core.Chat;
using NodaTime;

namespace Bot.Core.Memory;

/// <summary>What became of a commit.</summary>
public enum CommitOutcome
{
    /// <summary>All of it is on the disk.</summary>
    Kept,

    /// <summary>Its inbox key was there already: it was dealt with before. Nothing was kept.</summary>
    AlreadyHeard,

    /// <summary>The coop, or the room a new coop claims, was changed by somebody else since it was read. Nothing was kept; read again.</summary>
    Moved,
}

/// <summary>Everything one turn leaves behind. A store writes it in one transaction.</summary>
/// <param name="Coop">The coop's id.</param>
/// <param name="Version">The coop's version that was read: 0 for a coop that begins. The new one is this plus 1.</param>
public sealed record Commit(string Coop, long Version)
{
    /// <summary>For a coop that begins: the secret its button tokens are made with. Null otherwise.</summary>
    public byte[]? Birth { get; init; }

    /// <summary>For a coop that begins: whether it is a sandbox, which is dropped whole when it ends. It stays what it began as.</summary>
    public bool IsSandbox { get; init; }

    /// <summary>The inbox keys this turn answers to; a key that is there already makes it <see cref="CommitOutcome.AlreadyHeard"/>.</summary>
    public IReadOnlyList<string> InboxKeys { get; init; } = [];

    /// <summary>When the turn ran.</summary>
    public required Instant At { get; init; }

    /// <summary>The documents that changed.</summary>
    public IReadOnlyList<StoredDocument> Documents { get; init; } = [];

    /// <summary>The last number given per kind, for kinds whose count changed.</summary>
    public IReadOnlyDictionary<string, int> Counters { get; init; } = new Dictionary<string, int>();

    /// <summary>The line of the trace, when something people may ask about changed. Its Seq is the coop's new version.</summary>
    public TraceLine? Trace { get; init; }

    /// <summary>
    /// What is to be said, in order. An edit of a card (<see cref="Outgoing.IsCard"/> with <see cref="Outgoing.Replaces"/>)
    /// takes back an edit of the same message that is not sent yet.
    /// </summary>
    public IReadOnlyList<Outgoing> Outbox { get; init; } = [];

    /// <summary>A turn of this coop (the version it made) whose outbox rows are taken back if they are not sent yet.</summary>
    public long? WithdrawnTurn { get; init; }

    /// <summary>Tokens of the buttons in <see cref="Outbox"/>, and codes. A token that is there already is replaced.</summary>
    public IReadOnlyList<TokenEntry> Tokens { get; init; } = [];

    /// <summary>Places that belong to this coop from now on. A place of another coop makes the commit <see cref="CommitOutcome.Moved"/>.</summary>
    public IReadOnlyList<Place> Places { get; init; } = [];

    /// <summary>
    /// Conversations of this coop that go on elsewhere, with all their threads: their places, and what waits to be said there
    /// (which answers no message any longer), are those of the new one; of the messages shown there only the cards are still
    /// known, without a <see cref="ShownMessage.MessageId"/>. A conversation of another coop makes the commit <see cref="CommitOutcome.Moved"/>.
    /// </summary>
    public IReadOnlyList<Relocation> Relocations { get; init; } = [];

    /// <summary>
    /// Directory entries added or changed. An entry that is current makes the account's other entries not current; a known
    /// private chat is written to all of the account's entries (null takes nothing away, and a new entry inherits it), and outbox rows that awaited it (whichever their coop) are
    /// sent there, keeping their order.
    /// </summary>
    public IReadOnlyList<AccountEntry> Accounts { get; init; } = [];

    /// <summary>Accounts that are nobody's in this coop any more; their other coops know nothing of it. Comes after <see cref="Accounts"/>.</summary>
    public IReadOnlyList<Account> Departures { get; init; } = [];

    /// <summary>Whose private chat is about which of their coops from now on; nothing changes if they are not a member of it. Comes after <see cref="Accounts"/>.</summary>
    public (Account Account, string Coop)? TurnsTo { get; init; }

    /// <summary>Whether what it removes or replaces must not stay readable: once it is kept, the store keeps no copy of that in any log of its own.</summary>
    public bool LeavesNoLog { get; init; }

    /// <summary>When the coop's next job is due, or null.</summary>
    public Instant? NextDue { get; init; }
}

/// <summary>A conversation goes on elsewhere.</summary>
/// <param name="From">What it was, without thread.</param>
/// <param name="To">What it is now, without thread.</param>
public sealed record Relocation(Place From, Place To)
{
    /// <summary>Whether a place, or the conversation of a thread, goes on elsewhere.</summary>
    /// <param name="place">The place.</param>
    public bool Concerns(Place place) => place.Conversation == From;

    /// <summary>Where a place of it is now.</summary>
    /// <param name="place">The place as it was.</param>
    public Place Of(Place place) => To with { Thread = place.Thread };
}

/// <summary>The end of a sandbox.</summary>
/// <param name="Coop">The sandbox's id.</param>
/// <param name="Version">Its version that was read; another one, or none, makes it <see cref="CommitOutcome.Moved"/>.</param>
/// <param name="At">When it ends.</param>
/// <param name="InboxKeys">As <see cref="Commit.InboxKeys"/>; they outlive it.</param>
public sealed record Removal(string Coop, long Version, Instant At, IReadOnlyList<string> InboxKeys)
{
    /// <summary>The coop that begins in its place, in the same transaction.</summary>
    public Commit? Next { get; init; }
}

/// <summary>A document as it is stored.</summary>
/// <param name="Kind">Its kind's stored name.</param>
/// <param name="Id">Its number.</param>
/// <param name="Version">The version of its stored form.</param>
/// <param name="IsSettled">Whether it is set apart from what is live.</param>
/// <param name="Json">Its JSON as UTF-8; null removes it.</param>
public sealed record StoredDocument(string Kind, int Id, int Version, bool IsSettled, byte[]? Json);
