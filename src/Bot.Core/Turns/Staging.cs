using Bot.Core.Memory;

namespace Bot.Core.Turns;

/// <summary>What a turn wants changed, beside the coop as it stands. A document that is kept twice counts once, with the first « before ».</summary>
internal sealed class Staging(Coop coop)
{
    private static readonly Dictionary<string, int> NoCounters = [];
    private readonly Dictionary<(Kind Kind, int Id), Entry> entries = [];
    private readonly Dictionary<Kind, int> numbers = [];

    /// <summary>One document that is staged.</summary>
    /// <param name="Kind">Its kind.</param>
    /// <param name="Id">Its number.</param>
    /// <param name="Kept">What the coop holds.</param>
    /// <param name="Before">What stood there before anybody's act: what the coop holds, with the bot's own notes of this turn.</param>
    /// <param name="After">What it becomes.</param>
    /// <param name="IsQuiet">Whether there are only the bot's own notes.</param>
    internal sealed record Entry(Kind Kind, int Id, Document? Kept, Document? Before, Document? After, bool IsQuiet)
    {
        private JsonText? json;

        /// <summary>Whether it differs from what the coop holds.</summary>
        public bool IsChange => !Equals(Kept, After);

        /// <summary>What it becomes, written down once for the store and for the trace; null when it is removed.</summary>
        public JsonText? Json => After is null ? null : json ??= new JsonText(Memory.Json.Write(After));
    }

    public IEnumerable<Entry> Changed => Entries.Where(entry => entry.IsChange);

    /// <summary>All that is staged, in the order it was first touched.</summary>
    public Dictionary<(Kind Kind, int Id), Entry>.ValueCollection Entries => entries.Values;

    /// <summary>The numbers given to what is kept: what a refused command wanted to number leaves no gap.</summary>
    public IReadOnlyDictionary<string, int> Counters
    {
        get
        {
            if (numbers.Count == 0)
            {
                return NoCounters;
            }

            var counters = new Dictionary<string, int>(StringComparer.Ordinal);
            foreach (var (kind, id) in entries.Keys)
            {
                if (numbers.ContainsKey(kind))
                {
                    counters[kind.Name] = Math.Max(id, counters.GetValueOrDefault(kind.Name));
                }
            }

            return counters;
        }
    }

    public int NextNumber(Kind kind)
    {
        var next = LastNumber(kind) + 1;
        numbers[kind] = next;
        return next;
    }

    public int LastNumber(Kind kind) => numbers.TryGetValue(kind, out var last) ? last : coop.LastNumber(kind);

    /// <summary>Stages a document, or its removal. What is quiet (the bot's own notes about rooms and members) is no part of the trace.</summary>
    public void Put(Kind kind, int id, Document? after, bool isQuiet = false)
    {
        var known = entries.GetValueOrDefault((kind, id));
        var kept = known is null ? coop.Find(kind, id) : known.Kept;
        var staysQuiet = (known?.IsQuiet ?? true) && (isQuiet || kind.IsBookkeeping);
        entries[(kind, id)] = new Entry(kind, id, kept, staysQuiet ? after : known is null ? kept : known.Before, after, staysQuiet);
    }

    public bool Touches(Document document) => entries.Count > 0 && entries.ContainsKey((Kind.Of(document.GetType()), document.Id));

    public Document? Find(Kind kind, int id) =>
        entries.TryGetValue((kind, id), out var entry) ? entry.After : coop.Find(kind, id);

    public IEnumerable<Document> Over(Kind kind, IEnumerable<Document> kept, bool settledToo) =>
        Holds(kind) ? OverWhatIsKept(kind, kept, settledToo) : kept;

    private IEnumerable<Document> OverWhatIsKept(Kind kind, IEnumerable<Document> kept, bool settledToo)
    {
        var staged = entries.Values.Where(entry => entry.Kind == kind).Select(entry => entry.After).OfType<Document>();
        return kept.Where(document => !entries.ContainsKey((kind, document.Id)))
            .Concat(staged.Where(document => settledToo || !document.IsSettled))
            .OrderBy(document => document.Id);
    }

    private bool Holds(Kind kind)
    {
        foreach (var entry in entries.Values)
        {
            if (entry.Kind == kind)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Forgets what a refused command staged; that somebody spoke for the first time stays true.</summary>
    public void ForgetAllButQuiet()
    {
        foreach (var entry in entries.Values.Where(entry => !entry.IsQuiet).ToList())
        {
            if (Equals(entry.Kept, entry.Before))
            {
                entries.Remove((entry.Kind, entry.Id));
            }
            else
            {
                entries[(entry.Kind, entry.Id)] = entry with { After = entry.Before, IsQuiet = true };
            }
        }
    }
}
