using System.Collections.Concurrent;
using Bot.Adapters.Matrix.Api;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace Bot.Adapters.Matrix;

/// <summary>
/// Goes into rooms the bot is asked into, if who asks may, and leaves the others alone; follows rooms that go on elsewhere. Whoever asks, and the
/// room, may be on servers that are slow to hear of each other: it is tried for a while, beside everything else.
/// </summary>
/// <param name="client">Asks the homeserver.</param>
/// <param name="rooms">What is known of the rooms.</param>
/// <param name="chats">Remembers private chats.</param>
/// <param name="reader">Told who asked.</param>
/// <param name="settings">Who may ask.</param>
/// <param name="asking">Waits.</param>
/// <param name="time">The clock that was handed in.</param>
/// <param name="log">For the operator.</param>
internal sealed partial class Invitations(
    MatrixClient client, Rooms rooms, DirectChats chats, EventReader reader, MatrixSettings settings, Asking asking, TimeProvider time, ILogger log)
{
    private static readonly Duration[] Pauses = [.. new[] { 1, 2, 5, 15, 30, 60, 120, 300, 600 }.Select(seconds => Duration.FromSeconds(seconds))];
    private readonly ILogger log = log;
    private readonly ConcurrentDictionary<string, bool> following = new(StringComparer.Ordinal);

    /// <summary>Answers an invitation.</summary>
    /// <param name="id">The room.</param>
    /// <param name="state">What is told of it to who is asked in.</param>
    /// <param name="stop">Gives up.</param>
    public async Task Answer(string id, IEnumerable<Event> state, CancellationToken stop)
    {
        if (state.LastOrDefault(each => each.Type == Kinds.Member && each.StateKey == rooms.Me) is not { } invitation)
        {
            return;
        }

        var follows = rooms.All.Any(room => room.Replacement == id);
        if (!follows && !settings.Allows(invitation.Sender))
        {
            LogDeclined(invitation.Sender);
            await client.Leave(id, stop);
            return;
        }

        reader.AskedInBy[id] = invitation.Sender;
        if (invitation.Read(MatrixJson.Default.MemberContent)?.IsDirect == true)
        {
            await asking.For(() => chats.Keep(id, invitation.Sender, stop), stop);
        }

        await KeepTrying(id, invitation.Sender, stop);
    }

    /// <summary>Goes on where a room has ended.</summary>
    public async Task Follow(KnownRoom ended, CancellationToken stop)
    {
        if (ended.Replacement is { } next && !rooms.Of(next).Has(rooms.Me) && following.TryAdd(next, true))
        {
            await KeepTrying(next, ended.EndedBy, stop);
            following.TryRemove(next, out _);
        }
    }

    private async Task KeepTrying(string id, string through, CancellationToken stop)
    {
        foreach (var pause in Pauses)
        {
            var (joined, failure) = await client.Join(id, Users.ServerOf(through), stop);
            if (joined is not null || rooms.Of(id).Has(rooms.Me))
            {
                return;
            }

            LogNotYet(failure?.Description ?? "");
            var now = Instant.FromDateTimeOffset(time.GetUtcNow());
            await asking.Wait(now + (failure?.RetryAfter is { } asked ? Duration.Max(asked, pause) : pause), stop);
        }

        // It would come again with every start.
        LogGivenUp();
        await client.Leave(id, stop);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "{Person} asked the bot into a room, and is not among those who may (Matrix:AllowInvitesFrom): declined.")]
    private partial void LogDeclined(string person);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The bot cannot go into a room yet: {Why} It is tried again.")]
    private partial void LogNotYet(string why);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The bot could not go into a room, and gives it up. Ask it in again.")]
    private partial void LogGivenUp();
}
