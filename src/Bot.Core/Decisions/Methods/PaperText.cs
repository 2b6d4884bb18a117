using System.Globalization;
using Bot.Core.Texts;

namespace Bot.Core.Decisions;

/// <summary>Reads what people type on a ballot: « 1=5 2=3 », « A5 B3 », « 1 oui 2 si besoin », « 1&gt;3&gt;2 ».</summary>
internal static class PaperText
{
    private static readonly char[] Between = [' ', ',', ';', '\n', '\t'];

    /// <summary>The numbers of options and what is said of each; null when the words are no such list.</summary>
    /// <param name="typed">What was typed.</param>
    /// <param name="takesNumbers">Whether what is said of an option is a number.</param>
    public static IReadOnlyList<(int Option, string Value)>? Pairs(string typed, bool takesNumbers)
    {
        var pairs = new List<(int Option, string Value)>();
        foreach (var token in Glued(typed).Split(Between, StringSplitOptions.RemoveEmptyEntries))
        {
            var at = token.IndexOf('=', StringComparison.Ordinal);
            if (at > 0 && Option(token[..at]) is { } glued)
            {
                pairs.Add((glued, token[(at + 1)..]));
            }
            else if (takesNumbers && pairs is [.., (_, "")] && Number(token) is not null)
            {
                pairs[^1] = (pairs[^1].Option, token);
            }
            else if (Number(token) is { } option)
            {
                pairs.Add((option, ""));
            }
            else if (token.Length > 1 && char.IsAsciiLetterLower(token[0]) && Number(token[1..]) is not null)
            {
                pairs.Add((Letter(token[0]), token[1..]));
            }
            else if (pairs.Count > 0 && !takesNumbers)
            {
                pairs[^1] = (pairs[^1].Option, $"{pairs[^1].Value} {token}".Trim());
            }
            else
            {
                return null;
            }
        }

        return pairs.Count == 0 ? null : pairs;
    }

    /// <summary>An order of preference: « 1>3>2 », « b > a », « 2 1 »; null when the words are none.</summary>
    public static IReadOnlyList<int>? Order(string typed)
    {
        var takesLetters = typed.Contains('>', StringComparison.Ordinal);
        var options = Folding.Fold(typed).Split(['>', .. Between], StringSplitOptions.RemoveEmptyEntries)
            .Select(token => takesLetters ? Option(token) : Number(token)).ToList();
        return options.Count == 0 || options.Contains(null) ? null : [.. options.Select(option => option!.Value)];
    }

    private static string Glued(string typed)
    {
        var folded = Folding.Fold(typed).Replace(':', '=');
        while (folded.Contains(" =", StringComparison.Ordinal) || folded.Contains("= ", StringComparison.Ordinal))
        {
            folded = folded.Replace(" =", "=", StringComparison.Ordinal).Replace("= ", "=", StringComparison.Ordinal);
        }

        return folded;
    }

    private static int? Option(string token) => token is [>= 'a' and <= 'z' and var letter] ? Letter(letter) : Number(token);

    private static int Letter(char letter) => letter - 'a' + 1;

    private static int? Number(string token) => int.TryParse(token, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
