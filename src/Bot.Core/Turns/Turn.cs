using Bot.Core.Chat;
using Bot.Core.Commands;
using Bot.Core.Jobs;
using Bot.Core.Memory;
using Bot.Core.Texts;
using NodaTime;

namespace Bot.Core.Turns;

/// <summary>
/// One thing that happened, or one job that is due, being dealt with. It reads the coop with what it has staged; nothing of it
/// exists for others until its one commit, so it can be run again without harm.
/// </summary>
public sealed partial class Turn : IRecords
{
    private readonly Coop coop;
    private readonly IStore store;
    private readonly Staging staged;
    private readonly List<object> facts = [];
    private readonly List<Told> told = [];
    private Member? member;
    private Room? room;

    internal Turn(Coop coop, IStore store, Parts parts, string key, Instant now, Instant saidAt)
    {
        this.coop = coop;
        this.store = store;
        Parts = parts;
        Key = key;
        Now = now;
        SaidAt = saidAt;
        staged = new Staging(coop);
    }

    /// <summary>What slices contribute.</summary>
    public Parts Parts { get; }

    /// <summary>When effects happen.</summary>
    public Instant Now { get; }

    /// <summary>When it was said, as the platform stamps it: words such as « demain » are read from here. Never after <see cref="Now"/>.</summary>
    public Instant SaidAt { get; }

    /// <summary>The coop's time zone.</summary>
    public DateTimeZone Zone => DateTimeZoneProviders.Tzdb.GetZoneOrNull(Settings.Zone) ?? DateTimeZone.Utc;

    /// <summary>The day it is in the coop.</summary>
    public LocalDate Today => Now.InZone(Zone).Date;

    /// <summary>Where and when it was said, for who reads words about time.</summary>
    /// <param name="look">Whether they plan or log.</param>
    public Language.Said Spoken(Language.Look look) => new(SaidAt.InZone(Zone).LocalDateTime, Zone, look, Settings.Language);

    /// <summary>How the coop wants things.</summary>
    public CoopSettings Settings => Find<CoopSettings>(1)!;

    /// <summary>Who speaks.</summary>
    /// <exception cref="InvalidOperationException">A job runs: nobody speaks.</exception>
    public Member Member =>
        member is null ? throw new InvalidOperationException("Nobody speaks in a job's turn.") : Find<Member>(member.Id) ?? member;

    /// <summary>The room it was said in, or where the question that is answered came up; null in private.</summary>
    public Room? Room
    {
        get => room is null ? null : Find<Room>(room.Id) ?? room;
        internal set => room = value;
    }

    /// <summary>Whether who speaks is not in <see cref="Room"/>: a button pressed in private leads back to where its matter came up.</summary>
    internal bool IsAway { get; set; }

    /// <summary>Whether it was said to the bot alone.</summary>
    public bool IsPrivate => room is null;

    /// <summary>The thing the message replied to is about, if any.</summary>
    public Ref? RepliedTo { get; internal set; }

    /// <summary>Alone with the bot: the thing that what it said last is about, if any.</summary>
    public Ref? JustTold { get; internal set; }

    /// <summary>What the message replied to says, when people wrote it.</summary>
    public Quoted? Quoted { get; internal set; }

    /// <summary>The file that came with what was said.</summary>
    public SharedFile? File { get; internal set; }

    /// <summary>The message of the bot it replies to (its <see cref="Outgoing.Id"/>), if any.</summary>
    internal string? RepliedToMessage { get; set; }

    /// <summary>Whose act this is, when done for somebody else.</summary>
    internal Member? OnBehalfOf { get; set; }

    internal string Key { get; }

    internal string CoopId => coop.Id;

    /// <summary>The version of the coop that this turn makes.</summary>
    internal long Seq => coop.Version + 1;

    /// <summary>Decides what may be told now.</summary>
    internal Noise Noise => field ??= new Noise(this);

    internal Intent? Intent { get; set; }

    internal bool HasGuessed { get; private set; }

    internal long? Undoes { get; private set; }

    internal string? CardSubject { get; private set; }

    internal OutgoingKind CardKind { get; private set; }

    internal IReadOnlyList<Told> ToldToOthers => told;

    internal IReadOnlyList<object> Facts => facts;

    internal Staging Staged => staged;

    /// <inheritdoc/>
    public IEnumerable<T> Live<T>() where T : Document => staged.Over(Kind.Of<T>(), coop.Live(Kind.Of<T>()), settledToo: false).Cast<T>();

    /// <inheritdoc/>
    public IEnumerable<T> All<T>() where T : Document => staged.Over(Kind.Of<T>(), coop.All(Kind.Of<T>()), settledToo: true).Cast<T>();

    /// <inheritdoc/>
    public T? Find<T>(int id) where T : Document => (T?)staged.Find(Kind.Of<T>(), id);

    /// <summary>The number of a new document of a kind. Numbers are never used again.</summary>
    /// <typeparam name="T">The kind.</typeparam>
    public int NextId<T>() where T : Document => staged.NextNumber(Kind.Of<T>());

    /// <summary>The last number given to a document of a kind; 0 when there was none.</summary>
    /// <typeparam name="T">The kind.</typeparam>
    public int LastId<T>() where T : Document => staged.LastNumber(Kind.Of<T>());

    /// <summary>Keeps a document as it now is.</summary>
    /// <param name="document">The document.</param>
    public void Keep(Document document) => staged.Put(Kind.Of(document.GetType()), document.Id, document);

    /// <summary>Removes a document. The trace still knows what it was.</summary>
    /// <param name="document">The document.</param>
    public void Remove(Document document) => staged.Put(Kind.Of(document.GetType()), document.Id, null);

    /// <summary>Tells other slices what happened; they react in this turn.</summary>
    /// <param name="fact">A past-tense record of plain values from Bot.Core.Facts.</param>
    public void Raise(object fact) => facts.Add(fact);

    /// <summary>Tells one member, privately where that can be.</summary>
    /// <param name="to">Who.</param>
    /// <param name="says">What.</param>
    /// <param name="kind">Why it is said; news and nudges may have to wait, so that the bot does not disturb.</param>
    /// <param name="until">When it makes no more sense; null if it always does.</param>
    public void Tell(Member to, Says says, OutgoingKind kind = OutgoingKind.News, Instant? until = null) => told.Add(new Told(to, null, says, kind) { Until = until });

    /// <summary>Tells everybody in a room.</summary>
    /// <param name="to">Where.</param>
    /// <param name="says">What.</param>
    /// <param name="kind">Why it is said; news and nudges may have to wait, so that the bot does not disturb.</param>
    /// <param name="until">When it makes no more sense; null if it always does.</param>
    public void Tell(Room to, Says says, OutgoingKind kind = OutgoingKind.News, Instant? until = null) => told.Add(new Told(null, to, says, kind) { Until = until });

    /// <summary>Has a job run when it is due; a pending one of the same class and subject is replaced.</summary>
    /// <param name="due">When.</param>
    /// <param name="job">What.</param>
    public void At(Instant due, Job job)
    {
        Keep(new PendingJob
        {
            Id = Pending(job)?.Id ?? NextId<PendingJob>(),
            Name = job.GetType().Name,
            Subject = job.Subject,
            Due = due,
            Values = Json.WriteText(job),
        });
    }

    /// <summary>
    /// Goes on only if the person has said yes to this very sentence; otherwise asks, and the command runs again from the start
    /// when they answer. If what it says has changed meanwhile, it asks again.
    /// </summary>
    /// <param name="question">What they agree to.</param>
    /// <param name="yes">What the button says that agrees; null for a plain yes.</param>
    /// <exception cref="Doubt">They have not said yes yet.</exception>
    public void Confirm(Says question, Says? yes = null)
    {
        var said = Json.WriteText(question);
        if (Intent?.Given.GetValueOrDefault(ConfirmParameter) != said)
        {
            throw new Doubt(question, [new Way(yes ?? new Yes(), said), new Way(new No())]) { Parameter = ConfirmParameter };
        }
    }

    /// <summary>Answers with a card: a message that is kept true from then on.</summary>
    /// <param name="subject">The card's subject.</param>
    /// <param name="kind">Why it is shown.</param>
    public Says Card(string subject, OutgoingKind kind = OutgoingKind.Answer)
    {
        CardSubject = subject;
        CardKind = kind;
        return Draw(subject);
    }

    /// <summary>Puts a card up in another room.</summary>
    /// <param name="to">Where.</param>
    /// <param name="subject">The card's subject.</param>
    /// <param name="kind">Why it is shown.</param>
    public void PutUp(Room to, string subject, OutgoingKind kind = OutgoingKind.News) => told.Add(new Told(null, to, null, kind) { Card = subject });

    /// <summary>The lines of the trace that changed a document, newest first.</summary>
    /// <param name="document">The document.</param>
    /// <param name="limit">How many at most.</param>
    public IReadOnlyList<TraceLine> HistoryOf(Document document, int limit) =>
        store.ReadTrace(new TraceQuery(coop.Id, limit) { Kind = Kind.Of(document.GetType()).Name, Document = document.Id });

    /// <summary>Notes that the bot chose among several readings, so that it tells how to take it back.</summary>
    internal void Guessed() => HasGuessed = true;

    private const string ConfirmParameter = "confirm";
}
