namespace Bot.Core.Memory;

/// <summary>
/// All documents of one kind in one coop. What is live is held as records, with an index of folded titles that is brought up
/// to date when a commit is applied; what is settled stays in its stored form until somebody reads it, so that ten years of
/// done actions cost little.
/// </summary>
internal sealed class Shelf(Kind kind)
{
    private readonly SortedList<int, Document> live = [];
    private readonly Dictionary<int, byte[]> settled = [];
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
        settled.Remove(id);
        if (document is { IsSettled: false })
        {
            Put(document);
            return;
        }

        live.Remove(id);
        titles.Remove(id);
        if (document is not null)
        {
            settled[id] = json!;
        }
    }

    private void Put(Document document)
    {
        var before = live.GetValueOrDefault(document.Id) as ITitled;
        live[document.Id] = document;
        if (document is ITitled titled && titled.Title != before?.Title)
        {
            titles[document.Id] = FoldedTitle.Of(titled.Title);
        }
    }
}
