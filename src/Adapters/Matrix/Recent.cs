using System.Collections.Concurrent;

namespace Bot.Adapters.Matrix;

/// <summary>What was seen lately, by its id. The oldest is forgotten first; it can be asked for again.</summary>
/// <typeparam name="T">What is remembered of it.</typeparam>
internal sealed class Recent<T>
{
    private const int Most = 2000;
    private readonly ConcurrentDictionary<string, T> seen = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<string> order = new();

    public void Note(string id, T what)
    {
        if (!seen.TryAdd(id, what))
        {
            seen[id] = what;
        }
        else
        {
            order.Enqueue(id);
            if (order.Count > Most && order.TryDequeue(out var oldest))
            {
                seen.TryRemove(oldest, out _);
            }
        }
    }

    public T? Find(string id) => seen.GetValueOrDefault(id);
}
