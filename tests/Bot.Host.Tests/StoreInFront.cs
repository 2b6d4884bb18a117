using System.Reflection;
using Bot.Adapters.InMemory;
using Bot.Core.Memory;

namespace Bot.Host.Tests;

/// <summary>A store in memory of which some answers are not its own.</summary>
public class StoreInFront : DispatchProxy
{
    private readonly InMemoryStore behind = new();
    private Dictionary<string, Func<object?>> instead = [];

    /// <summary>Makes one.</summary>
    /// <param name="instead">What is answered in its place, by the name of the method; a property is get_ and its name.</param>
    public static IStore With(params (string Method, Func<object?> Answer)[] instead)
    {
        var store = Create<IStore, StoreInFront>();
        ((StoreInFront)store).instead = instead.ToDictionary(each => each.Method, each => each.Answer, StringComparer.Ordinal);
        return store;
    }

    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args) =>
        instead.TryGetValue(targetMethod!.Name, out var answer)
            ? answer()
            : targetMethod.Invoke(behind, BindingFlags.DoNotWrapExceptions, binder: null, args, culture: null);
}
