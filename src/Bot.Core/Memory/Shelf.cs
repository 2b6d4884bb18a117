namespace Bot.Core.Memory;

/// <summary>
/// All documents of one kind in one coop. What is live is held as records, with an index of folded titles that is brought up
/// to date when a commit is applied; what is settled stays in its stored form until somebody reads it, so that ten years of
/// done actions cost little.
/// </summary>
internal sealed class Shelf(Kind kind)
{
    private readonly SortedDictionary<int, Document> live = [];
    private readonly SortedDictionary<int, byte[]> settled = [];
    private readonly Dictionary<int, FoldedTitle> titles = [];

    public IEnumerable<Document> Live => live.Values;

    public IEnumerable<Document> All =>
        live.Values.Concat(settled.Select(entry => Json.ReadDocument(kind, entry.Key, entry.Value))).OrderBy(document => document.Id);

    public Document? Find(int id) =>
        live.TryGetValue(id, out var document) ? document
        : settled.TryGetValue(id, out var json) ? Json.ReadDocument(kind, id, json)
        : null;

    public FoldedTitle? TitleOf(int id) => titles.GetValueOrDefault(id);

    /// <summary>Takes in what the store gave when the coop was loaded.</summary>
    public void Load(StoredDocument stored)
    {
        if (stored.IsSettled)
        {
            settled[stored.Id] = stored.Json!;
        }
        else
        {
            Put(Json.ReadDocument(kind, stored.Id, stored.Json));
        }
    }

    /// <summary>Takes in what a commit kept.</summary>
    public void Apply(int id, Document? document, byte[]? json)
    {
        live.Remove(id);
        settled.Remove(id);
        titles.Remove(id);
        if (document is { IsSettled: true })
        {
            settled[id] = json!;
        }
        else if (document is not null)
        {
            Put(document);
        }
    }

    private void Put(Document document)
    {
        live[document.Id] = document;
        if (document is ITitled titled)
        {
            titles[document.Id] = FoldedTitle.Of(titled.Title);
        }
    }
}
