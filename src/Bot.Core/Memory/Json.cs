using System.Collections.Immutable;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Bot.Core.Language;
using NodaTime;
using NodaTime.Text;

namespace Bot.Core.Memory;

/// <summary>How documents, intents and jobs are written down: readable JSON, dates in ISO 8601.</summary>
public static class Json
{
    private static readonly JsonSerializerOptions Options = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
        IgnoreReadOnlyProperties = true,
        Converters =
        {
            new InstantConverter(),
            new TextConverter<LocalDate>(LocalDatePattern.Iso),
            new TextConverter<LocalTime>(LocalTimePattern.ExtendedIso),
            new TextConverter<LocalDateTime>(LocalDateTimePattern.ExtendedIso),
            new TextConverter<Duration>(DurationPattern.Roundtrip),
            new TextConverter<Period>(PeriodPattern.Roundtrip),
            new CodeConverter(),
            new RuleConverter(),
            new NumbersConverter(),
            new JsonStringEnumConverter(),
        },
    };

    /// <summary>Writes a value as UTF-8.</summary>
    /// <param name="value">The value; its own class decides what is written.</param>
    public static byte[] Write(object value) => JsonSerializer.SerializeToUtf8Bytes(value, value.GetType(), Options);

    /// <summary>Writes a value as text.</summary>
    /// <param name="value">The value; its own class decides what is written.</param>
    public static string WriteText(object value) => JsonSerializer.Serialize(value, value.GetType(), Options);

    /// <summary>Reads a value.</summary>
    /// <param name="json">UTF-8.</param>
    /// <param name="type">Its class.</param>
    public static object Read(ReadOnlySpan<byte> json, Type type) => JsonSerializer.Deserialize(json, type, Options)!;

    /// <summary>Reads a value.</summary>
    /// <typeparam name="T">Its class.</typeparam>
    /// <param name="json">Text.</param>
    public static T Read<T>(string json) => JsonSerializer.Deserialize<T>(json, Options)!;

    /// <summary>Reads a value.</summary>
    /// <param name="json">Text.</param>
    /// <param name="type">Its class.</param>
    public static object Read(string json, Type type) => JsonSerializer.Deserialize(json, type, Options)!;

    /// <summary>Reads a document from its stored form.</summary>
    /// <param name="kind">Its kind.</param>
    /// <param name="id">Its number, which stands beside the JSON.</param>
    /// <param name="json">UTF-8.</param>
    public static Document ReadDocument(Kind kind, int id, ReadOnlySpan<byte> json) =>
        (Document)Read(json, kind.Type) with { Id = id };

    /// <summary>The same, with two more kinds of things that are written down.</summary>
    internal static JsonSerializerOptions With(JsonConverter one, JsonConverter other) => new(Options) { Converters = { one, other } };

    private sealed class CodeConverter : JsonConverter<Ref>
    {
        public override Ref Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            Ref.TryParse(reader.GetString()!, out var code) ? code : throw new JsonException("Not a code.");

        public override void Write(Utf8JsonWriter writer, Ref value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());
    }

    /// <summary>As RFC 5545 writes rules.</summary>
    private sealed class RuleConverter : JsonConverter<RecurrenceRule>
    {
        public override RecurrenceRule Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            RecurrenceText.Parse(reader.GetString()!, time: null, DateTimeZone.Utc);

        public override void Write(Utf8JsonWriter writer, RecurrenceRule value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());
    }

    /// <summary>Lists of members stand in most documents. Read and written here they cost no more than their numbers.</summary>
    private sealed class NumbersConverter : JsonConverter<ImmutableList<int>>
    {
        public override ImmutableList<int> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            if (reader.TokenType != JsonTokenType.StartArray)
            {
                throw new JsonException("A list of numbers begins with [.");
            }

            var numbers = ImmutableList.CreateBuilder<int>();
            while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
            {
                numbers.Add(reader.GetInt32());
            }

            return numbers.ToImmutable();
        }

        public override void Write(Utf8JsonWriter writer, ImmutableList<int> value, JsonSerializerOptions options)
        {
            writer.WriteStartArray();
            foreach (var number in value)
            {
                writer.WriteNumberValue(number);
            }

            writer.WriteEndArray();
        }
    }

    /// <summary>Instants stand in every document. Written as <see cref="InstantPattern.ExtendedIso"/> writes them, without a string of their own.</summary>
    private sealed class InstantConverter : JsonConverter<Instant>
    {
        private const int Longest = 32;

        public override Instant Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            InstantPattern.ExtendedIso.Parse(reader.GetString()!).Value;

        public override void Write(Utf8JsonWriter writer, Instant value, JsonSerializerOptions options)
        {
            Span<byte> text = stackalloc byte[Longest];
            value.ToDateTimeUtc().TryFormat(text, out var length, "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", CultureInfo.InvariantCulture);
            writer.WriteStringValue(text[..length]);
        }
    }

    private sealed class TextConverter<T>(IPattern<T> pattern) : JsonConverter<T>
    {
        public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            pattern.Parse(reader.GetString()!).Value;

        public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) =>
            writer.WriteStringValue(pattern.Format(value));
    }
}
