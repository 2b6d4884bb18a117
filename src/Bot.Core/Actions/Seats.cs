using System.Globalization;
using Bot.Core.Commands;
using Bot.Core.Texts;
using Bot.Core.Turns;

namespace Bot.Core.Actions;

/// <summary>A number of people that makes no sense.</summary>
/// <param name="Most">The most that does.</param>
public sealed record SeatsOutOfRange(int Most) : Says;

/// <summary>How many people something takes: « 3 personnes », « 2 personnes minimum », « 2 à 4 personnes ».</summary>
/// <param name="Count">How many it needs, from 1.</param>
/// <param name="UpTo">How many may be on it; as many as it needs, unless more was said.</param>
public sealed record Seats(int Count, int UpTo) : IReadable<Seats>
{
    /// <summary>As many as one can count here: whoever names no upper end means so many.</summary>
    internal const int Most = 99;

    /// <inheritdoc/>
    public static Seats? Read(Words words, Asked how, Turn turn)
    {
        // Only at the end: « 100 personnes à prévenir » is a title.
        var texts = turn.Parts.Texts;
        var tail = new Tail(words);
        var isLeast = tail.Take(texts.Words("AtLeast.words"));
        var isSure = tail.Take(texts.Words("Seats.words")) || how.IsRequired || how.IsAlone;
        if (tail.Range(texts.Words("SeatsRange.words")) is not var (low, high))
        {
            return null;
        }

        isLeast |= tail.Take(texts.Words("AtLeast.words"));
        isSure |= tail.Take(texts.Words("SeatsBefore.words")) && isLeast;
        if (!isSure)
        {
            return null;
        }

        words.Take(tail.Start, words.Left.Count - tail.Start);
        return low > 0 && high <= Most ? new Seats(low, isLeast ? Most : high) : throw new Refusal(new SeatsOutOfRange(Most));
    }

    /// <summary>Words, read from behind.</summary>
    private sealed class Tail(Words words)
    {
        public int Start { get; private set; } = words.Left.Count;

        public bool Take(IReadOnlyList<string> phrases)
        {
            foreach (var phrase in phrases)
            {
                var length = phrase.Count(c => c == ' ') + 1;
                if (Start >= length && words.Spells(phrase, Start - length) == length)
                {
                    Start -= length;
                    return true;
                }
            }

            return false;
        }

        // « 3 », « 2-4 », « 2 à 4 ».
        public (int Low, int High)? Range(IReadOnlyList<string> between)
        {
            if (Start == 0)
            {
                return null;
            }

            var numbers = words.Left[Start - 1].Folded.Split('-');
            if (numbers.Length > 2 || Number(numbers[^1]) is not { } high || Number(numbers[0]) is not { } low)
            {
                return null;
            }

            Start--;
            var end = Start;
            if (numbers.Length == 1 && Take(between) && Start > 0 && Number(words.Left[Start - 1].Folded) is { } first)
            {
                Start--;
                return (Math.Min(first, high), Math.Max(first, high));
            }

            Start = end;
            return (Math.Min(low, high), Math.Max(low, high));
        }

        private static int? Number(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
    }
}
