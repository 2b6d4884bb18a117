using System.Collections.Concurrent;
using Bot.Adapters.Matrix.Api;
using Bot.Core.Chat;

namespace Bot.Adapters.Matrix;

/// <summary>
/// The rooms of the bot's account, from memory, since they are asked for each thing to be said. A private chat is known by its person, and not
/// by its room: the room may be left, grow, or become encrypted, and what is for one person alone must never be said there then.
/// </summary>
/// <param name="me">The bot's id.</param>
internal sealed class Rooms(string me)
{
    private readonly ConcurrentDictionary<string, KnownRoom> known = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, string> directs = new(StringComparer.Ordinal);

    private readonly ConcurrentDictionary<string, long> spoken = new(StringComparer.Ordinal);
    private long words;

    /// <summary>The bot's id.</summary>
    public string Me => me;

    /// <summary>All the bot is in.</summary>
    public IEnumerable<KnownRoom> All => known.Values.Where(room => room.Has(me));

    /// <summary>The rooms that were begun as chats with one person, as every client keeps them: by person.</summary>
    public Dictionary<string, IReadOnlyList<string>> Directs =>
        directs.GroupBy(each => each.Value, StringComparer.Ordinal).ToDictionary(each => each.Key, each => (IReadOnlyList<string>)[.. each.Select(pair => pair.Key).Order(StringComparer.Ordinal)], StringComparer.Ordinal);

    /// <summary>What is known of a room.</summary>
    public KnownRoom Of(string id) => known.GetValueOrDefault(id) ?? new KnownRoom(id);

    /// <summary>Something has happened in a room.</summary>
    public void Learn(string id, IEnumerable<Event> events) => known[id] = events.Aggregate(Of(id), static (room, happened) => room.After(happened));

    /// <summary>The bot has made a room; the server will tell more.</summary>
    public void LearnMade(string id, string person) => known[id] = Of(id) with
    {
        Members = Of(id).Members.SetItem(me, new Occupant(IsThere: true, null)).SetItem(person, new Occupant(IsThere: false, null)),
    };

    /// <summary>The bot is not in a room any more.</summary>
    public void Leave(string id)
    {
        if (known.TryGetValue(id, out var room))
        {
            known[id] = room with { Members = room.Members.Remove(me) };
        }
    }

    /// <summary>A room was begun as a chat with one person.</summary>
    public void BeginDirect(string id, string person) => directs[id] = person;

    /// <summary>Whether a room was begun as a chat with one person; it may not be one any more.</summary>
    public bool WasDirect(string id) => directs.ContainsKey(id) || Of(id).IsBridgedDirect;

    /// <summary>Who is alone with the bot in a room; null in all others.</summary>
    public string? PersonIn(KnownRoom room) => room.Has(me) && WasDirect(room.Id) && room.PeopleBut(me).Take(2).ToList() is [var person] ? person : null;

    /// <summary>Somebody has done something in a room.</summary>
    public void NoteSpoken(string id) => spoken[id] = Interlocked.Increment(ref words);

    /// <summary>The chat with somebody in which both can read; where they last spoke, if there are several, and rather one where they have arrived.</summary>
    public KnownRoom? ChatWith(string person) => known.Values
        .Where(room => !room.IsEncrypted && room.Replacement is null && room.Members.ContainsKey(person) && PersonIn(room) == person)
        .OrderByDescending(room => room.Has(person)).ThenByDescending(room => spoken.GetValueOrDefault(room.Id)).ThenBy(room => room.Id, StringComparer.Ordinal).FirstOrDefault();

    /// <summary>Whether somebody has left the chat they had with the bot, and would not like to be asked back.</summary>
    public bool HasLeft(string person) => directs.Any(each => each.Value == person && Of(each.Key).Left.Contains(person));

    /// <summary>A group somebody is in together with the bot.</summary>
    public KnownRoom? GroupWith(string person) =>
        known.Values.Where(room => room.Has(me) && room.Has(person) && room.Replacement is null && !WasDirect(room.Id)).MinBy(room => room.Id, StringComparer.Ordinal);

    /// <summary>A place by the id of its room, or of its person.</summary>
    public Place PlaceOf(string id) => new(MatrixPlatform.PlatformName, me, id);

    /// <summary>The place that a room is: the chat with its person, if it has only one.</summary>
    public Place PlaceOf(KnownRoom room) => PlaceOf(PersonIn(room) ?? room.Id);

    /// <summary>Whether a place is a private chat.</summary>
    public static bool IsPerson(Place place) => place.Id.StartsWith('@');
}
