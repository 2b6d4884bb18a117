using Bot.Core.Chat;

namespace Bot.Core.Memory;

/// <summary>
/// Everything one cooperative knows, in memory. Read and changed only by who holds its lock (<see cref="Coops"/>), and changed
/// only after the store has kept the same.
/// </summary>
public sealed class Coop : IRecords
{
    private readonly Dictionary<Kind, Shelf> shelves = [];
    private readonly Dictionary<string, int> counters = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ShownMessage> shown = new(StringComparer.Ordinal);
    private readonly Dictionary<(Place, string), string> shownByMessage = [];
    private readonly List<AccountEntry> accounts;

    private Coop(string id, long version, byte[] secret, IEnumerable<AccountEntry> accounts)
    {
        Id = id;
        Version = version;
        Secret = secret;
        this.accounts = [.. accounts];
    }

    /// <summary>Its id.</summary>
    public string Id { get; }

    /// <summary>How many turns it has seen; 0 for one that is about to begin.</summary>
    public long Version { get; private set; }

    /// <summary>What its button tokens are made with.</summary>
    internal byte[] Secret { get; }

    /// <summary>The directory entries of its members.</summary>
    internal IReadOnlyList<AccountEntry> Accounts => accounts;

    /// <summary>The messages of the bot that stand in its rooms.</summary>
    internal IEnumerable<ShownMessage> Shown => shown.Values;

    /// <summary>A coop that is about to begin.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="secret">What its button tokens will be made with.</param>
    public static Coop Begin(string id, byte[] secret) => new(id, 0, secret, []);

    /// <summary>A coop as the store gives it.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="snapshot">What the store gave.</param>
    public static Coop From(string id, CoopSnapshot snapshot)
    {
        var coop = new Coop(id, snapshot.Version, snapshot.Secret, snapshot.Accounts);
        foreach (var (kind, last) in snapshot.Counters)
        {
            coop.counters[kind] = last;
        }

        foreach (var document in snapshot.Documents)
        {
            if (Kind.Named(document.Kind) is { } kind)
            {
                coop.ShelfOf(kind).Load(document);
            }
        }

        foreach (var message in snapshot.Shown)
        {
            coop.Put(message);
        }

        return coop;
    }

    /// <inheritdoc/>
    public IEnumerable<T> Live<T>() where T : Document => ShelfOf(Kind.Of<T>()).Live.Cast<T>();

    /// <inheritdoc/>
    public IEnumerable<T> All<T>() where T : Document => ShelfOf(Kind.Of<T>()).All.Cast<T>();

    /// <inheritdoc/>
    public T? Find<T>(int id) where T : Document => (T?)ShelfOf(Kind.Of<T>()).Find(id);

    internal IEnumerable<Document> Live(Kind kind) => ShelfOf(kind).Live;

    internal IEnumerable<Document> All(Kind kind) => ShelfOf(kind).All;

    internal Document? Find(Kind kind, int id) => ShelfOf(kind).Find(id);

    internal FoldedTitle? TitleOf(Document document) => ShelfOf(Kind.Of(document.GetType())).TitleOf(document.Id);

    internal int LastNumber(Kind kind) => counters.GetValueOrDefault(kind.Name);

    internal ShownMessage? ShownAs(string id) => shown.GetValueOrDefault(id);

    internal ShownMessage? ShownAt(Place place, string messageId) =>
        shownByMessage.TryGetValue((place.Conversation, messageId), out var id) ? shown.GetValueOrDefault(id) : null;

    /// <summary>Takes in what the store has kept.</summary>
    /// <param name="commit">The commit.</param>
    /// <param name="documents">Its documents, as records.</param>
    internal void Apply(Commit commit, IReadOnlyList<Document?> documents)
    {
        Version = commit.Version + 1;
        foreach (var (kind, last) in commit.Counters)
        {
            counters[kind] = last;
        }

        for (var i = 0; i < commit.Documents.Count; i++)
        {
            var stored = commit.Documents[i];
            ShelfOf(Kind.Named(stored.Kind)!).Apply(stored.Id, documents[i], stored.Json);
        }

        foreach (var entry in commit.Accounts)
        {
            accounts.RemoveAll(known => known.Account == entry.Account && known.Member == entry.Member);
            accounts.Add(entry);
        }
    }

    /// <summary>Takes in what the Postman showed.</summary>
    /// <param name="message">The message as it stands now.</param>
    internal void Put(ShownMessage message)
    {
        if (shown.TryGetValue(message.Id, out var before))
        {
            shownByMessage.Remove((before.Place.Conversation, before.MessageId));
        }

        shown[message.Id] = message;
        shownByMessage[(message.Place.Conversation, message.MessageId)] = message.Id;
    }

    private Shelf ShelfOf(Kind kind)
    {
        if (!shelves.TryGetValue(kind, out var shelf))
        {
            shelves[kind] = shelf = new Shelf(kind);
        }

        return shelf;
    }
}
