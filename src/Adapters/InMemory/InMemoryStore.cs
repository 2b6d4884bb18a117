using Bot.Core.Chat;
using Bot.Core.Memory;
using NodaTime;

namespace Bot.Adapters.InMemory;

/// <summary>Coops kept in the memory of the process, for replays, demos and tests. It keeps the same promises as a store on a disk, but for the disk.</summary>
public sealed class InMemoryStore : IStore
{
    private readonly Lock gate;
    private readonly Shelves shelves;
    private bool stoppedCleanly;

    /// <summary>Makes an empty store.</summary>
    public InMemoryStore()
        : this(new Lock(), new Shelves(), boots: 1, stoppedUncleanly: false)
    {
    }

    private InMemoryStore(Lock gate, Shelves shelves, long boots, bool stoppedUncleanly)
    {
        this.gate = gate;
        this.shelves = shelves;
        Boots = boots;
        StoppedUncleanly = stoppedUncleanly;
        LastAlive = shelves.Alive;
    }

    /// <inheritdoc/>
    public long Boots { get; }

    /// <inheritdoc/>
    public bool StoppedUncleanly { get; }

    /// <inheritdoc/>
    public Instant? LastAlive { get; }

    /// <summary>Never completes: memory does not break.</summary>
    public Task<string> Broken { get; } = new TaskCompletionSource<string>().Task;

    /// <summary>The store as it is after a restart: the same memory, opened once more. This one is not to be used any longer.</summary>
    public InMemoryStore Reopen() => new(gate, shelves, Boots + 1, stoppedUncleanly: !stoppedCleanly);

    /// <inheritdoc/>
    public bool Heard(string key) => Alone(() => shelves.Inbox.ContainsKey(key));

    /// <inheritdoc/>
    public string? CoopOf(Place place) => Alone(() => shelves.Rooms.GetValueOrDefault(place));

    /// <inheritdoc/>
    public IReadOnlyList<AccountEntry> EntriesOf(Account account) => Alone(() => shelves.Accounts.Values
        .Where(entry => entry.Account == account)
        .OrderByDescending(entry => entry.IsCurrent).ThenBy(entry => entry.Coop, StringComparer.Ordinal).ToList());

    /// <inheritdoc/>
    public CoopSnapshot Load(string coop) => Alone(() => shelves.Load(coop));

    /// <inheritdoc/>
    public Task<CommitOutcome> Commit(Commit commit) => Task.FromResult(Alone(() => shelves.Keep(commit)));

    /// <inheritdoc/>
    public Task<CommitOutcome> Erase(Erasure erasure) => Task.FromResult(Alone(() => shelves.Erase(erasure)));

    /// <inheritdoc/>
    public Task<CommitOutcome> Drop(Removal removal) => Task.FromResult(Alone(() => shelves.Drop(removal)));

    /// <inheritdoc/>
    public StoredDocument? Find(string coop, string kind, int id) =>
        Alone(() => shelves.Coops.GetValueOrDefault(coop)?.Documents.GetValueOrDefault((kind, id)));

    /// <inheritdoc/>
    public TokenEntry? FindToken(string token) => Alone(() => shelves.Tokens.GetValueOrDefault(token));

    /// <inheritdoc/>
    public IReadOnlyList<TraceLine> ReadTrace(TraceQuery query) => Alone(() => shelves.Coops.GetValueOrDefault(query.Coop)?.Trace
        .Where(line => Fits(line, query)).OrderByDescending(line => line.Seq).Take(query.Limit).ToList() ?? []);

    /// <inheritdoc/>
    public IReadOnlyList<Place> UnsentPlaces() => Alone(() => Sayable().Select(row => row.Message.To).Distinct().ToList());

    /// <inheritdoc/>
    public IReadOnlyList<Unsent> Unsent(Place place, long after, int limit) => Alone(() => Sayable()
        .Where(row => row.Message.To == place && row.Order > after).OrderBy(row => row.Order).Take(limit)
        .Select(row => new Unsent(row.Order, row.Coop, row.At, row.Message)).ToList());

    /// <inheritdoc/>
    public void Note(Delivery delivery) => Alone(() => shelves.Note(delivery));

    /// <inheritdoc/>
    public IReadOnlyList<string> DueCoops(Instant now) => Alone(() => shelves.Coops
        .Where(coop => coop.Value.NextDue <= now)
        .OrderBy(coop => coop.Value.NextDue).ThenBy(coop => coop.Key, StringComparer.Ordinal).Select(coop => coop.Key).ToList());

    /// <inheritdoc/>
    public Instant? NextDue() => Alone(() => shelves.Coops.Values.Min(coop => coop.NextDue));

    /// <inheritdoc/>
    public Task Probe() => Task.CompletedTask;

    /// <inheritdoc/>
    public string? Cursor(string platform) => Alone(() => shelves.Cursors.GetValueOrDefault(platform));

    /// <inheritdoc/>
    public Task Advance(string platform, string cursor)
    {
        Alone(() => shelves.Cursors[platform] = cursor);
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public void NoteAlive(Instant now) => Alone(() => shelves.NoteAlive(now));

    /// <summary>Marks the stop as a clean one.</summary>
    public ValueTask DisposeAsync()
    {
        stoppedCleanly = true;
        return ValueTask.CompletedTask;
    }

    private static bool Fits(TraceLine line, TraceQuery query) =>
        (query.Seq is null || line.Seq == query.Seq)
        && (query.Key is null || line.Key == query.Key)
        && (query.Answer is null || line.Answer == query.Answer)
        && (query.Actor is null || line.Actor == query.Actor)
        && (query.Room is null || line.Room == query.Room)
        && (query.Since is null || line.At >= query.Since)
        && ((query.Kind is null && query.Document is null) || line.Changes.Any(change =>
            (query.Kind is null || change.Kind == query.Kind) && (query.Document is null || change.Id == query.Document)));

    private IEnumerable<OutboxRow> Sayable() => shelves.Outbox.Values.Where(row => row.Message.Awaits is null);

    private T Alone<T>(Func<T> read)
    {
        lock (gate)
        {
            return read();
        }
    }

    private void Alone(Action write)
    {
        lock (gate)
        {
            write();
        }
    }
}
