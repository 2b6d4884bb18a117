using Bot.Core.Memory;

namespace Bot.Core.Turns;

/// <summary>What a turn wants changed, beside the coop as it stands. A document that is kept twice counts once, with the first « before ».</summary>
internal sealed class Staging(Coop coop)
{
    private readonly Dictionary<(Kind Kind, int Id), Entry> entries = [];
    private readonly Dictionary<Kind, int> numbers = [];

    internal sealed record Entry(Kind Kind, int Id, Document? Before, Document? After, bool IsQuiet);

    public IEnumerable<Entry> Changed => entries.Values.Where(entry => !Equals(entry.Before, entry.After));

    /// <summary>The numbers given to what is kept: what a refused command wanted to number leaves no gap.</summary>
    public IReadOnlyDictionary<string, int> Counters => numbers.Keys
        .Select(kind => (kind.Name, Last: entries.Keys.Where(key => key.Kind == kind).Select(key => key.Id).DefaultIfEmpty().Max()))
        .Where(counter => counter.Last > 0)
        .ToDictionary(counter => counter.Name, counter => counter.Last, StringComparer.Ordinal);

    public int NextNumber(Kind kind)
    {
        var next = (numbers.TryGetValue(kind, out var last) ? last : coop.LastNumber(kind)) + 1;
        numbers[kind] = next;
        return next;
    }

    /// <summary>Stages a document, or its removal. What is quiet (the bot's own notes about rooms and members) is no part of the trace.</summary>
    public void Put(Kind kind, int id, Document? after, bool isQuiet = false)
    {
        var known = entries.GetValueOrDefault((kind, id));
        var before = known is null ? coop.Find(kind, id) : known.Before;
        entries[(kind, id)] = new Entry(kind, id, before, after, (known?.IsQuiet ?? true) && (isQuiet || kind.IsBookkeeping));
    }

    public bool Touches(Document document) => entries.ContainsKey((Kind.Of(document.GetType()), document.Id));

    public Document? Find(Kind kind, int id) =>
        entries.TryGetValue((kind, id), out var entry) ? entry.After : coop.Find(kind, id);

    public IEnumerable<Document> Over(Kind kind, IEnumerable<Document> kept, bool settledToo)
    {
        var staged = entries.Values.Where(entry => entry.Kind == kind).ToList();
        return staged.Count == 0
            ? kept
            : kept.Where(document => !entries.ContainsKey((kind, document.Id)))
                .Concat(staged.Select(entry => entry.After).OfType<Document>().Where(document => settledToo || !document.IsSettled))
                .OrderBy(document => document.Id);
    }

    /// <summary>Forgets what a refused command staged; that somebody spoke for the first time stays true.</summary>
    public void ForgetAllButQuiet()
    {
        foreach (var entry in entries.Values.Where(entry => !entry.IsQuiet).ToList())
        {
            entries.Remove((entry.Kind, entry.Id));
        }
    }
}
