using Bot.Core.Chat;
using NodaTime;

namespace Bot.Core.Memory;

/// <summary>
/// Everything one cooperative knows, in memory. Read and changed only by who holds its lock (<see cref="Coops"/>), and changed
/// only after the store has kept the same.
/// </summary>
public sealed class Coop : IRecords
{
    private const int MostSaidInATurn = 64;
    private static readonly Duration MessagesAreKept = Duration.FromDays(30);
    private readonly Shelf?[] shelves = new Shelf?[Kind.Count];
    private readonly Dictionary<string, int> counters = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ShownMessage> shown = new(StringComparer.Ordinal);
    private readonly Dictionary<(Place, string), string> shownByMessage = [];
    private readonly Dictionary<string, ShownMessage> cards = new(StringComparer.Ordinal);
    private readonly List<AccountEntry> accounts;
    private Instant lastForgotten;
    private SearchIndex? index;

    private Coop(string id, long version, byte[] secret, bool isSandbox, IEnumerable<AccountEntry> accounts)
    {
        Id = id;
        Version = version;
        Secret = secret;
        IsSandbox = isSandbox;
        this.accounts = [.. accounts];
    }

    /// <summary>Its id.</summary>
    public string Id { get; }

    /// <summary>How many turns it has seen; 0 for one that is about to begin.</summary>
    public long Version { get; private set; }

    /// <summary>Whether it is somebody's sandbox: one private chat, dropped whole when it ends.</summary>
    public bool IsSandbox { get; }

    /// <summary>What its button tokens are made with.</summary>
    internal byte[] Secret { get; }

    /// <summary>The directory entries of its members.</summary>
    internal IReadOnlyList<AccountEntry> Accounts => accounts;

    /// <summary>The messages of the bot that stand in its rooms.</summary>
    internal IEnumerable<ShownMessage> Shown => shown.Values;

    /// <summary>The cards among them.</summary>
    internal IReadOnlyCollection<ShownMessage> Cards => cards.Values;

    /// <summary>A coop that is about to begin.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="secret">What its button tokens will be made with.</param>
    /// <param name="isSandbox">Whether it is a sandbox.</param>
    public static Coop Begin(string id, byte[] secret, bool isSandbox = false) => new(id, 0, secret, isSandbox, []);

    /// <summary>A coop as the store gives it.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="snapshot">What the store gave.</param>
    public static Coop From(string id, CoopSnapshot snapshot)
    {
        var coop = new Coop(id, snapshot.Version, snapshot.Secret, snapshot.IsSandbox, snapshot.Accounts);
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

    /// <summary>What holds some words.</summary>
    internal Findings Search(FoldedTitle sought, DateTimeZone zone) => (index ??= SearchIndex.Of(this, zone)).Find(sought, this, zone);

    internal int LastNumber(Kind kind) => counters.GetValueOrDefault(kind.Name);

    internal ShownMessage? ShownAs(string id) => shown.GetValueOrDefault(id);

    internal ShownMessage? ShownAt(Place place, string messageId) =>
        messageId.Length > 0 && shownByMessage.TryGetValue((place.Conversation, messageId), out var id) ? shown.GetValueOrDefault(id) : null;

    /// <summary>The newest message that stands in a private chat.</summary>
    internal ShownMessage? NewestIn(Place chat) => shown.Values.Where(message => message.Place == chat).MaxBy(message => (message.At, Outgoing.TurnOf(message.Id)));

    /// <summary>The newest message with choices that stands in a private chat.</summary>
    internal ShownMessage? NewestChoices(Place chat) =>
        shown.Values.Where(message => message.Place == chat && message.Buttons.Count > 0).MaxBy(message => (message.At, Outgoing.TurnOf(message.Id)));

    /// <summary>The newest message about something, with choices, that stands where somebody speaks, or else where everybody reads.</summary>
    internal ShownMessage? NewestChoices(Place here, string subject) =>
        shown.Values.Where(message => message.Subject == subject && message.Buttons.Count > 0 && message.OnlyFor is null && accounts.TrueForAll(entry => entry.PrivateChat != message.Place || entry.PrivateChat == here))
            .MaxBy(message => (message.Place.Conversation == here.Conversation, message.At, Outgoing.TurnOf(message.Id)));

    /// <summary>Whether something about a subject was shown since an instant.</summary>
    internal bool HasShown(string subject, Instant since) => shown.Values.Any(message => message.Subject == subject && message.At > since);

    /// <summary>What a turn said, as it stands now.</summary>
    internal IEnumerable<ShownMessage> SaidBy(long turn)
    {
        for (var number = 0; number < MostSaidInATurn; number++)
        {
            if (shown.TryGetValue(Outgoing.IdOf(Id, turn, number), out var message))
            {
                yield return message;
            }
        }
    }

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
            var kind = Kind.Named(stored.Kind)!;
            ShelfOf(kind).Apply(stored.Id, documents[i], stored.Json);
            index?.Note(kind, stored.Id);
        }

        foreach (var relocation in commit.Relocations)
        {
            Move(relocation);
        }

        foreach (var entry in commit.Accounts)
        {
            accounts.RemoveAll(known => known.Account == entry.Account);
            accounts.Add(entry);
        }

        accounts.RemoveAll(known => commit.Departures.Contains(known.Account));
    }

    /// <summary>Takes in what the Postman showed.</summary>
    /// <param name="message">The message as it stands now.</param>
    internal void Put(ShownMessage message)
    {
        if (shown.TryGetValue(message.Id, out var before))
        {
            shownByMessage.Remove((before.Place.Conversation, before.MessageId));
        }

        ForgetOldMessages(message.At);
        shown[message.Id] = message;
        if (message.IsCard)
        {
            cards[message.Id] = message;
        }
        else
        {
            cards.Remove(message.Id);
        }

        shownByMessage[(message.Place.Conversation, message.MessageId)] = message.Id;
    }

    // What stood there is out of reach; a card is posted anew when it next changes.
    private void Move(Relocation relocation)
    {
        foreach (var message in shown.Values.Where(message => relocation.Concerns(message.Place)).ToList())
        {
            shown.Remove(message.Id);
            shownByMessage.Remove((message.Place.Conversation, message.MessageId));
            if (message.IsCard)
            {
                Put(message with { Place = relocation.Of(message.Place), MessageId = "" });
            }
        }
    }

    // As the store does: cards stay, other messages can be replied to for 30 days.
    private void ForgetOldMessages(Instant now)
    {
        if (now - lastForgotten < Duration.FromDays(1))
        {
            return;
        }

        lastForgotten = now;
        foreach (var old in shown.Values.Where(message => !message.IsCard && now - message.At > MessagesAreKept).ToList())
        {
            shown.Remove(old.Id);
            shownByMessage.Remove((old.Place.Conversation, old.MessageId));
        }
    }

    private Shelf ShelfOf(Kind kind) => shelves[kind.Index] ??= new Shelf(kind);
}
