using System.Collections;
using Bot.Core.Commands;
using NodaTime;

namespace Bot.Core.Memory;

/// <summary>Something that holds the words which were sought.</summary>
/// <param name="Kind">Its kind.</param>
/// <param name="Id">Its number.</param>
internal readonly record struct Hit(Kind Kind, int Id);

/// <summary>What was found.</summary>
/// <param name="Hits">The things, newest first.</param>
/// <param name="Words">The words by which they were found, folded.</param>
/// <param name="IsNear">Whether a word that was sought stands nowhere, and others like it were taken.</param>
internal sealed record Findings(IReadOnlyList<Hit> Hits, IReadOnlySet<string> Words, bool IsNear);

/// <summary>
/// The words of all that can be found in one coop, settled things included, and in which of them each stands. It is made when somebody
/// first searches and goes when the coop is let go; who never searches pays nothing for it. A commit only notes what it changed: that is
/// read again by the next search. It keeps words and numbers and no texts: some 6 MB for 50,000 entries.
/// </summary>
internal sealed class SearchIndex
{
    private const int ShortestBeginning = 3;
    private const int ShortestWithSlip = 4;
    private const int Slip = 1;

    private static readonly Kind[] Kinds = [.. Kind.All.Where(kind => kind.Type.IsAssignableTo(typeof(ISearchable)))];

    private readonly Dictionary<string, Word> words = new(StringComparer.Ordinal);
    private readonly List<Entry> entries = [];
    private readonly Dictionary<Hit, int> standing = [];
    private readonly HashSet<Hit> changed = [];

    /// <summary>A thing as it read when it was looked at; what has changed since stands there anew, behind.</summary>
    private readonly record struct Entry(Hit Thing, LocalDateTime At, bool IsGone = false);

    /// <summary>A word, and the entries that hold it, in order.</summary>
    private sealed record Word(FoldedWord Folded, List<int> Entries);

    /// <summary>Looks at all that can be found.</summary>
    public static SearchIndex Of(Coop coop, DateTimeZone zone)
    {
        var index = new SearchIndex();
        foreach (var document in Kinds.SelectMany(coop.All))
        {
            index.Add(document, zone);
        }

        return index;
    }

    /// <summary>Notes that something reads otherwise now, or is no more.</summary>
    public void Note(Kind kind, int id)
    {
        if (Kinds.Contains(kind))
        {
            changed.Add(new Hit(kind, id));
        }
    }

    /// <summary>What holds all the words: as they are, or as beginnings; where one stands nowhere, with a slip of the finger in it.</summary>
    public Findings Find(FoldedTitle sought, Coop coop, DateTimeZone zone)
    {
        LookAgain(coop, zone);
        var holding = new BitArray(entries.Count, defaultValue: true);
        var found = new HashSet<string>(StringComparer.Ordinal);
        var isNear = false;
        foreach (var word in sought.Words)
        {
            var fitting = words.Values.Where(each => IsOrBegins(word, each.Folded)).ToList();
            if (fitting.Count == 0)
            {
                fitting = [.. words.Values.Where(each => IsSlipOf(word, each.Folded))];
                isNear = true;
            }

            holding.And(Holding(fitting));
            found.UnionWith(fitting.Select(each => each.Folded.Text));
        }

        return new Findings(NewestFirst(holding), found, isNear);
    }

    private void LookAgain(Coop coop, DateTimeZone zone)
    {
        foreach (var thing in changed)
        {
            if (standing.Remove(thing, out var entry))
            {
                entries[entry] = entries[entry] with { IsGone = true };
            }

            if (coop.Find(thing.Kind, thing.Id) is { } document)
            {
                Add(document, zone);
            }
        }

        changed.Clear();
    }

    private void Add(Document document, DateTimeZone zone)
    {
        var searchable = (ISearchable)document;
        var number = entries.Count;
        var thing = new Hit(Kind.Of(document.GetType()), document.Id);
        entries.Add(new Entry(thing, searchable.FoundAt(zone) ?? LocalDateTime.MinIsoValue));
        standing[thing] = number;
        foreach (var folded in FoldedTitle.Of(searchable.FoundBy).Words)
        {
            if (!words.TryGetValue(folded.Text, out var word))
            {
                words[folded.Text] = word = new Word(folded, new List<int>(1));
            }

            if (word.Entries is not [.., var last] || last != number)
            {
                word.Entries.Add(number);
            }
        }
    }

    private BitArray Holding(List<Word> some)
    {
        var holding = new BitArray(entries.Count);
        foreach (var entry in some.SelectMany(word => word.Entries))
        {
            holding[entry] = true;
        }

        return holding;
    }

    private List<Hit> NewestFirst(BitArray holding)
    {
        var found = new List<Entry>();
        for (var entry = 0; entry < entries.Count; entry++)
        {
            if (holding[entry] && !entries[entry].IsGone)
            {
                found.Add(entries[entry]);
            }
        }

        return [.. found.OrderByDescending(entry => entry.At).ThenBy(entry => entry.Thing.Kind.Name, StringComparer.Ordinal).ThenByDescending(entry => entry.Thing.Id).Select(entry => entry.Thing)];
    }

    private static bool IsOrBegins(FoldedWord word, FoldedWord other) => word.Text == other.Text
        || (word.Text.Length >= ShortestBeginning && other.Text.StartsWith(word.Text, StringComparison.Ordinal));

    private static bool IsSlipOf(FoldedWord word, FoldedWord other) =>
        word.Text.Length >= ShortestWithSlip && other.Text.Length >= ShortestWithSlip && Matching.Distance(word.Text, other.Text, Slip) <= Slip;
}
