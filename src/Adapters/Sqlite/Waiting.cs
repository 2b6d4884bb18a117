using System.Collections.Immutable;
using Bot.Core.Memory;
using NodaTime;

namespace Bot.Adapters.Sqlite;

/// <summary>
/// What was noted and is not in the file yet. Who reads the file takes it first and adds it to what they find: taken after, it
/// could miss what was written meanwhile.
/// </summary>
/// <param name="Deliveries">What became of things said, in order.</param>
/// <param name="Said">The outbox rows they are about.</param>
/// <param name="Alive">When the bot was last known to be running, if that was noted.</param>
internal sealed record Waiting(ImmutableList<Delivery> Deliveries, ImmutableHashSet<string> Said, Instant? Alive)
{
    /// <summary>Nothing.</summary>
    public static Waiting Nothing { get; } = new([], [], null);

    /// <summary>Whether there is nothing to write.</summary>
    public bool IsEmpty => Deliveries.IsEmpty && Alive is null;

    /// <summary>This and one more.</summary>
    /// <param name="delivery">What became of something said.</param>
    public Waiting With(Delivery delivery) => this with { Deliveries = Deliveries.Add(delivery), Said = Said.Add(delivery.Id) };

    /// <summary>What came after an earlier state was taken.</summary>
    /// <param name="written">The earlier state.</param>
    public Waiting Without(Waiting written)
    {
        var alive = Alive == written.Alive ? null : Alive;
        if (Deliveries.Count == written.Deliveries.Count)
        {
            return Nothing with { Alive = alive };
        }

        var rest = Deliveries.RemoveRange(0, written.Deliveries.Count);
        return new Waiting(rest, [.. rest.Select(delivery => delivery.Id)], alive);
    }

    /// <summary>The messages of a coop as they stand now, those in the file and those shown since.</summary>
    /// <param name="coop">The coop.</param>
    /// <param name="inFile">What the file holds.</param>
    public IReadOnlyList<ShownMessage> AddTo(string coop, IReadOnlyList<ShownMessage> inFile)
    {
        var fresh = Deliveries.Where(delivery => delivery.Coop == coop && delivery.Shown is not null)
            .GroupBy(delivery => delivery.Shown!.Id)
            .ToDictionary(same => same.Key, same => same.Last().Shown!);
        return fresh.Count == 0 ? inFile : [.. inFile.Where(shown => !fresh.ContainsKey(shown.Id)), .. fresh.Values];
    }
}
