using System.Globalization;
using Bot.Core.Commands;
using Bot.Core.Turns;

namespace Bot.Core.Actions;

/// <summary>Steps to tick, by their numbers: « 2 », « 1 et 3 »; or to be done again: « pas 2 ».</summary>
/// <param name="Numbers">Which, from 1.</param>
/// <param name="IsAgain">Whether they are to be done again.</param>
/// <param name="Typed">How it was typed: among other words, numbers are part of a step.</param>
public sealed record Ticks(IReadOnlyList<int> Numbers, bool IsAgain, string Typed) : IReadable<Ticks>
{
    /// <inheritdoc/>
    public static Ticks? Read(Words words, Asked how, Turn turn)
    {
        var and = turn.Parts.Texts.Words("And.words");
        var start = words.Left.Count;
        var numbers = new List<int>();
        while (start > 0 && (NumbersIn(words.Left[start - 1].Folded) is not null || (numbers.Count > 0 && and.Contains(words.Left[start - 1].Folded))))
        {
            start--;
            numbers.InsertRange(0, NumbersIn(words.Left[start].Folded) ?? []);
        }

        // A list of steps may end with a number.
        if (numbers.Count == 0 || (start > 0 && words.Left[start - 1].Text[^1] is ',' or ';'))
        {
            return null;
        }

        var again = turn.Parts.Texts.Words("Untick.words");
        var isAgain = start > 0 && again.Contains(words.Left[start - 1].Folded);
        start -= isAgain ? 1 : 0;
        var typed = string.Join(' ', words.Left.Skip(start).Select(word => word.Text));
        words.Take(start, words.Left.Count - start);
        return new Ticks(numbers, isAgain, typed);
    }

    // « 1,3 » is two numbers.
    private static List<int>? NumbersIn(string word)
    {
        var numbers = new List<int>();
        foreach (var part in word.Split(',', StringSplitOptions.RemoveEmptyEntries))
        {
            if (!int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            {
                return null;
            }

            numbers.Add(number);
        }

        return numbers.Count == 0 ? null : numbers;
    }
}
