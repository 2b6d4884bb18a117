using System.Globalization;

namespace Bot.Core.Language.Grammars;

/// <summary>
/// Reads a pattern into the ways through it. <c>a | b</c> are two ways, <c>[a]</c> may be left out, <c>(a | b)</c> groups,
/// <c>{day}</c> is another symbol, a word with <c>~</c> may have one slip of the finger; what is written without space between it
/// must be typed without space.
/// </summary>
/// <param name="text">The pattern.</param>
/// <param name="lexicon">Where its words are kept.</param>
/// <param name="symbol">Finds the number of a symbol, and whether it has a value.</param>
/// <param name="numbers">The symbol that says numbers in words in the pattern's language; -1 if none does.</param>
internal sealed class PatternReader(string text, Lexicon lexicon, Func<string, (int Number, bool HasValue)> symbol, int numbers)
{
    private const int MostWays = 4096;
    private int at;
    private int slots;

    /// <summary>The ways through the pattern.</summary>
    /// <exception cref="FormatException">It is malformed.</exception>
    public IReadOnlyList<Path> Read()
    {
        var ways = Ways();
        return at < text.Length ? throw new FormatException($"\"{text[at]}\" closes nothing") : ways;
    }

    // Each alternative counts its values anew; behind a group counting goes on from the longest.
    private List<Path> Ways()
    {
        var before = slots;
        var all = Way();
        var most = slots;
        while (at < text.Length && text[at] == '|')
        {
            at++;
            slots = before;
            all.AddRange(Way());
            most = Math.Max(most, slots);
        }

        slots = most;
        return all;
    }

    private List<Path> Way()
    {
        List<Path> ways = [new Path([], [])];
        while (true)
        {
            var isGlued = at > 0 && at < text.Length && !char.IsWhiteSpace(text[at]) && !char.IsWhiteSpace(text[at - 1]) && text[at - 1] is not ('[' or '(' or '|' or ']' or ')');
            while (at < text.Length && char.IsWhiteSpace(text[at]))
            {
                at++;
                isGlued = false;
            }

            if (at == text.Length || text[at] is '|' or ']' or ')')
            {
                return ways;
            }

            var next = Item(isGlued);
            ways = [.. ways.SelectMany(_ => next, (before, after) => new Path([.. before.Elements, .. after.Elements], [.. before.Slots, .. after.Slots]))];
            if (ways.Count > MostWays)
            {
                throw new FormatException("too many ways through this pattern: divide it");
            }
        }
    }

    private List<Path> Item(bool isGlued) => text[at] switch
    {
        '[' => [.. Group(']'), new Path([], [])],
        '(' => Group(')'),
        '{' => [Value(isGlued)],
        '!' => [Not()],
        _ => [Words(isGlued)],
    };

    private List<Path> Group(char closing)
    {
        at++;
        var ways = Ways();
        return at < text.Length && text[at++] == closing ? ways : throw new FormatException($"a \"{closing}\" is missing");
    }

    private Path Not()
    {
        at++;
        return new Path([new Element(ElementKind.Not, symbol(Braces()).Number, IsGlued: false)], [0]);
    }

    private Path Value(bool isGlued)
    {
        var name = Braces();
        var range = name.IndexOf("..", StringComparison.Ordinal);
        var (element, hasValue) = range > 0 ? (Number(name[..range], name[(range + 2)..], isGlued), true) : name switch
        {
            "plural" => (new Element(ElementKind.Plural, 0, isGlued), false),
            [.., '+'] => Of(ElementKind.List, name[..^1], isGlued),
            [.., '*'] => Of(ElementKind.Row, name[..^1], isGlued),
            _ => Of(ElementKind.Symbol, name, isGlued),
        };
        return new Path([element], [hasValue ? ++slots : 0]);
    }

    private (Element Element, bool HasValue) Of(ElementKind kind, string name, bool isGlued)
    {
        var (number, hasValue) = symbol(name);
        return kind == ElementKind.Symbol || hasValue
            ? (new Element(kind, number, isGlued), hasValue)
            : throw new FormatException($"a list of {{{name}}} means nothing");
    }

    private Element Number(string min, string max, bool isGlued)
    {
        if (!int.TryParse(min, NumberStyles.None, CultureInfo.InvariantCulture, out var low) || !int.TryParse(max, NumberStyles.None, CultureInfo.InvariantCulture, out var high))
        {
            throw new FormatException($"not a range of numbers: {{{min}..{max}}}");
        }

        var width = min.Length == max.Length && min.Length > 1 && min[0] == '0' ? min.Length : 0;
        return new Element(ElementKind.Number, width > 0 ? -1 : numbers, isGlued, low, high, width);
    }

    private string Braces()
    {
        var end = at < text.Length && text[at] == '{' ? text.IndexOf('}', at) : -1;
        if (end < 0)
        {
            throw new FormatException("a name stands in braces: {day}");
        }

        var name = text[(at + 1)..end];
        at = end + 1;
        return name;
    }

    private Path Words(bool isGlued)
    {
        var start = at;
        if (text[at] == '\\')
        {
            start = ++at;
            at++;
        }

        while (at < text.Length && !char.IsWhiteSpace(text[at]) && "|[](){}!~\\".IndexOf(text[at], StringComparison.Ordinal) < 0)
        {
            at++;
        }

        var typed = text[start..at];
        var isTolerant = at < text.Length && text[at] == '~';
        at += isTolerant ? 1 : 0;
        var words = new List<string>();
        var tokens = Lexer.Cut(typed, word =>
        {
            words.Add(word.ToString());
            return words.Count - 1;
        });
        if (tokens.Count == 0)
        {
            throw new FormatException($"nothing to match in \"{typed}\"");
        }

        // A number in a pattern of words, as in « 2main », is that number.
        var elements = tokens.Select((token, index) => token.Number >= 0
            ? new Element(ElementKind.Number, -1, index > 0 ? token.IsGlued : isGlued, token.Number, token.Number, token.Length)
            : new Element(ElementKind.Word, lexicon.Add(words[token.Word], isTolerant), index > 0 ? token.IsGlued : isGlued)).ToList();
        return new Path(elements, [.. elements.Select(_ => 0)]);
    }
}
