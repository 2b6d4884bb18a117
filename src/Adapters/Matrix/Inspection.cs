using System.Text.Json;
using Bot.Adapters.Matrix.Api;
using Bot.Core.Chat;

namespace Bot.Adapters.Matrix;

/// <summary>Asks the homeserver how the bot stands, without changing anything.</summary>
public static class Inspection
{
    private static readonly string OfState = JsonSerializer.Serialize(
        new SyncFilter(new FilterOfRooms(new FilterOfEvents { Types = Kinds.OfState }, FilterOfEvents.None)), MatrixJson.Default.SyncFilter);

    /// <summary>Looks at the token, at who may ask the bot in, and at the known groups.</summary>
    /// <param name="settings">How Matrix is reached.</param>
    /// <param name="groups">The conversations the bot knows.</param>
    /// <param name="stop">Gives up.</param>
    public static async Task<IReadOnlyList<Finding>> Inspect(MatrixSettings settings, IReadOnlyList<Place> groups, CancellationToken stop)
    {
        using var client = new MatrixClient(settings.Homeserver, settings.Token);
        var (me, failure) = await client.WhoAmI(stop);
        if (me is null)
        {
            return [new(
                failure is { IsTokenRefused: true } ? MatrixPlatform.UnknownToken
                : failure is { Reach: Reach.Answered } ? $"The homeserver at {settings.Homeserver} answers: {failure.Description}"
                : $"There is no homeserver at {settings.Homeserver}: {failure?.Description} Look at the network, and at Matrix:Homeserver.",
                IsTrouble: true)];
        }

        var rooms = new Rooms(me.UserId);
        await Learn(await Learn(since: null));
        return
        [
            new($"The homeserver knows the bot as {me.UserId}."),
            new($"It goes into a room when one of these asks it: {string.Join(", ", settings.AllowInvitesFrom)}."),
            .. groups.Where(group => group.Bot == me.UserId && !Rooms.IsPerson(group)).Select(group => OfGroup(rooms.Of(group.Id), me.UserId)),
        ];

        // What servers answer to the first question may be some minutes old.
        async Task<string?> Learn(string? since)
        {
            var (standing, _) = await client.Sync(OfState, since, wait: 0, stop);
            foreach (var (id, room) in standing?.Rooms?.Join ?? new Dictionary<string, JoinedRoom>())
            {
                rooms.Learn(id, (room.State?.Events ?? []).Select(Event.Parse).OfType<Event>());
            }

            return standing?.NextBatch;
        }
    }

    private static Finding OfGroup(KnownRoom room, string me)
    {
        var name = room.Name is { } title ? $"« {title} »" : $"the room {room.Id}";
        return !room.Has(me) ? new($"The bot is not in {name} any more. Ask it in again, or leave it so.")
            : room.IsEncrypted ? new($"{Capital(name)} is encrypted: the bot hears nothing there. Make a room without encryption, and ask it in.", IsTrouble: true)
            : room.IsBridged && room.MaySay(me, Kinds.Message) ? new($"{Capital(name)} is shown on another network: everything works there with text alone.")
            : !room.MaySay(me, Kinds.Message) ? new($"In {name} the bot hears, but has no right to write. Give it the level {room.Levels!.ToSay(Kinds.Message)} there.", IsTrouble: true)
            : new($"In {name} the bot hears what is addressed to it, and answers.{(room.MaySet(me, Kinds.Pinned) ? "" : $" With the level {room.Levels!.ToSet(Kinds.Pinned)} it would also pin the board and open decisions.")}");
    }

    private static string Capital(string name) => char.ToUpperInvariant(name[0]) + name[1..];
}
