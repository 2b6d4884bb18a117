namespace Bot.Core.Language.Grammars;

/// <summary>
/// Finds the word somebody meant when one letter is missing, wrong, too many, or has changed places with its neighbour. The words
/// lie in drawers by their first letter, or their second for a lost first one, and by their length: a typed word is compared with
/// the few of one drawer, never with all.
/// </summary>
internal sealed class Slips
{
    private const int Shortest = 4;
    private const int Longest = 15;
    private const int Letters = 'z' - 'a' + 1;

    private readonly (string Word, int Number)[]?[] drawers = new (string, int)[]?[Letters * (Longest + 1)];
    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> meant;

    /// <summary>Sorts the words into their drawers.</summary>
    /// <param name="words">Those that tolerate a slip, and their numbers.</param>
    /// <param name="meant">What looks like a slip, but is written on purpose.</param>
    public Slips(IEnumerable<KeyValuePair<string, int>> words, HashSet<string> meant)
    {
        this.meant = meant.GetAlternateLookup<ReadOnlySpan<char>>();
        foreach (var (word, number) in words)
        {
            foreach (var drawer in from letter in new[] { word[0], word[1] }.Distinct()
                                   from length in Enumerable.Range(word.Length - 1, 3)
                                   where length is >= Shortest and <= Longest
                                   select Drawer(letter, length))
            {
                drawers[drawer] = [.. drawers[drawer] ?? [], (word, number)];
            }
        }
    }

    /// <summary>The number of the word that was meant, or <see cref="Lexicon.Unknown"/>.</summary>
    public int Find(ReadOnlySpan<char> typed)
    {
        if (typed.Length is >= Shortest and <= Longest && char.IsAsciiLetterLower(typed[0]) && drawers[Drawer(typed[0], typed.Length)] is { } drawer)
        {
            foreach (var (word, number) in drawer)
            {
                if (IsSlip(typed, word))
                {
                    return meant.Contains(typed) ? Lexicon.Unknown : number;
                }
            }
        }

        return Lexicon.Unknown;
    }

    private static int Drawer(char letter, int length) => ((letter - 'a') * (Longest + 1)) + length;

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
