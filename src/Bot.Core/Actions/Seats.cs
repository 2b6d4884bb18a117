using System.Globalization;
using Bot.Core.Commands;
using Bot.Core.Texts;
using Bot.Core.Turns;

namespace Bot.Core.Actions;

/// <summary>A number of people that makes no sense.</summary>
/// <param name="Most">The most that does.</param>
public sealed record SeatsOutOfRange(int Most) : Says;

/// <summary>How many people something takes: « 3 personnes », « 6 places ».</summary>
/// <param name="Count">From 1.</param>
public sealed record Seats(int Count) : IReadable<Seats>
{
    private const int Most = 99;

    /// <inheritdoc/>
    public static Seats? Read(Words words, Asked how, Turn turn)
    {
        // Only at the end: « 100 personnes à prévenir » is a title.
        var last = words.Left.Count - 1;
        if (last < 1 || !turn.Parts.Texts.Words("Seats.words").Contains(words.Left[last].Folded)
            || !int.TryParse(words.Left[last - 1].Folded, NumberStyles.None, CultureInfo.InvariantCulture, out var count))
        {
            return null;
        }

        var hasFor = last > 1 && turn.Parts.Texts.Words("OnBehalf.words").Contains(words.Left[last - 2].Folded);
        words.Take(hasFor ? last - 2 : last - 1, hasFor ? 3 : 2);
        return count is > 0 and <= Most ? new Seats(count) : throw new Refusal(new SeatsOutOfRange(Most));
    }
}
