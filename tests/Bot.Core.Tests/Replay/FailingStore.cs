using Bot.Adapters.InMemory;
using Bot.Core.Chat;
using Bot.Core.Memory;
using NodaTime;

namespace Bot.Core.Tests.Replay;

/// <summary>Where a play is cut short: at one of the calls to its store, counted from its beginning, restarts included.</summary>
/// <param name="at">The call that fails.</param>
/// <param name="onlyCommits">Whether only commits count and fail, once, as when the disk hesitates; otherwise the store fails for good, as when the power goes.</param>
internal sealed class Fuse(int at, bool onlyCommits)
{
    private int calls;
    private int hasBlown;

    public bool HasBlown => Volatile.Read(ref hasBlown) == 1;

    public bool OnlyCommits => onlyCommits;

    public bool BlowsNow() => Interlocked.Increment(ref calls) == at && Interlocked.Exchange(ref hasBlown, 1) == 0;

    /// <summary>From now on the store is only looked at.</summary>
    public void TakeOut() => Interlocked.Exchange(ref calls, int.MinValue);
}

/// <summary>
/// A store in memory that fails when its fuse blows, before or just after what was asked for. As on a disk, notes wait a little
/// and ride in the next commit: those that have not yet are lost when it fails for good.
/// </summary>
internal sealed class FailingStore(InMemoryStore inner, Fuse fuse) : IStore
{
    private readonly Lock gate = new();
    private readonly List<Delivery> notes = [];

    // Several queues call at once: it is only ever set.
    private volatile bool isDead;

    /// <summary>Whether it has failed for good.</summary>
    public bool IsDead => isDead;

    public long Boots => inner.Boots;

    public bool StoppedUncleanly => inner.StoppedUncleanly;

    public Instant? LastAlive => inner.LastAlive;

    public Task<string> Broken => inner.Broken;

    /// <summary>Opens such stores, each on what the one before left.</summary>
    public static Func<TimeProvider, FailingStore> All(Fuse fuse)
    {
        InMemoryStore? last = null;
        return _ => new FailingStore(last = last is null ? new InMemoryStore() : last.Reopen(), fuse);
    }

    public bool Heard(string key) => Call(() => inner.Heard(key));

    public string? CoopOf(Place place) => Call(() => inner.CoopOf(place));

    public IReadOnlyList<AccountEntry> EntriesOf(Account account) => Call(() => inner.EntriesOf(account));

    public CoopSnapshot Load(string coop) => Call(() => inner.Load(coop));

    public StoredDocument? Find(string coop, string kind, int id) => Call(() => inner.Find(coop, kind, id));

    public TokenEntry? FindToken(string token) => Call(() => inner.FindToken(token));

    public IReadOnlyList<TraceLine> ReadTrace(TraceQuery query) => Call(() => inner.ReadTrace(query));

    public IReadOnlyList<Place> UnsentPlaces() => Call(inner.UnsentPlaces);

    public IReadOnlyList<Unsent> Unsent(Place place, long after, int limit) => Call(() => inner.Unsent(place, after, limit));

    public IReadOnlyList<string> DueCoops(Instant now) => Call(() => inner.DueCoops(now));

    public Instant? NextDue() => Call(inner.NextDue);

    public Task Probe() => inner.Probe();

    public string? Cursor(string platform) => Call(() => inner.Cursor(platform));

    public Task Advance(string platform, string cursor) => Call(() => inner.Advance(platform, cursor));

    public void Note(Delivery delivery) => Call(() =>
    {
        lock (gate)
        {
            notes.Add(delivery);
        }

        return true;
    });

    public void NoteAlive(Instant now) => Call(() =>
    {
        // Between two lines of a transcript more than a second passes.
        KeepNotes();
        inner.NoteAlive(now);
        return true;
    });

    public async Task<CommitOutcome> Commit(Commit commit)
    {
        Fail(isCommit: true);
        KeepNotes();
        var outcome = await inner.Commit(commit);
        Fail(isCommit: true);
        return outcome;
    }

    public async Task<CommitOutcome> Erase(Erasure erasure)
    {
        Fail(isCommit: true);
        KeepNotes();
        var outcome = await inner.Erase(erasure);
        Fail(isCommit: true);
        return outcome;
    }

    public async Task<CommitOutcome> Drop(Removal removal)
    {
        Fail(isCommit: true);
        KeepNotes();
        var outcome = await inner.Drop(removal);
        Fail(isCommit: true);
        return outcome;
    }

    // Whoever is cut short does not stop cleanly.
    public ValueTask DisposeAsync()
    {
        if (IsDead)
        {
            return ValueTask.CompletedTask;
        }

        KeepNotes();
        return inner.DisposeAsync();
    }

    private T Call<T>(Func<T> call)
    {
        Fail(isCommit: false);
        return call();
    }

    private void Fail(bool isCommit)
    {
        if (fuse.OnlyCommits)
        {
            if (isCommit && fuse.BlowsNow())
            {
                throw new IOException("The disk hesitated.");
            }

            return;
        }

        if (fuse.BlowsNow())
        {
            isDead = true;
        }

        if (isDead)
        {
            throw new StoreBrokenException("The power went.");
        }
    }

    private void KeepNotes()
    {
        lock (gate)
        {
            notes.ForEach(inner.Note);
            notes.Clear();
        }
    }
}
