using System.Collections.Frozen;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using Bot.Core.Language;
using Bot.Core.Memory;
using Bot.Core.Texts;

namespace Bot.Core.Turns;

/// <summary>Keeps what is to be said, so that it can be worded later, in the language of who reads it then.</summary>
public sealed class Sayings
{
    private readonly JsonSerializerOptions options;

    /// <summary>Finds what can be said.</summary>
    /// <param name="assemblies">Where it is declared; of two types of one name, which share a sentence, the first counts.</param>
    public Sayings(IEnumerable<Assembly> assemblies)
    {
        var types = assemblies.SelectMany(assembly => assembly.GetTypes()).Where(type => !type.IsAbstract && type.IsSubclassOf(typeof(Says)));
        options = Json.With(new NamedConverter<Says>(types.DistinctBy(type => type.Name).ToFrozenDictionary(type => type.Name, StringComparer.Ordinal)), new NamedConverter<When>(typeof(When).GetNestedTypes().ToFrozenDictionary(type => type.Name, StringComparer.Ordinal)));
    }

    /// <summary>Writes it down.</summary>
    /// <param name="says">What is to be said.</param>
    public string Write(Says says) => JsonSerializer.Serialize(says, options);

    /// <summary>Whether both say the same; what was kept and read again is another object, with other lists.</summary>
    /// <param name="one">The one.</param>
    /// <param name="other">The other.</param>
    public bool AreTheSame(Says? one, Says? other) => one is null || other is null ? one == other : Write(one) == Write(other);

    /// <summary>Reads it again; null when this version of the bot does not say that any more.</summary>
    /// <param name="kept">What was written down.</param>
    public Says? Read(string kept)
    {
        try
        {
            return JsonSerializer.Deserialize<Says>(kept, options);
        }
        catch (Exception changed) when (changed is JsonException or FormatException)
        {
            return null;
        }
    }

    /// <summary>A sentence may hold others of any type: each is kept as the name of its type and its blanks.</summary>
    private sealed class NamedConverter<T>(FrozenDictionary<string, Type> types) : JsonConverter<T> where T : class
    {
        public override T? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            reader.Read();
            var type = reader.TokenType == JsonTokenType.String && types.TryGetValue(reader.GetString()!, out var known)
                ? known
                : throw new JsonException("Nothing that can be said.");
            reader.Read();
            var named = (T?)JsonSerializer.Deserialize(ref reader, type, options);
            reader.Read();
            return named;
        }

        public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options)
        {
            writer.WriteStartArray();
            writer.WriteStringValue(value.GetType().Name);
            JsonSerializer.Serialize(writer, value, value.GetType(), options);
            writer.WriteEndArray();
        }
    }
}
