using System.Collections.Frozen;
using System.Reflection;

namespace Bot.Core.Memory;

/// <summary>A kind of document: its class, and how it is named in the store and in codes.</summary>
public sealed class Kind
{
    private static readonly FrozenDictionary<Type, Kind> ByType = typeof(Kind).Assembly.GetTypes()
        .Where(type => type.GetCustomAttribute<KindAttribute>() is not null)
        .Select((type, index) => new Kind(type, type.GetCustomAttribute<KindAttribute>()!, index))
        .ToFrozenDictionary(kind => kind.Type);

    private static readonly FrozenDictionary<string, Kind> ByName =
        ByType.Values.ToFrozenDictionary(kind => kind.Name, StringComparer.Ordinal);

    private Kind(Type type, KindAttribute attribute, int index)
    {
        Index = index;
        Type = type;
        Name = attribute.Name;
        Letter = attribute.Letter;
        Version = attribute.Version;
        IsBookkeeping = attribute.IsBookkeeping;
    }

    /// <summary>Its class.</summary>
    public Type Type { get; }

    /// <summary>Its stored name.</summary>
    public string Name { get; }

    /// <summary>The letter of its codes, or '\0' when members do not name it by code.</summary>
    public char Letter { get; }

    /// <summary>The version of its stored form.</summary>
    public int Version { get; }

    /// <summary>See <see cref="KindAttribute.IsBookkeeping"/>.</summary>
    public bool IsBookkeeping { get; }

    /// <summary>How many kinds there are.</summary>
    internal static int Count => ByType.Count;

    /// <summary>Its place among the kinds of this run.</summary>
    internal int Index { get; }

    /// <summary>All kinds.</summary>
    public static IEnumerable<Kind> All => ByType.Values;

    /// <summary>The kind of a class.</summary>
    /// <param name="type">The class; it carries a <see cref="KindAttribute"/>.</param>
    public static Kind Of(Type type) => ByType[type];

    /// <summary>The kind of a class.</summary>
    /// <typeparam name="T">The class; it carries a <see cref="KindAttribute"/>.</typeparam>
    public static Kind Of<T>() where T : Document => Cached<T>.Kind;

    /// <summary>The kind with a stored name, or null when this version of the bot does not know it.</summary>
    /// <param name="name">The stored name.</param>
    public static Kind? Named(string name) => ByName.GetValueOrDefault(name);

    // Each look at a coop begins here.
    private static class Cached<T>
    {
        public static readonly Kind Kind = ByType[typeof(T)];
    }
}
