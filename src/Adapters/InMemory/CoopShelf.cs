using Bot.Core.Memory;
using NodaTime;

namespace Bot.Adapters.InMemory;

/// <summary>What is kept of one coop.</summary>
/// <param name="secret">What its button tokens are made with.</param>
/// <param name="isSandbox">Whether it is a sandbox.</param>
internal sealed class CoopShelf(byte[] secret, bool isSandbox)
{
    public byte[] Secret { get; } = secret;

    public bool IsSandbox { get; } = isSandbox;

    public long Version { get; private set; }

    public Instant? NextDue { get; private set; }

    public Dictionary<string, int> Counters { get; } = [];

    public Dictionary<(string Kind, int Id), StoredDocument> Documents { get; } = [];

    public List<TraceLine> Trace { get; } = [];

    public Dictionary<string, ShownMessage> Shown { get; } = [];

    /// <summary>Changes the trace, and lets its words go where they are somebody's own.</summary>
    public void Erase(Forgotten who, IReadOnlyList<(long Seq, Change Change)> changes)
    {
        for (var i = 0; i < Trace.Count; i++)
        {
            var line = Trace[i];
            var goes = line.Actor == who.Member || line.OnBehalfOf == who.Member || who.IsNamedIn(line.Words);
            var fresh = changes.Where(each => each.Seq == line.Seq).ToDictionary(each => (each.Change.Kind, each.Change.Id), each => each.Change);
            Trace[i] = line with
            {
                Words = goes ? null : line.Words,
                Changes = [.. line.Changes.Select(change => fresh.GetValueOrDefault((change.Kind, change.Id), change))],
            };
        }
    }

    public void Keep(Commit commit)
    {
        Version = commit.Version + 1;
        NextDue = commit.NextDue;
        foreach (var document in commit.Documents)
        {
            if (document.Json is null)
            {
                Documents.Remove((document.Kind, document.Id));
            }
            else
            {
                Documents[(document.Kind, document.Id)] = document;
            }
        }

        foreach (var (kind, last) in commit.Counters)
        {
            Counters[kind] = last;
        }

        if (commit.Trace is not null)
        {
            Trace.Add(commit.Trace);
        }
    }
}
