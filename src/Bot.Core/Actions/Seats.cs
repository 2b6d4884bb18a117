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
        for (var i = 0; i + 1 < words.Left.Count; i++)
        {
            if (int.TryParse(words.Left[i].Folded, NumberStyles.None, CultureInfo.InvariantCulture, out var count)
                && turn.Parts.Texts.Words("Seats.words").Contains(words.Left[i + 1].Folded))
            {
                words.Take(i, 2);
                return count is > 0 and <= Most ? new Seats(count) : throw new Refusal(new SeatsOutOfRange(Most));
            }
        }

        return null;
    }
}
