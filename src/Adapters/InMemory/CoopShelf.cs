using Bot.Core.Memory;
using NodaTime;

namespace Bot.Adapters.InMemory;

/// <summary>What is kept of one coop.</summary>
/// <param name="secret">What its button tokens are made with.</param>
internal sealed class CoopShelf(byte[] secret)
{
    public byte[] Secret { get; } = secret;

    public long Version { get; private set; }

    public Instant? NextDue { get; private set; }

    public Dictionary<string, int> Counters { get; } = [];

    public Dictionary<(string Kind, int Id), StoredDocument> Documents { get; } = [];

    public List<TraceLine> Trace { get; } = [];

    public Dictionary<string, ShownMessage> Shown { get; } = [];

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
