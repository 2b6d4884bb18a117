using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Linq.Expressions;
using System.Reflection;
using Bot.Core.Language;
using Bot.Core.Memory;
using NodaTime;

namespace Bot.Core.Texts;

/// <summary>The blanks of one type of <see cref="Says"/>: its properties, looked up once and read by compiled code.</summary>
internal sealed class SaysShape
{
    private static readonly ConcurrentDictionary<Type, SaysShape> Known = new();

    private static readonly FrozenSet<Type> Writable = new[]
    {
        typeof(string), typeof(int), typeof(bool), typeof(Ref), typeof(Instant), typeof(LocalDate), typeof(LocalDateTime), typeof(LocalTime),
        typeof(Effort), typeof(Money), typeof(Period), typeof(Recurrence), typeof(Listed), typeof(WordOf), typeof(object),
    }.ToFrozenSet();

    private SaysShape(Type type)
    {
        var properties = type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(property => property.Name is not nameof(Says.Offers) and not nameof(Says.File) and not nameof(Says.Key) && property.GetIndexParameters() is [])
            .ToList();
        Key = type.Name;
        Types = properties.ToFrozenDictionary(property => property.Name, property => property.PropertyType);
        Getters = properties.ToFrozenDictionary(property => property.Name, property => Getter(type, property));
        Number = properties.Find(property => IsInt(property.PropertyType))?.Name;
    }

    /// <summary>Its name, under which its sentence stands unless it says otherwise (<see cref="Says.Key"/>).</summary>
    public string Key { get; }

    /// <summary>The type of each blank.</summary>
    public FrozenDictionary<string, Type> Types { get; }

    /// <summary>How each blank is read.</summary>
    public FrozenDictionary<string, Func<Says, object?>> Getters { get; }

    /// <summary>The blank whose number chooses the plural, unless the sentence names another.</summary>
    public string? Number { get; }

    /// <summary>The shape of a type.</summary>
    public static SaysShape Of(Type type) => Known.GetOrAdd(type, static added => new SaysShape(added));

    /// <summary>Whether values of a type can be written, or at least asked about.</summary>
    public static bool IsBlank(Type type) =>
        Writable.Contains(Nullable.GetUnderlyingType(type) ?? type)
        || typeof(Says).IsAssignableFrom(type)
        || typeof(When).IsAssignableFrom(type)
        || typeof(IReadOnlyList<string>).IsAssignableFrom(type)
        || typeof(IReadOnlyList<CommandName>).IsAssignableFrom(type)
        || typeof(IReadOnlyList<Says>).IsAssignableFrom(type);

    /// <summary>Whether values of a type can choose a plural: a number, or a list by how many it holds.</summary>
    public static bool IsNumber(Type type) =>
        IsInt(type) || typeof(IReadOnlyList<string>).IsAssignableFrom(type) || typeof(IReadOnlyList<Says>).IsAssignableFrom(type);

    /// <summary>The number that chooses the plural of a sentence, if there is one.</summary>
    public int? NumberIn(Says says, string? named) => (named ?? Number) is { } name && Getters.TryGetValue(name, out var get)
        ? get(says) switch
        {
            int number => number,
            IReadOnlyCollection<object> list => list.Count,
            _ => null,
        }
        : null;

    private static bool IsInt(Type type) => (Nullable.GetUnderlyingType(type) ?? type) == typeof(int);

    private static Func<Says, object?> Getter(Type type, PropertyInfo property)
    {
        var says = Expression.Parameter(typeof(Says));
        var value = Expression.Property(Expression.Convert(says, type), property);
        return Expression.Lambda<Func<Says, object?>>(Expression.Convert(value, typeof(object)), says).Compile();
    }
}
