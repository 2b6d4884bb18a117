using System.Collections.Immutable;
using Bot.Core.Texts;

namespace Bot.Core.Memory;

/// <summary>A word as it is compared.</summary>
/// <param name="Text">The word, folded.</param>
/// <param name="Letters">One bit per letter it holds: two words whose masks differ in many bits are far apart.</param>
public readonly record struct FoldedWord(string Text, int Letters);

/// <summary>A title as it is compared: accents, capitals, articles and plurals aside.</summary>
/// <param name="Words">Its words, folded.</param>
/// <param name="Text">The words joined by single spaces.</param>
/// <param name="Letters">One bit per letter it holds, as in its words.</param>
public sealed record FoldedTitle(ImmutableArray<FoldedWord> Words, string Text, int Letters)
{
    /// <summary>Folds a title, or the words somebody typed to find one.</summary>
    /// <param name="title">The words.</param>
    public static FoldedTitle Of(string title)
    {
        var words = Split(Folding.Fold(title));
        if (words.Exists(word => !IsArticle(word.Text)))
        {
            words.RemoveAll(word => IsArticle(word.Text));
        }

        var letters = 0;
        foreach (var word in words)
        {
            letters |= word.Letters;
        }

        return new FoldedTitle([.. words], string.Join(' ', words.Select(word => word.Text)), letters);
    }

    private static int LettersOf(ReadOnlySpan<char> word)
    {
        var letters = 0;
        foreach (var c in word)
        {
            letters |= char.IsAsciiLetterLower(c) ? 1 << (c - 'a') : 0;
        }

        return letters;
    }

    private static List<FoldedWord> Split(string folded)
    {
        var words = new List<FoldedWord>();
        var start = 0;
        for (var i = 0; i <= folded.Length; i++)
        {
            if (i < folded.Length && char.IsLetterOrDigit(folded[i]))
            {
                continue;
            }

            if (i > start)
            {
                var word = Singular(folded.AsSpan(start..i));
                words.Add(new FoldedWord(word.ToString(), LettersOf(word)));
            }

            start = i + 1;
        }

        return words;
    }

    // The plural of nearly all French and English nouns: an s, or the x of -eaux and -eux. « Local » and « locaux » are both cut to « loca », « tuyau » to « tuya ».
    private static ReadOnlySpan<char> Singular(ReadOnlySpan<char> word) =>
        word.Length > 5 && word.EndsWith("aux") && !word.EndsWith("eaux") ? word[..^2]
        : word.Length > 4 && (word.EndsWith("al") || (word.EndsWith("au") && !word.EndsWith("eau"))) ? word[..^1]
        : word.Length > 3 && (word[^1] == 's' || word.EndsWith("eaux") || word.EndsWith("eux")) ? word[..^1]
        : word;

    // The s of « les » and « des » is gone only from longer words, so they stand here as they are typed.
    private static bool IsArticle(string word) =>
        word is "le" or "la" or "les" or "l" or "un" or "une" or "des" or "du" or "de" or "d" or "the" or "a" or "an";
}
