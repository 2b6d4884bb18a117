using System.Numerics;
using Bot.Core.Memory;

namespace Bot.Core.Commands;

/// <summary>How well a title fits what was typed; the lower, the better.</summary>
public enum Fit
{
    /// <summary>The same words.</summary>
    Exact,

    /// <summary>All the words that were typed are in it.</summary>
    AllWords,

    /// <summary>It, or words of it, begin like what was typed.</summary>
    Prefix,

    /// <summary>A small typo away, as a whole or word by word: 1 letter up to 5 letters, else 2.</summary>
    Typo,

    /// <summary>Worth a question: up to half the shorter of the two away.</summary>
    Near,

    /// <summary>Something else.</summary>
    None,
}

/// <summary>Compares what was typed with a title (accents, capitals, plurals and articles aside).</summary>
public static class Matching
{
    /// <summary>Texts longer than this are compared word by word only: nobody mistypes a page.</summary>
    private const int Longest = 256;

    /// <summary>How well a title fits.</summary>
    /// <param name="typed">What was typed.</param>
    /// <param name="title">The title.</param>
    /// <param name="worst">The worst fit of interest: what cannot fit that well is looked at no closer.</param>
    public static Fit Compare(FoldedTitle typed, FoldedTitle title, Fit worst = Fit.Near)
    {
        if (typed.Text.Length == 0)
        {
            return Fit.None;
        }

        if (typed.Text == title.Text)
        {
            return Fit.Exact;
        }

        // A title that lacks a letter of what was typed holds neither its words nor their beginnings.
        var lacking = Lacking(typed.Letters, title.Letters);
        if (lacking == 0 && EachWord(typed, title, IsSame))
        {
            return Fit.AllWords;
        }

        if (lacking == 0 && (title.Text.StartsWith(typed.Text, StringComparison.Ordinal) || EachWord(typed, title, Begins)))
        {
            return Fit.Prefix;
        }

        return worst <= Fit.Prefix ? Fit.None : CompareLoosely(typed, title, worst);
    }

    private static Fit CompareLoosely(FoldedTitle typed, FoldedTitle title, Fit worst)
    {
        var slip = Slip(typed.Text);
        var near = worst == Fit.Typo ? 0 : Math.Min(typed.Text.Length, title.Text.Length) / 2;
        var most = Math.Max(near, slip);
        var distance = AreFarApart(typed.Letters, title.Letters, most) ? most + 1 : Distance(typed.Text, title.Text, most);
        return (distance <= slip && distance < typed.Text.Length) || EachWordSlipped(typed, title) ? Fit.Typo
            : distance <= near ? Fit.Near
            : Fit.None;
    }

    private static bool EachWord(FoldedTitle typed, FoldedTitle title, Func<FoldedWord, FoldedWord, bool> fits)
    {
        foreach (var word in typed.Words)
        {
            var found = false;
            foreach (var other in title.Words)
            {
                found = found || fits(word, other);
            }

            if (!found)
            {
                return false;
            }
        }

        return true;
    }

    private static bool EachWordSlipped(FoldedTitle typed, FoldedTitle title)
    {
        foreach (var word in typed.Words)
        {
            if (Lacking(word.Letters, title.Letters) > Slip(word.Text))
            {
                return false;
            }
        }

        return EachWord(typed, title, IsSlipOf);
    }

    // Each slip brings at most one letter that the title does not have.
    private static int Lacking(int letters, int title) => BitOperations.PopCount((uint)(letters & ~title));

    private static bool IsSame(FoldedWord word, FoldedWord other) => word.Letters == other.Letters && word.Text == other.Text;

    // Shorter beginnings and shorter words are too often something else.
    private static bool Begins(FoldedWord word, FoldedWord other) =>
        word.Text.Length >= 3 && other.Text.StartsWith(word.Text, StringComparison.Ordinal);

    private static bool IsSlipOf(FoldedWord word, FoldedWord other)
    {
        var slip = Slip(word.Text);
        return IsSame(word, other)
            || (word.Text.Length >= 4 && other.Text.Length >= 4 && !AreFarApart(word.Letters, other.Letters, slip)
                && Distance(word.Text, other.Text, slip) <= slip);
    }

    // Each edit changes at most two letters of the masks, so texts with fewer letters in common need no closer look.
    private static bool AreFarApart(int letters, int others, int most) => BitOperations.PopCount((uint)(letters ^ others)) > 2 * most;

    private static int Slip(string typed) => typed.Length <= 5 ? 1 : 2;

    /// <summary>The Damerau-Levenshtein distance (optimal string alignment), or a number above the limit as soon as it is known to be.</summary>
    /// <param name="a">One text.</param>
    /// <param name="b">The other.</param>
    /// <param name="limit">The largest distance of interest.</param>
    public static int Distance(string a, string b, int limit)
    {
        if (Math.Abs(a.Length - b.Length) > limit || a.Length > Longest || b.Length > Longest)
        {
            return limit + 1;
        }

        Span<int> before = stackalloc int[b.Length + 1];
        Span<int> last = stackalloc int[b.Length + 1];
        Span<int> row = stackalloc int[b.Length + 1];
        for (var j = 0; j <= b.Length; j++)
        {
            last[j] = j;
        }

        for (var i = 1; i <= a.Length; i++)
        {
            row[0] = i;
            var least = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var cost = a[i - 1] == b[j - 1] ? 0 : 1;
                row[j] = Math.Min(Math.Min(row[j - 1] + 1, last[j] + 1), last[j - 1] + cost);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                {
                    row[j] = Math.Min(row[j], before[j - 2] + 1);
                }

                least = Math.Min(least, row[j]);
            }

            if (least > limit)
            {
                return limit + 1;
            }

            var spare = before;
            before = last;
            last = row;
            row = spare;
        }

        return last[b.Length];
    }
}
