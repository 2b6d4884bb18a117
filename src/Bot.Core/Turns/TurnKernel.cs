using System.Security.Cryptography;
using System.Text;
using Bot.Core.Chat;
using Bot.Core.Memory;
using Bot.Core.Texts;

namespace Bot.Core.Turns;

/// <summary>What the kernel itself does with a turn; slices do not need it.</summary>
public sealed partial class Turn
{
    /// <summary>The title of a document as it is compared; from the coop's index unless this turn changed it.</summary>
    internal FoldedTitle TitleOf(ITitled titled) =>
        titled is Document document && !staged.Touches(document) && coop.TitleOf(document) is { } folded
            ? folded
            : FoldedTitle.Of(titled.Title);

    /// <summary>What is live of all kinds that share a trait, as far as who speaks knows of it.</summary>
    internal IEnumerable<T> LiveHaving<T>() => KindsHaving<T>().SelectMany(kind => staged.Over(kind, coop.Live(kind), settledToo: false)).Where(Sees).Cast<T>();

    /// <summary>Everything of all kinds that share a trait, settled things included, as far as who speaks knows of it.</summary>
    /// <param name="but">Another trait, whose kinds are left out.</param>
    internal IEnumerable<T> AllHaving<T>(Type? but = null) => KindsHaving<T>().Where(kind => but is null || !kind.Type.IsAssignableTo(but)).SelectMany(kind => staged.Over(kind, coop.All(kind), settledToo: true)).Where(Sees).Cast<T>();

    /// <summary>Whether something is for who speaks to know of.</summary>
    internal bool Sees(Document document) => document is not IConcernSome some || (member is not null && some.Concerns(member.Id));

    /// <summary>What the coop remembers with some words in it, as far as who speaks knows of it; what this turn has staged is not among it.</summary>
    internal Findings Search(FoldedTitle words)
    {
        var found = coop.Search(words, Zone);
        return found with { Hits = [.. found.Hits.Where(hit => !hit.Kind.Type.IsAssignableTo(typeof(IConcernSome)) || Sees(coop.Find(hit.Kind, hit.Id)!))] };
    }

    /// <summary>The newest of all kinds that share a trait, settled things included, each kind's last numbers first.</summary>
    internal IEnumerable<T> NewestHaving<T>(int most) => KindsHaving<T>()
        .SelectMany(kind => Enumerable.Range(0, Math.Min(most, staged.LastNumber(kind))).Select(back => staged.Find(kind, staged.LastNumber(kind) - back)))
        .OfType<Document>().Where(Sees).Cast<T>();

    private static IEnumerable<Kind> KindsHaving<T>() =>
        Kind.All.Where(kind => kind.Type.IsAssignableTo(typeof(T))).OrderBy(kind => kind.Name, StringComparer.Ordinal);

    /// <summary>The newest lines of the trace that answer a question of the kernel.</summary>
    internal IReadOnlyList<TraceLine> Trace(Func<TraceQuery, TraceQuery> which, int limit) =>
        store.ReadTrace(which(new TraceQuery(coop.Id, limit)));

    /// <summary>The room that hears what is done in private: where the circle meets that it concerns, else the coop's home.</summary>
    internal Room? NewsRoom => staged.Changed.Select(entry => entry.After).OfType<IFiled>().Select(thing => Circle.RoomFor(thing.Title, this)).FirstOrDefault(each => each is not null) ?? Find<Room>(Settings.Home);

    /// <summary>What a button of this coop leads to; the buttons of others lead nowhere here.</summary>
    internal TokenEntry? TokenEntry(string token) =>
        store.FindToken(token) is { } entry && string.Equals(entry.Coop, coop.Id, StringComparison.Ordinal) ? entry : null;

    /// <summary>Notes who speaks, and as whom; a first message makes a member of them.</summary>
    internal void SpokenBy(Member person, Speaker by)
    {
        member = person;
        speaker = by;
    }

    /// <summary>Notes that this is done for somebody else, unless it is the speaker.</summary>
    internal void DoneFor(Member other) => OnBehalfOf = other.Id == Member.Id ? null : other;

    /// <summary>Whether the turn does nothing but take something back.</summary>
    internal bool OnlyTakesBack => Undoes is not null && Intent?.Command is null or nameof(TakeBack);

    /// <summary>A job of this class and subject that waits for its time.</summary>
    internal Jobs.PendingJob? Pending(Jobs.Job job) =>
        Live<Jobs.PendingJob>().FirstOrDefault(each => each.Name == job.GetType().Name && each.Subject == job.Subject);

    /// <summary>Tells something that need not wait, or has waited.</summary>
    internal void Tell(Told settled) => told.Add(settled);

    internal void RemoveQuietly(Document document) => staged.Put(Kind.Of(document.GetType()), document.Id, null, isQuiet: true);

    /// <summary>Removes something that must not stay readable anywhere: the store leaves no copy of it in its log.</summary>
    internal void RemoveForGood(Document document)
    {
        RemoveQuietly(document);
        LeavesNoLog = true;
    }

    /// <summary>Whether the store leaves nothing of what it removes in its log.</summary>
    internal bool LeavesNoLog { get; private set; }

    /// <summary>Whether the words of this turn are in nobody's trace, such as those on a secret ballot.</summary>
    internal bool KeepsNoWords { get; set; }

    /// <summary>What a draw about something is made with: nobody can tell it before, and everybody can do the draw again with it.</summary>
    /// <param name="subject">What is drawn.</param>
    internal string SeedOf(string subject) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(coop.Secret, Encoding.UTF8.GetBytes("draw:" + subject)).AsSpan(0, 6));

    internal void KeepQuietly(Document document) => staged.Put(Kind.Of(document.GetType()), document.Id, document, isQuiet: true);

    internal void Forget()
    {
        staged.ForgetAllButQuiet();
        facts.Clear();
        told.Clear();
        CardSubject = null;
        OnBehalfOf = null;
        Undoes = null;
        HeardBy = null;
        UndoneAnswer = null;
        TurnsTo = null;
        End = null;
        closed.Clear();
        codes.Clear();
    }

    /// <summary>Who hears the answer, when not whom the command says.</summary>
    internal Commands.Audience? HeardBy { get; set; }

    /// <summary>Puts back what stood before a line of the trace; heard by those who heard it happen.</summary>
    internal void PutBack(TraceLine line)
    {
        HeardBy ??= AudienceOf(line);
        foreach (var change in line.Changes)
        {
            var kind = Kind.Named(change.Kind)!;
            var before = change.Before is null ? null : Json.ReadDocument(kind, change.Id, change.Before.Utf8);
            HeardBy = before is IConcernSome { IsForSome: true } || staged.Find(kind, change.Id) is IConcernSome { IsForSome: true } ? Commands.Audience.Asker : HeardBy;
            staged.Put(kind, change.Id, before);
        }

        Undoes ??= line.Seq;
        UndoneAnswer ??= line.Answer;
    }

    /// <summary>The line of a turn.</summary>
    internal TraceLine? TraceLine(long seq) => Trace(query => query with { Seq = seq }, 1).FirstOrDefault();

    // Who heard the first act hears it taken back, and done again.
    private Commands.Audience? AudienceOf(TraceLine line)
    {
        var first = line;
        while (first.Undoes is { } earlier && TraceLine(earlier) is { } before)
        {
            first = before;
        }

        return Parts.Commands.Find(first.Command)?.Audience;
    }

    /// <summary>Whether somebody is who speaks.</summary>
    internal bool IsSpeaker(Member person) => member?.Id == person.Id;

    /// <summary>Whether somebody can write to the bot, or is only written for by others.</summary>
    internal bool HasAccount(Member person) => IsSpeaker(person) || coop.Accounts.Any(entry => entry.Member == person.Id);

    /// <summary>The member behind an account; null when it is nobody's here.</summary>
    internal Member? MemberBehind(Account account) =>
        coop.Accounts.FirstOrDefault(entry => entry.Account == account) is { } entry ? Find<Member>(entry.Member) : null;

    /// <summary>Whether a document is as a line of the trace left it.</summary>
    internal bool IsAsLeft(Change change)
    {
        var kind = Kind.Named(change.Kind);
        var now = kind is null ? null : staged.Find(kind, change.Id);
        return kind is not null && Equals(now is null ? null : new JsonText(Json.Write(now)), change.After);
    }

    internal Says Draw(string subject) => CardOf(subject).Draw(subject, this);

    internal Pinning PinningOf(string subject) =>
        !CardOf(subject).IsPinned ? Pinning.Left : IsAlive(subject) ? Pinning.Pinned : Pinning.Unpinned;

    internal bool IsAlive(string subject) => CardOf(subject).IsAlive(subject, this);

    private ICard CardOf(string subject) => Parts.Cards.First(card => card.Shows(subject));

    /// <summary>Whether the bot can write to somebody alone.</summary>
    internal bool HasPrivateChat(Member person) => coop.Accounts.Any(entry => entry.Member == person.Id && entry.PrivateChat is not null);

    /// <summary>Whether somebody reads what is put up in a room: they have spoken in that conversation.</summary>
    internal bool Reads(int person, Room room) =>
        Find<Presence>(person) is { } presence && presence.Rooms.Select(Find<Room>).Any(each => each?.Place.Conversation == room.Place.Conversation);

    /// <summary>The members who were surely shown something about a subject: alone, or in a conversation they have spoken in.</summary>
    internal IReadOnlySet<int> ShownTo(string subject)
    {
        var messages = coop.Shown.Where(message => message.Subject == subject).ToList();
        var alone = messages.Select(message => message.OnlyFor).OfType<Account>().ToHashSet();
        var places = messages.Where(message => message.OnlyFor is null).Select(message => message.Place.Conversation).ToHashSet();
        var rooms = Live<Room>().Where(room => places.Contains(room.Place.Conversation)).Select(room => room.Id).ToHashSet();
        return coop.Accounts.Where(entry => alone.Contains(entry.Account) || (entry.PrivateChat is { } chat && places.Contains(chat)))
            .Select(entry => entry.Member)
            .Concat(Live<Presence>().Where(presence => presence.Rooms.Overlaps(rooms)).Select(presence => presence.Id))
            .ToHashSet();
    }

    /// <summary>When the bot was last known to run before it was started; null when it never was.</summary>
    internal NodaTime.Instant? AwaySince => store.LastAlive;

    internal Room? RoomAt(Place place)
    {
        foreach (var known in Live<Room>())
        {
            if (known.Place == place)
            {
                return known;
            }
        }

        return null;
    }

    /// <summary>How to speak in a room.</summary>
    internal Voice VoiceIn(Room? room) => VoiceOf((room is null ? null : Find<Room>(room.Id) ?? room)?.Language ?? Settings.Language);

    /// <summary>How to speak to one person.</summary>
    internal Voice VoiceFor(Member person)
    {
        var now = Find<Member>(person.Id) ?? person;
        return VoiceOf(now.Language ?? Parts.Texts.Spoken(now.Locale)?.Code ?? Settings.Language);
    }

    private Voice VoiceOf(string language) => new(language, Settings.Vous, Zone, Today);

    internal Document? Document(Kind kind, int id) => staged.Find(kind, id);

    /// <summary>The question this member has open here; in private, the newest one wherever it came up.</summary>
    internal Question? OpenQuestion() =>
        Live<Question>().LastOrDefault(question => question.Member == Member.Id && question.Until > Now
            && (Room is null || question.Room == Room.Id));

    /// <summary>Closes a question; its message loses its buttons.</summary>
    internal void Close(Question question)
    {
        Remove(question);
        closed.Add(question);
    }

    private readonly List<Question> closed = [];

    /// <summary>Questions whose messages lose their buttons.</summary>
    internal IReadOnlyList<Question> Closed => closed;

    /// <summary>The message that answered the turn which is taken back: it will read what is true now.</summary>
    internal string? UndoneAnswer { get; private set; }
}
