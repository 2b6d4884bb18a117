using System.Globalization;

namespace Bot.Core.Texts;

/// <summary>
/// When a whole number is of a plural category, in the notation of Unicode's UTS #35 (Language Plural Rules), so that a rule may
/// be copied from CLDR as it stands: <c>n % 10 = 2..4 and n % 100 != 12..14</c>. Samples behind an @ are left aside.
/// </summary>
public sealed class PluralRule
{
    // Any one of these suffices, and each wants all of its relations.
    private readonly Relation[][] alternatives;

    private PluralRule(Relation[][] alternatives) => this.alternatives = alternatives;

    /// <summary>Reads a rule.</summary>
    /// <param name="text">The rule as CLDR writes it.</param>
    /// <exception cref="FormatException">It is no such rule.</exception>
    public static PluralRule Parse(string text) =>
        new([.. text.Split('@')[0].Split(" or ").Select(part => part.Split(" and ").Select(ReadRelation).ToArray())]);

    /// <summary>Whether a number is of this category.</summary>
    /// <param name="number">The number; CLDR looks at its size, not at its sign.</param>
    public bool Holds(int number)
    {
        var size = Math.Abs((long)number);
        return Array.Exists(alternatives, relations => Array.TrueForAll(relations, relation => relation.Holds(size)));
    }

    private static Relation ReadRelation(string text)
    {
        var negated = text.Contains("!=", StringComparison.Ordinal);
        if (text.Split(negated ? "!=" : "=") is not [var left, var right])
        {
            throw Wrong(text);
        }

        var expression = left.Split('%', StringSplitOptions.TrimEntries);
        var modulus = expression.Length == 2 ? Number(expression[1], text) : 0;
        if (expression.Length > 2 || expression[0] is not [var operand] || (expression.Length == 2 && modulus == 0))
        {
            throw Wrong(text);
        }

        // A whole number is its own integer part (n, i) and has neither decimals (v, w, f, t) nor an exponent (c, e).
        var whole = operand switch
        {
            'n' or 'i' => true,
            'v' or 'w' or 'f' or 't' or 'c' or 'e' => false,
            _ => throw Wrong(text),
        };
        return new Relation(whole, modulus, negated, [.. right.Split(',').Select(range => ReadRange(range, text))]);
    }

    private static (long First, long Last) ReadRange(string range, string text) => range.Split("..") switch
    {
        [var only] => (Number(only, text), Number(only, text)),
        [var first, var last] => (Number(first, text), Number(last, text)),
        _ => throw Wrong(text),
    };

    private static long Number(string digits, string text) =>
        long.TryParse(digits.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : throw Wrong(text);

    private static FormatException Wrong(string text) => new($"no plural rule: {text.Trim()}");

    private sealed record Relation(bool Whole, long Modulus, bool Negated, (long First, long Last)[] Ranges)
    {
        public bool Holds(long size)
        {
            var operand = Whole ? size : 0;
            var value = Modulus > 0 ? operand % Modulus : operand;
            return Array.Exists(Ranges, range => value >= range.First && value <= range.Last) != Negated;
        }
    }
}
