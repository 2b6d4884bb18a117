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

    /// <summary>One document of a coop, or null: for who needs no more of it than that.</summary>
    /// <param name="coop">The coop's id.</param>
    /// <param name="kind">The kind's stored name.</param>
    /// <param name="id">Its number.</param>
    StoredDocument? Find(string coop, string kind, int id);

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

    /// <summary>
    /// Drops a sandbox: every row of it, the trace and what was unsent included. All or nothing, and when the task completes nothing of
    /// it is left in any of the store's files but the inbox keys.
    /// </summary>
    /// <param name="removal">What goes, and what begins in its place.</param>
    /// <returns>As <see cref="Commit"/>.</returns>
    /// <exception cref="InvalidOperationException">The coop is no sandbox; nothing went.</exception>
    /// <exception cref="StoreUnavailableException">As <see cref="Erase"/>.</exception>
    Task<CommitOutcome> Drop(Removal removal);

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

/// <summary>The store cannot keep anything at the moment.</summary>
/// <param name="reason">What an operator should know, in a sentence.</param>
/// <param name="inner">What the store's engine said.</param>
public sealed class StoreUnavailableException(string reason, Exception? inner = null) : Exception(reason, inner);

/// <summary>The store has stopped writing for good: its file can no longer be trusted, and the program must stop.</summary>
/// <param name="reason">What is wrong and what to do, in a sentence for the operator.</param>
/// <param name="inner">What the store's engine said.</param>
public sealed class StoreBrokenException(string reason, Exception? inner = null) : Exception(reason, inner);
