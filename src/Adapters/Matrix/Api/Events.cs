using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Bot.Adapters.Matrix.Api;

// What happens in rooms, as far as the bot reads and writes it (https://spec.matrix.org/v1.19/client-server-api/). Anybody can put
// anything into an event, so that what stands in one is read apart from the rest, and left out when it is not as it should be.

/// <summary>Something that happened in a room, or a part of its state.</summary>
internal sealed record Event(string Type)
{
    public string EventId { get; init; } = "";

    public string Sender { get; init; } = "";

    public string? StateKey { get; init; }

    public long OriginServerTs { get; init; }

    public JsonElement Content { get; init; }

    public Unsigned? Unsigned { get; init; }

    /// <summary>What a redaction takes away, in rooms up to version 10; later it stands in the content.</summary>
    public string? Redacts { get; init; }

    /// <summary>Reads one; null when it is none.</summary>
    public static Event? Parse(JsonElement json) => Read(json, MatrixJson.Default.Event);

    /// <summary>Reads what stands in it; null when it is not as it should be.</summary>
    public T? Read<T>(JsonTypeInfo<T> type)
        where T : class => Read(Content, type);

    /// <summary>A text in its content, when there is one.</summary>
    public string? Text(string name) =>
        Content.ValueKind == JsonValueKind.Object && Content.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    /// <summary>What somebody was in the room before, where that is what has changed.</summary>
    public MemberContent? Before => Unsigned is null ? null : Read(Unsigned.PrevContent, MatrixJson.Default.MemberContent);

    private static T? Read<T>(JsonElement json, JsonTypeInfo<T> type)
        where T : class
    {
        try
        {
            return json.ValueKind == JsonValueKind.Object ? json.Deserialize(type) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

/// <summary>What the server adds.</summary>
internal sealed record Unsigned
{
    public JsonElement PrevContent { get; init; }

    public string? PrevSender { get; init; }
}

/// <summary>The kinds of events the bot reads.</summary>
internal static class Kinds
{
    public const string Message = "m.room.message";
    public const string Reaction = "m.reaction";
    public const string Redaction = "m.room.redaction";
    public const string Member = "m.room.member";
    public const string Create = "m.room.create";
    public const string Name = "m.room.name";
    public const string Levels = "m.room.power_levels";
    public const string Tombstone = "m.room.tombstone";
    public const string Encryption = "m.room.encryption";
    public const string Pinned = "m.room.pinned_events";
    public const string Bridge = "m.bridge";
    public const string OlderBridge = "uk.half-shot.bridge";
    public const string Features = "com.beeper.room_features";

    // Polls are in no version of the specification yet; clients know these names (MSC3381). The others are kept for when they are.
    public const string PollStart = "org.matrix.msc3381.poll.start";
    public const string PollResponse = "org.matrix.msc3381.poll.response";
    public const string PollEnd = "org.matrix.msc3381.poll.end";
    public const string PollResponseToCome = "m.poll.response";

    /// <summary>What a room is, rather than what happens in it.</summary>
    public static readonly IReadOnlyList<string> OfState = [Member, Create, Name, Levels, Tombstone, Encryption, Pinned, Bridge, OlderBridge, Features];

    /// <summary>All of them.</summary>
    public static readonly IReadOnlyList<string> All = [Message, Reaction, Redaction, PollResponse, PollResponseToCome, .. OfState];
}

/// <summary>A message.</summary>
internal sealed record MessageContent
{
    public string? Msgtype { get; init; }

    public string? Body { get; init; }

    public string? Format { get; init; }

    public string? FormattedBody { get; init; }

    public string? Filename { get; init; }

    public string? Url { get; init; }

    public MediaInfo? Info { get; init; }

    [JsonPropertyName("m.mentions")]
    public Mentions? Mentions { get; init; }

    [JsonPropertyName("m.relates_to")]
    public Relation? RelatesTo { get; init; }

    [JsonPropertyName("m.new_content")]
    public MessageContent? NewContent { get; init; }

    /// <summary>Set where one account writes for many, each under a name of their own (MSC4144).</summary>
    [JsonPropertyName("com.beeper.per_message_profile")]
    public JsonElement? Profile { get; init; }
}

internal sealed record MediaInfo
{
    public string? Mimetype { get; init; }

    public long? Size { get; init; }
}

/// <summary>Who is named: without it clients look for names in the words.</summary>
internal sealed record Mentions
{
    public IReadOnlyList<string>? UserIds { get; init; }
}

/// <summary>How an event belongs to another one.</summary>
internal sealed record Relation
{
    public const string Thread = "m.thread";
    public const string Replace = "m.replace";
    public const string Reference = "m.reference";

    public string? RelType { get; init; }

    public string? EventId { get; init; }

    public string? Key { get; init; }

    public bool? IsFallingBack { get; init; }

    [JsonPropertyName("m.in_reply_to")]
    public InReplyTo? InReplyTo { get; init; }
}

internal sealed record InReplyTo(string EventId);

/// <summary>What belongs to another event and says nothing more: a reaction.</summary>
internal sealed record Related
{
    [JsonPropertyName("m.relates_to")]
    public Relation? RelatesTo { get; init; }
}

internal sealed record MemberContent
{
    public string? Membership { get; init; }

    public string? Displayname { get; init; }

    public bool? IsDirect { get; init; }
}

internal sealed record CreateContent
{
    public string? RoomVersion { get; init; }

    public IReadOnlyList<string>? AdditionalCreators { get; init; }

    public Predecessor? Predecessor { get; init; }
}

internal sealed record Predecessor
{
    public string? RoomId { get; init; }
}

/// <summary>Who may do what in a room (m.room.power_levels), with what holds where it says nothing.</summary>
internal sealed record LevelsContent
{
    public IReadOnlyDictionary<string, long>? Users { get; init; }

    public long UsersDefault { get; init; }

    public IReadOnlyDictionary<string, long>? Events { get; init; }

    public long EventsDefault { get; init; }

    public long StateDefault { get; init; } = 50;

    /// <summary>How far somebody may go.</summary>
    public long Of(string person) => Users?.GetValueOrDefault(person, UsersDefault) ?? UsersDefault;

    /// <summary>How far one must be allowed to go to say something of a kind.</summary>
    public long ToSay(string kind) => Events?.GetValueOrDefault(kind, EventsDefault) ?? EventsDefault;

    /// <summary>How far one must be allowed to go to change a part of what the room is.</summary>
    public long ToSet(string kind) => Events?.GetValueOrDefault(kind, StateDefault) ?? StateDefault;
}

internal sealed record PinnedContent
{
    public IReadOnlyList<string>? Pinned { get; init; }
}

/// <summary>The room is shown on another network (MSC2346).</summary>
internal sealed record BridgeContent
{
    public string? Bridgebot { get; init; }

    public BridgeProtocol? Protocol { get; init; }

    /// <summary>« dm » for a chat with one person.</summary>
    [JsonPropertyName("com.beeper.room_type")]
    public string? RoomType { get; init; }

    [JsonPropertyName("com.beeper.room_type.v2")]
    public string? RoomTypeV2 { get; init; }
}

internal sealed record BridgeProtocol
{
    public string? Displayname { get; init; }

    public string? Id { get; init; }
}

/// <summary>What the other network can show (mautrix' bridges write it).</summary>
internal sealed record FeaturesContent
{
    public int? MaxTextLength { get; init; }
}

/// <summary>A poll: answers have ids, and votes name them.</summary>
internal sealed record PollContent
{
    [JsonPropertyName(Kinds.PollStart)]
    public Poll? Poll { get; init; }

    [JsonPropertyName("org.matrix.msc1767.text")]
    public string? Text { get; init; }

    [JsonPropertyName("m.relates_to")]
    public Relation? RelatesTo { get; init; }
}

internal sealed record Poll(string Kind, int MaxSelections, PollText Question, IReadOnlyList<PollAnswer> Answers);

internal sealed record PollText([property: JsonPropertyName("org.matrix.msc1767.text")] string Text);

internal sealed record PollAnswer(string Id, [property: JsonPropertyName("org.matrix.msc1767.text")] string Text);

/// <summary>A vote; without answers, one that is taken back.</summary>
internal sealed record VoteContent
{
    [JsonPropertyName(Kinds.PollResponse)]
    public Vote? Vote { get; init; }

    [JsonPropertyName(Kinds.PollResponseToCome)]
    public Vote? VoteToCome { get; init; }

    /// <summary>The answer it names; polls of the bot allow one.</summary>
    [JsonIgnore]
    public string? Chosen => (Vote ?? VoteToCome)?.Answers is [var answer, ..] ? answer : null;

    [JsonPropertyName("m.relates_to")]
    public Relation? RelatesTo { get; init; }
}

internal sealed record Vote
{
    public IReadOnlyList<string>? Answers { get; init; }
}

internal sealed record PollEndContent([property: JsonPropertyName("org.matrix.msc1767.text")] string Text)
{
    [JsonPropertyName(Kinds.PollEnd)]
    public Nothing End { get; init; } = new();

    [JsonPropertyName("m.relates_to")]
    public Relation? RelatesTo { get; init; }
}
