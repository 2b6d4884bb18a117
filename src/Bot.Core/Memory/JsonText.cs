using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bot.Core.Memory;

/// <summary>A document as it is written down: JSON in UTF-8, equal when its bytes are. It is written once, for the document's row and for the trace.</summary>
/// <param name="utf8">The bytes; nobody changes them any more.</param>
[JsonConverter(typeof(AsText))]
public sealed class JsonText(byte[] utf8) : IEquatable<JsonText>
{
    /// <summary>The bytes, to be read only.</summary>
    [SuppressMessage("Performance", "CA1819:Properties should not return arrays", Justification = "They go to the disk as they are.")]
    public byte[] Utf8 => utf8;

    /// <summary>JSON that is at hand as text.</summary>
    /// <param name="text">The text.</param>
    [return: NotNullIfNotNull(nameof(text))]
    public static implicit operator JsonText?(string? text) => text is null ? null : new(Encoding.UTF8.GetBytes(text));

    /// <inheritdoc/>
    public bool Equals(JsonText? other) => other is not null && utf8.AsSpan().SequenceEqual(other.Utf8);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as JsonText);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = default(HashCode);
        hash.AddBytes(utf8);
        return hash.ToHashCode();
    }

    /// <inheritdoc/>
    public override string ToString() => Encoding.UTF8.GetString(utf8);

    private sealed class AsText : JsonConverter<JsonText>
    {
        public override JsonText Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.GetString()!;

        public override void Write(Utf8JsonWriter writer, JsonText value, JsonSerializerOptions options) => writer.WriteStringValue(value.Utf8);
    }
}
