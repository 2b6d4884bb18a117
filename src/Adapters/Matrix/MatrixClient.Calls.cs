using System.Globalization;
using System.Net.Http.Headers;
using System.Text.Json.Serialization.Metadata;
using Bot.Adapters.Matrix.Api;
using Bot.Core.Chat;

namespace Bot.Adapters.Matrix;

/// <summary>What the bot asks, and nothing else (https://spec.matrix.org/v1.19/client-server-api/).</summary>
internal sealed partial class MatrixClient
{
    private const string Root = "_matrix/client/v3";
    private static readonly MatrixJson Types = MatrixJson.Default;

    /// <summary>Whose the token is.</summary>
    public Task<Answer<WhoAmI>> WhoAmI(CancellationToken stop) => Get($"{Root}/account/whoami", Types.WhoAmI, stop);

    /// <summary>Makes a token.</summary>
    public Task<Answer<LoginAnswer>> Login(LoginRequest request, CancellationToken stop) => Post($"{Root}/login", request, Types.LoginRequest, Types.LoginAnswer, stop);

    /// <summary>Has the server keep what the bot wants to hear of.</summary>
    public Task<Answer<FilterId>> Store(string me, SyncFilter filter, CancellationToken stop) =>
        Post($"{Root}/user/{Escaped(me)}/filter", filter, Types.SyncFilter, Types.FilterId, stop);

    /// <summary>What happened since a position; waits for it as long as the server is asked to.</summary>
    /// <param name="filter">A stored filter.</param>
    /// <param name="since">The position; null for how things stand.</param>
    /// <param name="wait">How long the server may wait, in milliseconds.</param>
    /// <param name="stop">Gives up.</param>
    public Task<Answer<SyncAnswer>> Sync(string filter, string? since, int wait, CancellationToken stop) => Get(
        string.Create(CultureInfo.InvariantCulture, $"{Root}/sync?filter={Escaped(filter)}&timeout={wait}&set_presence=offline{(since is null ? "" : "&since=" + Escaped(since))}"),
        Types.SyncAnswer,
        stop,
        isSlow: since is null);

    /// <summary>What happened in a room between two positions, from the older on.</summary>
    public Task<Answer<Page>> Messages(string room, string from, string to, string filter, CancellationToken stop) =>
        Get($"{Room(room)}/messages?dir=f&limit=100&from={Escaped(from)}&to={Escaped(to)}&filter={Escaped(filter)}", Types.Page, stop);

    /// <summary>One event.</summary>
    public Task<Answer<Event>> Event(string room, string id, CancellationToken stop) => Get($"{Room(room)}/event/{Escaped(id)}", Types.Event, stop);

    /// <summary>What refers to an event, the newest first.</summary>
    public Task<Answer<Page>> References(string room, string id, string kind, CancellationToken stop) =>
        Get($"_matrix/client/v1/rooms/{Escaped(room)}/relations/{Escaped(id)}/{Relation.Reference}/{Escaped(kind)}?dir=b&limit=100", Types.Page, stop);

    /// <summary>Goes into a room, with the help of a server that is in it.</summary>
    public Task<Answer<RoomId>> Join(string room, string via, CancellationToken stop) =>
        Post($"{Root}/join/{Escaped(room)}?via={Escaped(via)}&server_name={Escaped(via)}", new Nothing(), Types.Nothing, Types.RoomId, stop);

    /// <summary>Leaves a room, or declines an invitation.</summary>
    public Task<Answer<Nothing>> Leave(string room, CancellationToken stop) => Post($"{Room(room)}/leave", new Nothing(), Types.Nothing, Types.Nothing, stop);

    /// <summary>Makes a room.</summary>
    public Task<Answer<RoomId>> Create(CreateRoom request, CancellationToken stop) => Post($"{Root}/createRoom", request, Types.CreateRoom, Types.RoomId, stop);

    /// <summary>Puts an event into a room. The same transaction twice, with the same token, puts it there once.</summary>
    public Task<Answer<SentEvent>> Send<T>(string room, string kind, string transaction, T content, JsonTypeInfo<T> type, CancellationToken stop) =>
        Put($"{Room(room)}/send/{Escaped(kind)}/{Escaped(transaction)}", content, type, Types.SentEvent, stop);

    /// <summary>Says what hangs above the conversation.</summary>
    public Task<Answer<SentEvent>> Pin(string room, PinnedContent pinned, CancellationToken stop) =>
        Put($"{Room(room)}/state/{Kinds.Pinned}", pinned, Types.PinnedContent, Types.SentEvent, stop);

    /// <summary>Which of the account's rooms are chats with one person, as every client keeps it (m.direct).</summary>
    public Task<Answer<Dictionary<string, IReadOnlyList<string>>>> Directs(string me, CancellationToken stop) =>
        Get(DirectsOf(me), Types.DictionaryStringIReadOnlyListString, stop);

    /// <summary>Keeps which rooms are chats with one person.</summary>
    public Task<Answer<Nothing>> KeepDirects(string me, Dictionary<string, IReadOnlyList<string>> directs, CancellationToken stop) =>
        Put(DirectsOf(me), directs, Types.DictionaryStringIReadOnlyListString, Types.Nothing, stop);

    /// <summary>Gives the server a file.</summary>
    public Task<Answer<Uploaded>> Upload(Attachment file, CancellationToken stop)
    {
        var content = new ByteArrayContent(file.Content);
        content.Headers.ContentType = MediaTypeHeaderValue.TryParse(file.MediaType, out var type) ? type : null;
        return Send(http, HttpMethod.Post, $"_matrix/media/v3/upload?filename={Escaped(file.Name)}", content, Types.Uploaded, stop);
    }

    // Ids are opaque: those of rooms of version 12 name no server.
    private static string Room(string id) => $"{Root}/rooms/{Escaped(id)}";

    private static string DirectsOf(string me) => $"{Root}/user/{Escaped(me)}/account_data/m.direct";

    private static string Escaped(string part) => Uri.EscapeDataString(part);
}
