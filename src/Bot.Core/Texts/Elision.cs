using System.Text;

namespace Bot.Core.Texts;

/// <summary>
/// Little words that shorten before some words, as « de » does in « d'Amina ». Each is a function of the language that
/// templates name. Which words shorten them is told by how these begin: the longest beginning that fits decides, so that
/// "h" may say no, "he" yes, and "heros" no again. A word that fits none does not shorten.
/// </summary>
internal sealed class Elision
{
    private readonly IReadOnlyDictionary<string, (string Whole, string Short)> words;
    private readonly Dictionary<string, bool> beginnings = new(StringComparer.Ordinal);
    private readonly int longest;

    public Elision(LanguageSettings settings)
    {
        var shortens = settings.TryTake("elision.before") ?? "";
        var doesNot = settings.TryTake("elision.not") ?? "";
        foreach (var (list, decides) in new[] { (shortens, true), (doesNot, false) })
        {
            foreach (var beginning in CommaList.Read(list))
            {
                beginnings[Folding.Fold(beginning)] = decides;
            }
        }

        longest = beginnings.Keys.Select(beginning => beginning.Length).DefaultIfEmpty().Max();
        words = settings.TakeAll("elide.", Forms);
    }

    /// <summary>Whether the language has this function.</summary>
    public bool Has(string function) => words.ContainsKey(function);

    /// <summary>Puts the little word before what was written from <paramref name="start"/> on; before nothing, nothing.</summary>
    public void Apply(string function, StringBuilder to, int start)
    {
        if (to.Length > start)
        {
            var (whole, shortened) = words[function];
            var beginning = to.ToString(start, Math.Min(longest, to.Length - start));
            to.Insert(start, Shortens(Folding.Fold(beginning)) ? shortened : whole);
        }
    }

    private bool Shortens(string word)
    {
        for (var length = Math.Min(longest, word.Length); length > 0; length--)
        {
            if (beginnings.TryGetValue(word[..length], out var decides))
            {
                return decides;
            }
        }

        return false;
    }

    private static (string Whole, string Short) Forms(string value) => value.Split('|') is [var whole, var shortened]
        ? (whole, shortened)
        : throw new FormatException($"an elision is written \"whole |shortened\": {value}");
}
