using Bot.Core.Chat;
using NodaTime;

namespace Bot.Core.Memory;

/// <summary>
/// Where coops are kept. One class per store, held to the shared contract suite. Reads are synchronous and see every
/// commit that has been told; they may be called from any thread. Instants are kept to the millisecond. A store knows nothing of
/// what documents mean.
/// </summary>
public interface IStore : IAsyncDisposable
{
    /// <summary>How many times this store was opened, this time included; part of the keys of platforms that have no message ids.</summary>
    long Boots { get; }

    /// <summary>Whether the last stop was not a clean one: what stands in the outbox may have been shown already.</summary>
    bool StoppedUncleanly { get; }

    /// <summary>
    /// Completes with a sentence for the operator when the store has stopped writing for good, because its file can no longer
    /// be trusted; the program must then stop. Never completes otherwise, and never fails.
    /// </summary>
    Task<string> Broken { get; }

    /// <summary>Whether something was already dealt with. A shortcut: what decides is the key inside the commit.</summary>
    /// <param name="key">The <see cref="Incoming.Key"/>.</param>
    bool Heard(string key);

    /// <summary>The coop a place belongs to; exactly that place, its thread included.</summary>
    /// <param name="place">The place.</param>
    string? CoopOf(Place place);

    /// <summary>The coops somebody is a member of, the current one of their private chat first.</summary>
    /// <param name="account">The account.</param>
    IReadOnlyList<AccountEntry> EntriesOf(Account account);

    /// <summary>Everything one coop knows.</summary>
    /// <param name="coop">Its id.</param>
    /// <exception cref="KeyNotFoundException">There is no such coop.</exception>
    CoopSnapshot Load(string coop);

    /// <summary>
    /// Keeps one turn: all of it or nothing, flushed to the disk before the task completes. Commits of one coop are never
    /// handed over side by side; those of several coops may share a flush, and one that fails does not fail the others.
    /// </summary>
    /// <param name="commit">What to keep.</param>
    /// <returns>What became of it; nothing was kept unless it is <see cref="CommitOutcome.Kept"/>.</returns>
    /// <exception cref="StoreUnavailableException">The disk is full or read-only; nothing was kept, later commits may succeed.</exception>
    /// <exception cref="StoreBrokenException">The store has stopped writing for good; see <see cref="Broken"/>.</exception>
    Task<CommitOutcome> Commit(Commit commit);

    /// <summary>Forgets a member: all of it or nothing, and when the task completes nothing of what went is left in any of the store's files.</summary>
    /// <param name="erasure">What goes and what stays.</param>
    /// <returns>As <see cref="Commit"/>.</returns>
    /// <exception cref="StoreUnavailableException">As <see cref="Commit"/>; or they are forgotten, but traces are left on the disk until the next clean stop.</exception>
    Task<CommitOutcome> Erase(Erasure erasure);

    /// <summary>What a button leads to, or null if the token is unknown.</summary>
    /// <param name="token">The token.</param>
    TokenEntry? FindToken(string token);

    /// <summary>Lines of a coop's trace, newest first.</summary>
    /// <param name="query">Which ones.</param>
    IReadOnlyList<TraceLine> ReadTrace(TraceQuery query);

    /// <summary>The conversations that have something unsent whose turn to be said may have come.</summary>
    IReadOnlyList<Place> UnsentPlaces();

    /// <summary>What is to be said in one conversation, oldest first; rows that wait for a private chat, and those noted, are left out.</summary>
    /// <param name="place">The conversation.</param>
    /// <param name="after">Only rows with a greater <see cref="Unsent.Order"/>; 0 for all.</param>
    /// <param name="limit">How many at most.</param>
    IReadOnlyList<Unsent> Unsent(Place place, long after, int limit);

    /// <summary>
    /// Notes what became of something said: it leaves the queue, and stands among what is shown, at once. Does not wait for the
    /// disk: it rides in the next commit, at most a second later, so after a crash the last ones may be asked for again.
    /// </summary>
    /// <param name="delivery">What became of it.</param>
    void Note(Delivery delivery);

    /// <summary>Coops whose next job is due at or before an instant, earliest first.</summary>
    /// <param name="now">The instant.</param>
    IReadOnlyList<string> DueCoops(Instant now);

    /// <summary>When the next job of any coop is due, or null.</summary>
    Instant? NextDue();

    /// <summary>Writes and flushes something that means nothing, to know that the store can keep things.</summary>
    /// <exception cref="StoreUnavailableException">It cannot at the moment.</exception>
    Task Probe();

    /// <summary>Where a platform's stream was left, or null.</summary>
    /// <param name="platform">The platform's name.</param>
    string? Cursor(string platform);

    /// <summary>Keeps where a platform's stream was left, flushed before the task completes.</summary>
    /// <param name="platform">The platform's name.</param>
    /// <param name="cursor">The position.</param>
    Task Advance(string platform, string cursor);

    /// <summary>The last instant at which the bot was known to be running, before this run.</summary>
    Instant? LastAlive { get; }

    /// <summary>Notes that the bot is running. Does not wait for the disk.</summary>
    /// <param name="now">The instant.</param>
    void NoteAlive(Instant now);
}

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

/// <summary>The store cannot keep anything at the moment.</summary>
/// <param name="reason">What an operator should know, in a sentence.</param>
/// <param name="inner">What the store's engine said.</param>
public sealed class StoreUnavailableException(string reason, Exception? inner = null) : Exception(reason, inner);

/// <summary>The store has stopped writing for good: its file can no longer be trusted, and the program must stop.</summary>
/// <param name="reason">What is wrong and what to do, in a sentence for the operator.</param>
/// <param name="inner">What the store's engine said.</param>
public sealed class StoreBrokenException(string reason, Exception? inner = null) : Exception(reason, inner);

/// <summary>Everything one turn leaves behind. A store writes it in one transaction.</summary>
/// <param name="Coop">The coop's id.</param>
/// <param name="Version">The coop's version that was read: 0 for a coop that begins. The new one is this plus 1.</param>
public sealed record Commit(string Coop, long Version)
{
    /// <summary>For a coop that begins: the secret its button tokens are made with. Null otherwise.</summary>
    public byte[]? Birth { get; init; }

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

    /// <summary>Tokens of the buttons in <see cref="Outbox"/>. A token that is there already is replaced.</summary>
    public IReadOnlyList<TokenEntry> Tokens { get; init; } = [];

    /// <summary>Places that belong to this coop from now on. A place of another coop makes the commit <see cref="CommitOutcome.Moved"/>.</summary>
    public IReadOnlyList<Place> Places { get; init; } = [];

    /// <summary>
    /// Directory entries added or changed. An entry that is current makes the account's other entries not current; a known
    /// private chat is written to all of the account's entries (null takes nothing away, and a new entry inherits it), and outbox rows that awaited it (whichever their coop) are
    /// sent there, keeping their order.
    /// </summary>
    public IReadOnlyList<AccountEntry> Accounts { get; init; } = [];

    /// <summary>When the coop's next job is due, or null.</summary>
    public Instant? NextDue { get; init; }
}

/// <summary>A document as it is stored.</summary>
/// <param name="Kind">Its kind's stored name.</param>
/// <param name="Id">Its number.</param>
/// <param name="Version">The version of its stored form.</param>
/// <param name="IsSettled">Whether it is set apart from what is live.</param>
/// <param name="Json">Its JSON as UTF-8; null removes it.</param>
public sealed record StoredDocument(string Kind, int Id, int Version, bool IsSettled, byte[]? Json);

/// <summary>Everything a store gives when a coop is loaded.</summary>
/// <param name="Version">The coop's version.</param>
/// <param name="Secret">What its button tokens are made with.</param>
/// <param name="Counters">The last number given per kind.</param>
/// <param name="Documents">All its documents.</param>
/// <param name="Accounts">The directory entries of its members.</param>
/// <param name="Shown">Its messages that can be replied to, pressed or edited.</param>
public sealed record CoopSnapshot(
    long Version,
    byte[] Secret,
    IReadOnlyDictionary<string, int> Counters,
    IEnumerable<StoredDocument> Documents,
    IReadOnlyList<AccountEntry> Accounts,
    IReadOnlyList<ShownMessage> Shown);

/// <summary>One line of the directory: an account is a member of a coop.</summary>
/// <param name="Account">The account.</param>
/// <param name="Coop">The coop's id.</param>
/// <param name="Member">The member's number in that coop.</param>
/// <param name="PrivateChat">Where the bot may write to them alone, once known.</param>
/// <param name="IsCurrent">Whether their private chat is about this coop now.</param>
public sealed record AccountEntry(Account Account, string Coop, int Member, Place? PrivateChat, bool IsCurrent);

/// <summary>What a button leads to.</summary>
/// <param name="Token">The opaque token.</param>
/// <param name="Coop">The coop's id.</param>
/// <param name="Intent">The stored intent, as JSON.</param>
/// <param name="Member">The only member who may press it, or null for anybody of the coop.</param>
/// <param name="Until">After this instant it leads nowhere; null if it stays open.</param>
public sealed record TokenEntry(string Token, string Coop, string Intent, int? Member, Instant? Until);

/// <summary>A message of the bot as it stands on a platform.</summary>
/// <param name="Id">The <see cref="Outgoing.Id"/> of the post.</param>
/// <param name="Place">Where it stands.</param>
/// <param name="MessageId">The platform's id.</param>
/// <param name="Subject">What it is about, or null.</param>
/// <param name="IsCard">Whether it is kept true by editing; others are forgotten after 30 days.</param>
/// <param name="Text">What it reads now, so that an edit that changes nothing is not sent.</param>
/// <param name="Buttons">Its buttons now, in order.</param>
/// <param name="At">When it was shown.</param>
public sealed record ShownMessage(
    string Id, Place Place, string MessageId, string? Subject, bool IsCard, string Text, IReadOnlyList<Button> Buttons, Instant At)
{
    /// <summary>The only person who sees it, when it is a whisper in a room with others.</summary>
    public Account? OnlyFor { get; init; }
}

/// <summary>Something that waits to be said.</summary>
/// <param name="Order">Grows with each row; the order in its conversation.</param>
/// <param name="Coop">Whose it is.</param>
/// <param name="At">When it was kept.</param>
/// <param name="Message">What to say.</param>
public sealed record Unsent(long Order, string Coop, Instant At, Outgoing Message);

/// <summary>What became of an outbox row: it leaves the queue.</summary>
/// <param name="Id">The row's <see cref="Outgoing.Id"/>.</param>
/// <param name="Coop">Whose it is.</param>
/// <param name="At">When.</param>
/// <param name="Shown">The message as it now stands, when it was shown; replaces what stood under the same id.</param>
/// <param name="Failure">Why it was given up (a dead letter), when it was not shown. Expired rows say so too.</param>
public sealed record Delivery(string Id, string Coop, Instant At, ShownMessage? Shown, string? Failure);

/// <summary>One line of a coop's trace: who did what, when, in which words, and what stood there before.</summary>
/// <param name="Seq">The coop's version that this turn made.</param>
/// <param name="Key">The inbox key of the turn; for an edit, that of the message when it was first written.</param>
/// <param name="At">When it took effect.</param>
/// <param name="SaidAt">When it was said.</param>
/// <param name="Actor">The member who did it, or null for a job.</param>
/// <param name="OnBehalfOf">The member it was done for, when another.</param>
/// <param name="Room">The room's number, when it was done in one.</param>
/// <param name="Command">The command's stored name.</param>
/// <param name="Undoes">The Seq of the turn it takes back, when it does.</param>
/// <param name="Answer">The <see cref="Outgoing.Id"/> of the answer, when there was one.</param>
/// <param name="Words">What was typed; null when nothing was, or when it is not kept.</param>
/// <param name="Changes">The documents, before and after.</param>
public sealed record TraceLine(
    long Seq,
    string Key,
    Instant At,
    Instant SaidAt,
    int? Actor,
    int? OnBehalfOf,
    int? Room,
    string Command,
    long? Undoes,
    string? Answer,
    string? Words,
    IReadOnlyList<Change> Changes);

/// <summary>What happened to one document in a turn.</summary>
/// <param name="Kind">Its kind's stored name.</param>
/// <param name="Id">Its number.</param>
/// <param name="Before">Its JSON before, null if it was not there.</param>
/// <param name="After">Its JSON after, null if it was removed.</param>
public sealed record Change(string Kind, int Id, string? Before, string? After);

/// <summary>Which lines of a trace to read; conditions add up.</summary>
/// <param name="Coop">The coop's id.</param>
/// <param name="Limit">How many lines at most.</param>
public sealed record TraceQuery(string Coop, int Limit)
{
    /// <summary>Only this line.</summary>
    public long? Seq { get; init; }

    /// <summary>Only the turn that answered to this inbox key.</summary>
    public string? Key { get; init; }

    /// <summary>Only the turn with this answer (<see cref="Outgoing.Id"/>).</summary>
    public string? Answer { get; init; }

    /// <summary>Only turns of this member.</summary>
    public int? Actor { get; init; }

    /// <summary>Only turns in this room.</summary>
    public int? Room { get; init; }

    /// <summary>Only turns that changed this kind of document (with <see cref="Document"/>).</summary>
    public string? Kind { get; init; }

    /// <summary>Only turns that changed this document of <see cref="Kind"/>.</summary>
    public int? Document { get; init; }

    /// <summary>Only turns at or after this instant.</summary>
    public Instant? Since { get; init; }
}
