using System.Collections.Concurrent;
using NodaTime;

namespace Bot.Core.Memory;

/// <summary>
/// The coops held in memory, each behind a lock that lets people in in the order they came. A coop is loaded when it is first
/// needed and let go when nobody has spoken for a while.
/// </summary>
/// <param name="store">Where they are kept.</param>
/// <param name="time">The clock that was handed in.</param>
public sealed class Coops(IStore store, TimeProvider time)
{
    private readonly IStore store = store;
    private readonly TimeProvider time = time;
    private readonly ConcurrentDictionary<string, Resident> residents = new(StringComparer.Ordinal);

    /// <summary>Waits for one's turn with a coop. Nobody else reads or changes it until the guest leaves.</summary>
    /// <param name="id">The coop's id.</param>
    public async Task<Guest> Enter(string id)
    {
        while (true)
        {
            var resident = residents.GetOrAdd(id, _ => new Resident());
            await resident.Lane.Enter();
            if (!resident.LetGo)
            {
                return new Guest(this, id, resident);
            }

            resident.Lane.Leave();
        }
    }

    /// <summary>Lets go of coops that nobody has needed since an instant; one that is busy is needed.</summary>
    /// <param name="since">The instant.</param>
    public void LetGoIdle(Instant since)
    {
        foreach (var (id, resident) in residents)
        {
            if (resident.LastNeeded >= since || !resident.Lane.TryEnter())
            {
                continue;
            }

            resident.LetGo = resident.LastNeeded < since && residents.TryRemove(id, out _);
            resident.Lane.Leave();
        }
    }

    internal sealed class Resident
    {
        public Lane Lane { get; } = new();

        public Coop? Coop { get; set; }

        public bool LetGo { get; set; }

        public Instant LastNeeded { get; set; } = Instant.MaxValue;
    }

    /// <summary>Somebody who holds a coop's lock. Disposing it lets the next one in.</summary>
    public sealed class Guest : IDisposable
    {
        private readonly Coops coops;
        private readonly string id;
        private readonly Resident resident;

        internal Guest(Coops coops, string id, Resident resident)
        {
            this.coops = coops;
            this.id = id;
            this.resident = resident;
        }

        /// <summary>The coop, read from the store if it is not in memory.</summary>
        public Coop Coop => resident.Coop ??= Coop.From(id, coops.store.Load(id));

        /// <summary>The same, or null when it is there no more: a sandbox may have been dropped while one waited.</summary>
        public Coop? CoopIfThere
        {
            get
            {
                try
                {
                    return Coop;
                }
                catch (KeyNotFoundException)
                {
                    return null;
                }
            }
        }

        /// <summary>Holds a coop that has just begun.</summary>
        /// <param name="coop">The coop.</param>
        public void Begin(Coop coop) => resident.Coop = coop;

        /// <summary>Forgets what is in memory: the next look reads the store again.</summary>
        public void Reload() => resident.Coop = null;

        /// <inheritdoc/>
        public void Dispose()
        {
            resident.LastNeeded = coops.time.GetCurrentInstant();
            resident.Lane.Leave();
        }
    }
}
