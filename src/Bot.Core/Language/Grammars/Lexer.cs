using System.Buffers;
using Bot.Core.Texts;

namespace Bot.Core.Language.Grammars;

/// <summary>
/// Cuts what somebody wrote into words, numbers and signs, whatever stands between them: « 18h30 », « 18 h 30 » and « 18H 30 »
/// are the same. Apostrophes and hyphens inside a word are spaces; a full stop behind a word is none of its business.
/// </summary>
internal static class Lexer
{
    private const int LongestWord = 40;
    private const int MostDigits = 9;
    private const int PairedPhone = 14;
    private const int FewestPhoneDigits = 10;
    private const int MostPhoneDigits = 15;
    private const string Openings = "«“\"";
    private const string Closings = "»”\"";

    private static readonly SearchValues<char> Dashes = SearchValues.Create("-–—−‑‐→");

    /// <summary>Cuts a text.</summary>
    /// <param name="text">What was written.</param>
    /// <param name="lexicon">Finds the number of a folded word.</param>
    public static List<Token> Cut(string text, Func<ReadOnlySpan<char>, int> lexicon)
    {
        var tokens = new List<Token>(16);
        var at = 0;
        while (at < text.Length)
        {
            at = Next(text, at, tokens, lexicon);
        }

        return tokens;
    }

    private static int Next(string text, int at, List<Token> tokens, Func<ReadOnlySpan<char>, int> lexicon)
    {
        var c = text[at];
        if (c < ' ' || char.IsWhiteSpace(c) || IsInvisible(c))
        {
            return at + 1;
        }

        if (EndOfPhone(text, at) is > 0 and var last)
        {
            return Put(tokens, new Token(Lexicon.Unknown, at, last));
        }

        if (char.IsAsciiDigit(c))
        {
            return Number(text, at, tokens);
        }

        if (char.IsLetter(c))
        {
            return Word(text, at, tokens, lexicon);
        }

        return Shielded(text, at) is > 0 and var end ? Put(tokens, new Token(Lexicon.Unknown, at, end)) : Sign(text, at, tokens, lexicon);
    }

    private static int Number(string text, int at, List<Token> tokens)
    {
        var end = at;
        var value = 0;
        while (end < text.Length && char.IsAsciiDigit(text[end]))
        {
            value = end - at < MostDigits ? (10 * value) + (text[end] - '0') : -1;
            end++;
        }

        return Put(tokens, new Token(Lexicon.Unknown, at, end) { Number = end - at <= MostDigits ? value : -1, IsGlued = IsGlued(tokens, at) });
    }

    private static int Word(string text, int at, List<Token> tokens, Func<ReadOnlySpan<char>, int> lexicon)
    {
        var end = at;
        while (end < text.Length && (char.IsLetter(text[end]) || IsAccent(text[end])))
        {
            end++;
        }

        if (text.AsSpan(end).StartsWith("://", StringComparison.Ordinal))
        {
            return Put(tokens, new Token(Lexicon.Unknown, at, EndOfRun(text, end)));
        }

        Span<char> folded = stackalloc char[2 * LongestWord];
        var word = end - at > LongestWord ? Lexicon.Unknown : lexicon(folded[..Folding.Fold(text.AsSpan(at..end), folded)]);
        var isHyphened = tokens.Count > 0 && tokens[^1].IsWord && tokens[^1].End == at - 1 && Dashes.Contains(text[at - 1]);
        Put(tokens, new Token(word, at, end) { IsWord = true, IsGlued = IsGlued(tokens, at), IsHyphened = isHyphened });
        return end < text.Length && text[end] == '.' && !(end + 1 < text.Length && char.IsLetterOrDigit(text[end + 1])) ? end + 1 : end;
    }

    private static int Sign(string text, int at, List<Token> tokens, Func<ReadOnlySpan<char>, int> lexicon)
    {
        var isAfterWord = tokens.Count > 0 && tokens[^1].IsWord && tokens[^1].End == at;
        var isBeforeWord = at + 1 < text.Length && char.IsLetter(text[at + 1]);
        Span<char> sign = [Dashes.Contains(text[at]) ? '-' : text[at] is '’' or '‘' or '′' or 'ʼ' or '´' or '`' ? '\'' : text[at]];
        if (sign[0] is '\'' ? isBeforeWord || isAfterWord : sign[0] is '-' or '_' && isAfterWord && isBeforeWord)
        {
            return at + 1;
        }

        var length = char.IsHighSurrogate(text[at]) && at + 1 < text.Length ? 2 : 1;
        return Put(tokens, new Token(length == 1 ? lexicon(sign) : Lexicon.Unknown, at, at + length) { IsGlued = IsGlued(tokens, at) });
    }

    // What stands in quotes is a title, what stands behind @ or # a name: no date is looked for in them.
    private static int Shielded(string text, int at)
    {
        var quote = Openings.IndexOf(text[at], StringComparison.Ordinal);
        if (quote >= 0)
        {
            return text.IndexOf(Closings[quote], at + 1) + 1;
        }

        return text[at] is '@' or '#' && at + 1 < text.Length && char.IsLetter(text[at + 1]) ? EndOfRun(text, at) : 0;
    }

    // « 06 12 34 56 78 », « +33 6 12 34 56 78 »: a phone's number is no date, though it is made of days and hours.
    private static int EndOfPhone(string text, int at) => at > 0 && char.IsLetterOrDigit(text[at - 1]) ? 0 : text[at] switch
    {
        '0' => EndOfPairs(text, at),
        '+' => EndOfDigits(text, at + 1),
        _ => 0,
    };

    private static int EndOfPairs(string text, int at)
    {
        var end = at + PairedPhone;
        var isPaired = end <= text.Length && IsBetweenDigits(text[at + 2]) && !(end < text.Length && char.IsAsciiDigit(text[end]));
        for (var i = at; isPaired && i < end; i++)
        {
            isPaired = (i - at) % 3 == 2 ? text[i] == text[at + 2] : char.IsAsciiDigit(text[i]);
        }

        return isPaired ? end : 0;
    }

    private static int EndOfDigits(string text, int at)
    {
        var (digits, end) = (0, at);
        while (end < text.Length && digits <= MostPhoneDigits && (char.IsAsciiDigit(text[end]) || (digits > 0 && IsBetweenDigits(text[end]) && end + 1 < text.Length && char.IsAsciiDigit(text[end + 1]))))
        {
            digits += char.IsAsciiDigit(text[end++]) ? 1 : 0;
        }

        return digits is >= FewestPhoneDigits and <= MostPhoneDigits ? end : 0;
    }

    private static bool IsBetweenDigits(char c) => c is '.' or '-' || char.IsWhiteSpace(c);

    private static int EndOfRun(string text, int at)
    {
        while (at < text.Length && !char.IsWhiteSpace(text[at]))
        {
            at++;
        }

        return at;
    }

    private static int Put(List<Token> tokens, in Token token)
    {
        tokens.Add(token);
        return token.End;
    }

    private static bool IsGlued(List<Token> tokens, int at) => tokens.Count > 0 && tokens[^1].End == at;

    private static bool IsAccent(char c) => c is >= '\u0300' and <= '\u036F';

    private static bool IsInvisible(char c) => c is '\u200B' or '\u2060' or '\uFEFF' or '\u200D' or '\uFE0F' || IsAccent(c);
}
