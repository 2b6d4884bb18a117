using Bot.Adapters.Matrix.Api;

namespace Bot.Adapters.Matrix;

/// <summary>Opens chats with one person. They are not encrypted, since the bot could not read them.</summary>
/// <param name="client">Asks the homeserver.</param>
/// <param name="rooms">What is known of the rooms.</param>
internal sealed class DirectChats(MatrixClient client, Rooms rooms) : IDisposable
{
    private readonly SemaphoreSlim one = new(1, 1);

    /// <summary>The chat with somebody; when there is none, one is begun and they are asked into it.</summary>
    public async Task<Answer<string>> Open(string person, CancellationToken stop)
    {
        await one.WaitAsync(stop);
        try
        {
            if (rooms.ChatWith(person) is { } chat)
            {
                return new(chat.Id, null);
            }

            var (room, failure) = await client.Create(new CreateRoom(IsDirect: true, "trusted_private_chat", [person]), stop);
            if (room is null)
            {
                return new(null, failure);
            }

            rooms.LearnMade(room.Id, person);
            await Keep(room.Id, person, stop);
            return new(room.Id, null);
        }
        finally
        {
            one.Release();
        }
    }

    /// <summary>Keeps, where every client of the account looks for it, that a room is a chat with somebody.</summary>
    public Task<Answer<Nothing>> Keep(string room, string person, CancellationToken stop)
    {
        rooms.BeginDirect(room, person);
        return client.KeepDirects(rooms.Me, rooms.Directs, stop);
    }

    public void Dispose() => one.Dispose();
}
