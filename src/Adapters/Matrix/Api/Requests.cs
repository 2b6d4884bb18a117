using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bot.Adapters.Matrix.Api;

// What the bot asks of the homeserver, and what it answers, as far as the bot uses it.

internal sealed record Nothing;

internal sealed record ErrorBody(string Errcode)
{
    public string? Error { get; init; }

    /// <summary>In milliseconds; newer servers say it in a header.</summary>
    public long? RetryAfterMs { get; init; }
}

internal sealed record WhoAmI(string UserId);

internal sealed record LoginRequest(string Type, LoginIdentifier Identifier, string Password, string DeviceId, string InitialDeviceDisplayName);

internal sealed record LoginIdentifier(string Type, string User);

internal sealed record LoginAnswer(string UserId, string AccessToken);

internal sealed record SyncFilter(FilterOfRooms Room)
{
    public FilterOfEvents Presence { get; init; } = FilterOfEvents.None;

    public FilterOfEvents AccountData { get; init; } = FilterOfEvents.None;
}

internal sealed record FilterOfRooms(FilterOfEvents State, FilterOfEvents Timeline)
{
    public FilterOfEvents Ephemeral { get; init; } = FilterOfEvents.None;

    public FilterOfEvents AccountData { get; init; } = FilterOfEvents.None;
}

internal sealed record FilterOfEvents
{
    public static readonly FilterOfEvents None = new() { NotTypes = ["*"] };

    public IReadOnlyList<string>? Types { get; init; }

    public IReadOnlyList<string>? NotTypes { get; init; }

    public int? Limit { get; init; }
}

internal sealed record FilterId([property: JsonPropertyName("filter_id")] string Id);

internal sealed record SyncAnswer(string NextBatch)
{
    public SyncedRooms? Rooms { get; init; }
}

internal sealed record SyncedRooms
{
    public IReadOnlyDictionary<string, JoinedRoom>? Join { get; init; }

    public IReadOnlyDictionary<string, InvitedRoom>? Invite { get; init; }

    public IReadOnlyDictionary<string, JsonElement>? Leave { get; init; }
}

internal sealed record JoinedRoom
{
    public EventList? State { get; init; }

    public Timeline? Timeline { get; init; }
}

internal sealed record InvitedRoom
{
    public EventList? InviteState { get; init; }
}

internal sealed record EventList
{
    public IReadOnlyList<JsonElement>? Events { get; init; }
}

/// <summary>What happened in a room since the last time; when it is limited, what came before that is missing.</summary>
internal sealed record Timeline
{
    public IReadOnlyList<JsonElement>? Events { get; init; }

    public bool Limited { get; init; }

    public string? PrevBatch { get; init; }
}

/// <summary>A page of a room's past, or of what belongs to an event.</summary>
internal sealed record Page
{
    public IReadOnlyList<JsonElement>? Chunk { get; init; }

    public string? End { get; init; }
}

internal sealed record SentEvent(string EventId);

internal sealed record CreateRoom(bool IsDirect, string Preset, IReadOnlyList<string> Invite);

internal sealed record RoomId([property: JsonPropertyName("room_id")] string Id);

internal sealed record Uploaded(string ContentUri);

/// <summary>How requests and answers become JSON.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(Nothing))]
[JsonSerializable(typeof(ErrorBody))]
[JsonSerializable(typeof(WhoAmI))]
[JsonSerializable(typeof(LoginRequest))]
[JsonSerializable(typeof(LoginAnswer))]
[JsonSerializable(typeof(SyncFilter))]
[JsonSerializable(typeof(FilterOfEvents))]
[JsonSerializable(typeof(FilterId))]
[JsonSerializable(typeof(SyncAnswer))]
[JsonSerializable(typeof(Page))]
[JsonSerializable(typeof(Event))]
[JsonSerializable(typeof(SentEvent))]
[JsonSerializable(typeof(CreateRoom))]
[JsonSerializable(typeof(RoomId))]
[JsonSerializable(typeof(Uploaded))]
[JsonSerializable(typeof(MessageContent))]
[JsonSerializable(typeof(Related))]
[JsonSerializable(typeof(MemberContent))]
[JsonSerializable(typeof(CreateContent))]
[JsonSerializable(typeof(LevelsContent))]
[JsonSerializable(typeof(PinnedContent))]
[JsonSerializable(typeof(BridgeContent))]
[JsonSerializable(typeof(FeaturesContent))]
[JsonSerializable(typeof(PollContent))]
[JsonSerializable(typeof(VoteContent))]
[JsonSerializable(typeof(PollEndContent))]
[JsonSerializable(typeof(Dictionary<string, IReadOnlyList<string>>))]
internal sealed partial class MatrixJson : JsonSerializerContext;
