using System.Collections.Concurrent;
using System.Text.Json;
using Bot.Adapters.Matrix.Api;
using Bot.Core.Chat;
using NodaTime;

namespace Bot.Adapters.Matrix;

/// <summary>
/// Reads what happened. Only people count: the bot itself, bridges' own accounts, and notices (which is how bots write) are not heard; who writes
/// through an account that speaks for many is nobody in particular.
/// </summary>
/// <param name="rooms">What is known of the rooms.</param>
/// <param name="polls">The bot's polls.</param>
/// <param name="ask">Asks the homeserver, until it has answered.</param>
internal sealed class EventReader(Rooms rooms, Polls polls, Asking ask)
{
    private const char Keycap = '\u20E3';
    private static readonly long Latest = Instant.MaxValue.ToUnixTimeMilliseconds();
    private readonly Keys keys = new(rooms.Me);
    private readonly Recent<Event> seen = new();
    private readonly ConcurrentDictionary<(string Room, string Account), bool> relays = new();

    /// <summary>Who asked the bot into a room, as far as it is remembered.</summary>
    public ConcurrentDictionary<string, string> AskedInBy { get; } = new(StringComparer.Ordinal);

    /// <summary>Who wrote a message lately.</summary>
    public string? AuthorOf(string message) => seen.Find(message)?.Sender;

    /// <summary>The thread a message stands in, as far as it was seen.</summary>
    public string? ThreadOf(string message) => seen.Find(message)?.Read(MatrixJson.Default.Related)?.RelatesTo is { RelType: Relation.Thread } relation ? relation.EventId : null;

    /// <summary>Notes what the bot has put into a thread.</summary>
    public void NoteOwn(string id, string thread)
    {
        var belongs = new Related { RelatesTo = new Relation { RelType = Relation.Thread, EventId = thread } };
        seen.Note(id, new Event(Kinds.Message) { EventId = id, Sender = rooms.Me, Content = JsonSerializer.SerializeToElement(belongs, MatrixJson.Default.Related) });
    }

    /// <summary>What somebody did, or null when it does not concern the bot.</summary>
    public async Task<Incoming?> Read(string id, Event happened, CancellationToken stop)
    {
        var room = rooms.Of(id);
        seen.Note(happened.EventId, happened);
        if (happened.Sender == rooms.Me || room.BridgeBots.Contains(happened.Sender))
        {
            return happened is { Type: Kinds.Member } && happened.StateKey == rooms.Me && !IsRepeated(happened) ? Arrived(room, happened) : null;
        }

        rooms.NoteSpoken(id);
        return happened.Type switch
        {
            Kinds.Message => await Said(room, happened, stop),
            Kinds.Reaction => Reaction(room, happened),
            Kinds.Redaction => Withdrawn(room, happened),
            Kinds.PollResponse or Kinds.PollResponseToCome => await Voted(room, happened, stop),
            Kinds.Encryption when happened.StateKey is not null => Unreadable(room, happened),
            Kinds.Member when happened.StateKey == happened.Sender && rooms.PersonIn(room) == happened.Sender && room.Has(happened.Sender) && !IsRepeated(happened) =>
                Opened(room, happened, happened.Sender),
            _ => null,
        };
    }

    /// <summary>Whether it tells that the bot itself has come into a room just now.</summary>
    public bool IsMyArrival(Event happened) =>
        happened is { Type: Kinds.Member } && happened.StateKey == rooms.Me && happened.Text("membership") == "join" && !IsRepeated(happened);

    // Who takes another name, or another picture, « joins » once more.
    private static bool IsRepeated(Event member) => member.Before?.Membership == "join";

    private static Instant At(long milliseconds) => Instant.FromUnixTimeMilliseconds(Math.Clamp(milliseconds, 0, Latest));

    private Speaker SpeakerOf(KnownRoom room, string person)
    {
        var isAlone = rooms.PersonIn(room) == person;
        return new Speaker(
            new Account(MatrixPlatform.PlatformName, person),
            room.NameOf(person),
            PrivateChat: rooms.ChatWith(person) is { } chat && chat.Has(person) ? rooms.PlaceOf(person) : null,
            SharedGroup: isAlone && rooms.GroupWith(person) is { } group ? rooms.PlaceOf(group.Id) : null)
        {
            IsPerson = !relays.ContainsKey((room.Id, person)),
        };
    }

    private T In<T>(KnownRoom room, T incoming)
        where T : Incoming => incoming with { IsPrivate = rooms.PersonIn(room) is not null, Title = room.Name };

    private Incoming? Arrived(KnownRoom room, Event arrival)
    {
        var by = AskedInBy.TryGetValue(room.Id, out var known) ? known : arrival.Unsigned?.PrevSender ?? room.Creator;
        if (arrival.Text("membership") != "join" || by == rooms.Me)
        {
            return null;
        }

        return room.IsEncrypted ? Unreadable(room, arrival with { Sender = by })
            : rooms.PersonIn(room) is { } person ? Opened(room, arrival, person)
            : In(room, new Added(keys.Event(room.Id, arrival.EventId), rooms.PlaceOf(room.Id), SpeakerOf(room, by), At(arrival.OriginServerTs)));
    }

    private Opened Opened(KnownRoom room, Event arrival, string person) =>
        In(room, new Opened(keys.Event(room.Id, arrival.EventId), rooms.PlaceOf(room), SpeakerOf(room, person), At(arrival.OriginServerTs)));

    // Said where it stands, although it may be a chat that goes on elsewhere.
    private BecameUnreadable Unreadable(KnownRoom room, Event happened) => In(
        room, new BecameUnreadable(keys.BecameUnreadable(room.Id, happened.EventId), rooms.PlaceOf(room.Id), SpeakerOf(room, happened.Sender), At(happened.OriginServerTs)));

    private async Task<Incoming?> Said(KnownRoom room, Event message, CancellationToken stop)
    {
        if (message.Read(MatrixJson.Default.MessageContent) is not { } content || content.Msgtype is not ("m.text" or "m.image" or "m.file" or "m.video" or "m.audio"))
        {
            return null;
        }

        if (content.Profile is not null)
        {
            relays[(room.Id, message.Sender)] = true;
        }

        if (content.RelatesTo is { RelType: Relation.Replace, EventId: { } original })
        {
            return content.NewContent is { } edited ? await Edited(room, message, edited, original, stop) : null;
        }

        var key = keys.Event(room.Id, message.EventId);
        return await Said(room, message, content, key, message.EventId, At(message.OriginServerTs), stop);
    }

    // What somebody wrote, and how it reads now; others' edits of it are none.
    private async Task<Incoming?> Edited(KnownRoom room, Event edit, MessageContent content, string original, CancellationToken stop)
    {
        var first = seen.Find(original) ?? await ask.ForEvent(room.Id, original, stop);
        if (first is null || first.Sender != edit.Sender)
        {
            return null;
        }

        var relation = first.Read(MatrixJson.Default.MessageContent)?.RelatesTo;
        var now = content with { RelatesTo = relation is { RelType: Relation.Replace } ? null : relation };
        seen.Note(original, first with { Content = JsonSerializer.SerializeToElement(now, MatrixJson.Default.MessageContent) });
        var key = keys.Event(room.Id, original);
        return await Said(room, edit, now, keys.Edit(key, edit.EventId), original, At(first.OriginServerTs), stop) is { } said
            ? said with { EditOf = key, EditedAt = At(edit.OriginServerTs) }
            : null;
    }

    private async Task<Said?> Said(KnownRoom room, Event message, MessageContent content, string key, string id, Instant sentAt, CancellationToken stop)
    {
        var words = WordsOf(room, content);
        if (words.Text.Length == 0)
        {
            return null;
        }

        var relation = content.RelatesTo;
        var thread = relation is { RelType: Relation.Thread } ? relation.EventId : null;
        var replyTo = thread is not null && relation!.IsFallingBack == true ? null : relation?.InReplyTo?.EventId;
        return In(room, new Said(key, rooms.PlaceOf(room) with { Thread = thread }, SpeakerOf(room, message.Sender), sentAt, id, words.Text)
        {
            Addressed = words.NamesMe,
            ReplyTo = replyTo,
            Quotes = replyTo is null ? null : await Quoted(room, replyTo, isMeant: words.NamesMe || words.Text[0] is '!' or '/', stop),
            File = FileOf(room, id, content),
        });
    }

    // The name of a file is no caption of it.
    private Words WordsOf(KnownRoom room, MessageContent content) => new(
        content.Msgtype == "m.text" || (content.Filename is not null && content.Filename != content.Body) ? content : content with { Body = "" }, rooms.Me, room.NameOf(rooms.Me));

    // What people wrote to each other is asked for only when somebody speaks to the bot of it.
    private async Task<Quoted?> Quoted(KnownRoom room, string id, bool isMeant, CancellationToken stop)
    {
        if ((seen.Find(id) ?? (isMeant ? await ask.ForEvent(room.Id, id, stop) : null)) is not { Type: Kinds.Message } quoted
            || quoted.Sender == rooms.Me || quoted.Read(MatrixJson.Default.MessageContent) is not { } content)
        {
            return null;
        }

        seen.Note(id, quoted);
        var (text, file) = (WordsOf(room, content).Text, FileOf(room, id, content));
        return text.Length == 0 && file is null ? null : new Quoted(SpeakerOf(room, quoted.Sender), text, file);
    }

    // It stays on the homeserver: what is kept is its name, and the way to the message.
    private static SharedFile? FileOf(KnownRoom room, string id, MessageContent content) => content.Msgtype is "m.text" or "m.notice" or null ? null : new(
        content.Filename ?? content.Body ?? "", $"https://matrix.to/#/{Uri.EscapeDataString(room.Id)}/{Uri.EscapeDataString(id)}");

    // People react with everything; only keycaps choose something.
    private Reacted? Reaction(KnownRoom room, Event reaction) =>
        reaction.Read(MatrixJson.Default.Related)?.RelatesTo is { EventId: { } message, Key: { } key } && key.Contains(Keycap, StringComparison.Ordinal)
            ? In(room, new Reacted(keys.Tap(room.Id, reaction.EventId), PlaceOfTap(room, message), SpeakerOf(room, reaction.Sender), At(reaction.OriginServerTs), message, key))
            : null;

    private Withdrew? Withdrawn(KnownRoom room, Event redaction) =>
        (redaction.Redacts ?? redaction.Text("redacts")) is { } gone ? Withdrawal(room, redaction, gone) : null;

    private Withdrew Withdrawal(KnownRoom room, Event happened, string tap) => In(
        room, new Withdrew(keys.Withdrawal(room.Id, happened.EventId), rooms.PlaceOf(room), SpeakerOf(room, happened.Sender), At(happened.OriginServerTs), keys.Tap(room.Id, tap)));

    private async Task<Incoming?> Voted(KnownRoom room, Event response, CancellationToken stop)
    {
        if (response.Read(MatrixJson.Default.VoteContent) is not { RelatesTo.EventId: { } poll } content
            || await ask.For(() => polls.MessageOf(room.Id, poll, stop), stop) is not { } message)
        {
            return null;
        }

        if (content.Chosen is { } token)
        {
            return In(room, new Pressed(
                keys.Tap(room.Id, response.EventId), PlaceOfTap(room, message), SpeakerOf(room, response.Sender), At(response.OriginServerTs), message, token));
        }

        return await ask.For(() => polls.VotesBefore(room.Id, poll, response, stop), stop) is [var last, .. var before]
            ? Withdrawal(room, response, last) with { AndBefore = [.. before.Select(vote => keys.Tap(room.Id, vote))] }
            : null;
    }

    private Place PlaceOfTap(KnownRoom room, string message) => rooms.PlaceOf(room) with { Thread = ThreadOf(message) };
}
