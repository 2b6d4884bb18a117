using System.Text.Json;
using Bot.Adapters.Matrix.Api;
using Bot.Core.Chat;

namespace Bot.Adapters.Matrix;

/// <summary>Asking for what happened.</summary>
public sealed partial class MatrixPlatform
{
    // How long the server keeps a question open, in milliseconds.
    private const int LongWait = 30_000;
    private const int MostAtOnce = 100;
    private const int MostPages = 100;

    private static readonly string OfRooms = JsonSerializer.Serialize(new FilterOfEvents { Types = Kinds.All }, MatrixJson.Default.FilterOfEvents);

    /// <summary>How things stand, without what was said: each start begins with it, so that nothing about rooms has to be kept.</summary>
    private async Task<Presence> Look(string me, CancellationToken stop)
    {
        var rooms = new Rooms(me);
        foreach (var (person, ids) in await asking.For(() => client.Directs(me, stop), stop) ?? [])
        {
            ids.ToList().ForEach(id => rooms.BeginDirect(id, person));
        }

        var state = new FilterOfEvents { Types = Kinds.OfState };
        var looks = await Stored(me, new SyncFilter(new FilterOfRooms(state, FilterOfEvents.None)), stop);
        var hears = await Stored(me, new SyncFilter(new FilterOfRooms(state, new FilterOfEvents { Types = Kinds.All, Limit = MostAtOnce })), stop);
        var answers = await Standing(rooms, looks, stop);
        var polls = new Polls(client, me);
        var reader = new EventReader(rooms, polls, asking);
        var chats = new DirectChats(client, rooms);
        var invitations = new Invitations(client, rooms, chats, reader, settings, asking, time, log);
        answers.ForEach(answer => AnswerAll(invitations, rooms, answer, stop));
        return new Presence(rooms, hears, reader, new Sender(client, rooms, chats, polls, reader, settings.BetweenCardEdits, time), chats, invitations) { Position = answers[^1].NextBatch };
    }

    // Servers keep such answers for minutes (Synapse, two), but never one that tells of nothing new: it is asked until there is one.
    private async Task<List<SyncAnswer>> Standing(Rooms rooms, string looks, CancellationToken stop)
    {
        List<SyncAnswer> answers = [];
        for (string? since = null; answers.Count < 2 || answers[^2].NextBatch != since;)
        {
            var position = since;
            var answer = await asking.For(() => client.Sync(looks, position, wait: 0, stop), stop) ?? throw Refused();
            LearnAll(rooms, answer);
            answers.Add(answer);
            since = answer.NextBatch;
        }

        return answers;
    }

    private async Task<string> Stored(string me, SyncFilter filter, CancellationToken stop) => (await asking.For(() => client.Store(me, filter, stop), stop))?.Id ?? throw Refused();

    private PlatformRefusedException Refused() => new($"The homeserver at {settings.Homeserver} does not let the bot read.");

    // On its very first day the bot hears nothing of what was said before. Later it goes on where it stopped: no further than all it heard is dealt with.
    private async Task Hear(Presence now, IListener listener, CancellationToken stop)
    {
        var since = listener.Cursor;
        if (since is null)
        {
            await listener.Advance(since = now.Position);
        }

        for (var wait = 0; !stop.IsCancellationRequested; wait = LongWait)
        {
            var position = since;
            if (await asking.For(() => client.Sync(now.Filter, position, wait, stop), stop) is not { } news)
            {
                // The server does not know the position any more: what happened meanwhile is out of reach.
                since = since == now.Position ? throw Refused() : now.Position;
                LogTooMuch();
                continue;
            }

            await Take(now, news, since, listener, stop);
            if (news.NextBatch != since)
            {
                await listener.Advance(since = news.NextBatch);
            }

            if (wait == 0)
            {
                listener.CaughtUp();
            }
        }
    }

    // What rooms are now is known before what happened in any of them is read.
    private async Task Take(Presence now, SyncAnswer news, string since, IListener listener, CancellationToken stop)
    {
        LearnAll(now.Rooms, news);
        AnswerAll(now.Invitations, now.Rooms, news, stop);
        var happened = new List<(long At, string Room, Event Event)>();
        foreach (var (id, room) in news.Rooms?.Join ?? new Dictionary<string, JoinedRoom>())
        {
            // In the order of its room, each when the newest before it was.
            var at = 0L;
            foreach (var each in await Happened(now, id, room, since, stop))
            {
                happened.Add((at = Math.Max(at, each.OriginServerTs), id, each));
            }
        }

        var heard = new List<Task>();
        foreach (var (_, room, each) in happened.OrderBy(each => each.At))
        {
            heard.Add(await Hand(now, room, each, listener, stop));
        }

        await Task.WhenAll(heard);
    }

    private async Task<Task> Hand(Presence now, string id, Event happened, IListener listener, CancellationToken stop)
    {
        var room = now.Rooms.Of(id);
        if (now.Reader.IsMyArrival(happened) && room.Predecessor is { } former && now.Rooms.Of(former).Replacement == id && !now.Rooms.WasDirect(former))
        {
            return listener.Moved(new Keys(now.Rooms.Me).Move(former), now.Rooms.PlaceOf(former), now.Rooms.PlaceOf(id));
        }

        if (await now.Reader.Read(id, happened, stop) is not { } incoming)
        {
            return Task.CompletedTask;
        }

        // Alone with somebody the bot can mend it: it asks them into a chat it can read.
        return incoming is BecameUnreadable && now.Rooms.PersonIn(room) is { } person
            ? Task.WhenAll(listener.Hear(incoming), now.Chats.Open(person, stop))
            : listener.Hear(incoming);
    }

    // What the server left out comes first; what was said before the bot came in is nothing to it.
    private async Task<IReadOnlyList<Event>> Happened(Presence now, string id, JoinedRoom room, string since, CancellationToken stop)
    {
        List<Event> events = [.. Events(room.Timeline?.Events)];
        if (room.Timeline is { Limited: true, PrevBatch: { } until } && !events.Exists(now.Reader.IsMyArrival))
        {
            var missing = await Missing(id, since, until, stop);
            events = [.. missing.Concat(events).DistinctBy(each => each.EventId)];
        }

        var arrival = events.FindLastIndex(now.Reader.IsMyArrival);
        return arrival < 0 ? events : events[arrival..];
    }

    private async Task<List<Event>> Missing(string room, string since, string until, CancellationToken stop)
    {
        var missing = new List<Event>();
        var from = since;
        for (var page = 0; page < MostPages; page++)
        {
            var start = from;
            var found = await asking.For(() => client.Messages(room, start, until, OfRooms, stop), stop);
            missing.AddRange(Events(found?.Chunk));
            if (found?.End is not { } end || end == from || found.Chunk is not { Count: > 0 })
            {
                return missing;
            }

            from = end;
        }

        LogTooMuch();
        return missing;
    }

    private static void LearnAll(Rooms rooms, SyncAnswer news)
    {
        foreach (var (id, room) in news.Rooms?.Join ?? new Dictionary<string, JoinedRoom>())
        {
            rooms.Learn(id, Events(room.State?.Events).Concat(Events(room.Timeline?.Events)));
        }

        foreach (var id in news.Rooms?.Leave?.Keys ?? [])
        {
            rooms.Leave(id);
        }
    }

    // Beside everything else: another server may take its time.
    private void AnswerAll(Invitations invitations, Rooms rooms, SyncAnswer news, CancellationToken stop)
    {
        foreach (var (id, room) in news.Rooms?.Invite ?? new Dictionary<string, InvitedRoom>())
        {
            _ = Beside(invitations.Answer(id, [.. Events(room.InviteState?.Events)], stop));
        }

        foreach (var id in news.Rooms?.Join?.Keys ?? [])
        {
            _ = Beside(invitations.Follow(rooms.Of(id), stop));
        }
    }

    private async Task Beside(Task task)
    {
        try
        {
            await task;
        }
        catch (OperationCanceledException)
        {
            // The bot is stopped; with the next start it is tried again.
        }
    }

    private static IEnumerable<Event> Events(IReadOnlyList<JsonElement>? events) => (events ?? []).Select(Event.Parse).OfType<Event>();
}
