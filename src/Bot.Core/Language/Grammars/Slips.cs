using System.Collections.Frozen;

namespace Bot.Core.Language.Grammars;

/// <summary>
/// Finds the word somebody meant when one letter is missing, wrong, too many, or has changed places with its neighbour. What is
/// left of each word without one of its letters is listed beforehand: a typed word is compared with those alone that it shares
/// such a remainder with, never with all.
/// </summary>
internal sealed class Slips
{
    private const int Shortest = 4;
    private const int Longest = 14;

    private readonly FrozenDictionary<string, int> words;
    private readonly FrozenDictionary<string, string[]>.AlternateLookup<ReadOnlySpan<char>> byRemainder;
    private readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> meant;
    private readonly bool[] lengths = new bool[Longest + 2];

    public Slips(IReadOnlyDictionary<string, int> words, IEnumerable<string> meant)
    {
        this.words = words.ToFrozenDictionary(StringComparer.Ordinal);
        this.meant = meant.ToFrozenSet(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
        var remainders = words.Keys.SelectMany(word => Enumerable.Range(0, word.Length).Select(at => (Remainder: word.Remove(at, 1), Word: word)))
            .Concat(words.Keys.Select(word => (Remainder: word, Word: word)));
        byRemainder = remainders.GroupBy(pair => pair.Remainder, pair => pair.Word, StringComparer.Ordinal)
            .ToFrozenDictionary(group => group.Key, group => group.Distinct(StringComparer.Ordinal).ToArray(), StringComparer.Ordinal)
            .GetAlternateLookup<ReadOnlySpan<char>>();
        foreach (var length in words.Keys.Select(word => word.Length).SelectMany(length => new[] { length - 1, length, length + 1 }).Where(length => length <= Longest))
        {
            lengths[length] = true;
        }
    }

    /// <summary>The number of the word that was meant, or <see cref="Lexicon.Unknown"/>.</summary>
    public int Find(ReadOnlySpan<char> typed)
    {
        if (typed.Length is < Shortest or > Longest || !lengths[typed.Length] || meant.Contains(typed))
        {
            return Lexicon.Unknown;
        }

        if (Among(typed, typed) is >= 0 and var longer)
        {
            return longer;
        }

        Span<char> remainder = stackalloc char[Longest];
        for (var at = 0; at < typed.Length; at++)
        {
            typed[..at].CopyTo(remainder);
            typed[(at + 1)..].CopyTo(remainder[at..]);
            if (Among(remainder[..(typed.Length - 1)], typed) is >= 0 and var found)
            {
                return found;
            }
        }

        return Lexicon.Unknown;
    }

    private int Among(ReadOnlySpan<char> remainder, ReadOnlySpan<char> typed)
    {
        if (byRemainder.TryGetValue(remainder, out var candidates))
        {
            foreach (var candidate in candidates)
            {
                if (IsSlip(typed, candidate))
                {
                    return words[candidate];
                }
            }
        }

        return Lexicon.Unknown;
    }

    // One letter put in, left out or wrong, or two neighbours that changed places.
    private static bool IsSlip(ReadOnlySpan<char> typed, ReadOnlySpan<char> word)
    {
        var same = typed.CommonPrefixLength(word);
        var left = typed[same..];
        var right = word[same..];
        return (left.Length - right.Length) switch
        {
            1 => left[1..].SequenceEqual(right),
            -1 => right[1..].SequenceEqual(left),
            0 => left.Length > 0 && (left[1..].SequenceEqual(right[1..])
                || (left.Length > 1 && left[0] == right[1] && left[1] == right[0] && left[2..].SequenceEqual(right[2..]))),
            _ => false,
        };
    }
}
