using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Bot.Core.Chat;

namespace Bot.Adapters.Sqlite;

/// <summary>
/// What stands in the "message" column of the outbox: everything of an <see cref="Outgoing"/> that has no column of its own.
/// The names of its properties are those of the stored form: they stay.
/// </summary>
internal sealed record StoredMessage(
    string Text,
    OutgoingKind Kind,
    bool IsCard,
    Account? OnlyFor,
    IReadOnlyList<Button>? Buttons,
    string? ReplyTo,
    string? Subject,
    string? Answers,
    string? Invitation,
    Attachment? File,
    Pinning? Pin,
    string? Poll)
{
    /// <summary>The stored forms of things to be said.</summary>
    public static byte[][] Write(IReadOnlyList<Outgoing> messages)
    {
        var written = new byte[messages.Count][];
        for (var n = 0; n < written.Length; n++)
        {
            written[n] = Write(messages[n]);
        }

        return written;
    }

    private static byte[] Write(Outgoing message) => JsonSerializer.SerializeToUtf8Bytes(
        new StoredMessage(
            message.Text,
            message.Kind,
            message.IsCard,
            message.OnlyFor,
            message.Buttons.Count == 0 ? null : message.Buttons,
            message.ReplyTo,
            message.Subject,
            message.Answers,
            message.Invitation,
            message.File,
            message.Pinning == Pinning.Left ? null : message.Pinning,
            message.Poll),
        StoredJson.Readable.StoredMessage);

    /// <summary>What is to be said, read back.</summary>
    public static Outgoing Read(ReadOnlySpan<byte> json, string id, Place to)
    {
        var stored = JsonSerializer.Deserialize(json, StoredJson.Readable.StoredMessage)
            ?? throw new JsonException("A message of the outbox is empty.");
        return new Outgoing(id, to, stored.Text)
        {
            OnlyFor = stored.OnlyFor,
            Buttons = stored.Buttons ?? [],
            ReplyTo = stored.ReplyTo,
            Subject = stored.Subject,
            Answers = stored.Answers,
            Invitation = stored.Invitation,
            File = stored.File,
            IsCard = stored.IsCard,
            Pinning = stored.Pin ?? Pinning.Left,
            Poll = stored.Poll,
            Kind = stored.Kind,
        };
    }

    /// <summary>The stored form of the buttons under a message.</summary>
    public static byte[] WriteButtons(IReadOnlyList<Button> buttons) =>
        JsonSerializer.SerializeToUtf8Bytes(buttons, StoredJson.Readable.IReadOnlyListButton);

    /// <summary>The buttons under a message, read back.</summary>
    public static IReadOnlyList<Button> ReadButtons(ReadOnlySpan<byte> json) =>
        JsonSerializer.Deserialize(json, StoredJson.Readable.IReadOnlyListButton) ?? [];
}

/// <summary>Buttons stand under most messages: {"token": …, "label": …}. Written and read here, they cost no more than their words.</summary>
internal sealed class ButtonsConverter : JsonConverter<IReadOnlyList<Button>>
{
    /// <inheritdoc/>
    public override IReadOnlyList<Button> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var buttons = new List<Button>();
        while (reader.Read() && reader.TokenType == JsonTokenType.StartObject)
        {
            buttons.Add(ReadOne(ref reader));
        }

        return reader.TokenType == JsonTokenType.EndArray ? buttons : throw new JsonException("Buttons are a list.");
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, IReadOnlyList<Button> value, JsonSerializerOptions options)
    {
        writer.WriteStartArray();
        foreach (var button in value)
        {
            writer.WriteStartObject();
            writer.WriteString("token"u8, button.Token);
            writer.WriteString("label"u8, button.Label);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static Button ReadOne(ref Utf8JsonReader reader)
    {
        string? token = null, label = null;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var isToken = reader.ValueTextEquals("token"u8);
            var isLabel = reader.ValueTextEquals("label"u8);
            reader.Read();
            token = isToken ? reader.GetString() : token;
            label = isLabel ? reader.GetString() : label;
            reader.Skip();
        }

        return new Button(token ?? throw new JsonException("A button has a token."), label ?? throw new JsonException("A button has a label."));
    }
}

/// <summary>How stored forms become JSON.</summary>
[JsonSerializable(typeof(StoredMessage))]
[JsonSerializable(typeof(IReadOnlyList<Button>))]
internal sealed partial class StoredJson : JsonSerializerContext
{
    /// <summary>
    /// Accents stay letters, so that whoever opens the file can read it. Safe here: this JSON is never put into a web page.
    /// </summary>
    public static StoredJson Readable { get; } = new(new JsonSerializerOptions
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters =
        {
            new JsonStringEnumConverter<OutgoingKind>(JsonNamingPolicy.CamelCase), new JsonStringEnumConverter<Pinning>(JsonNamingPolicy.CamelCase), new ButtonsConverter(),
        },
    });
}
