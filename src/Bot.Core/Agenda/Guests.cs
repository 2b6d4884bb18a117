using System.Globalization;
using Bot.Core.Commands;
using Bot.Core.Texts;
using Bot.Core.Turns;

namespace Bot.Core.Agenda;

/// <summary>More people than anybody brings.</summary>
/// <param name="Most">How many one can.</param>
public sealed record TooManyGuests(int Most) : Says;

/// <summary>How many people somebody brings: « +1 ».</summary>
/// <param name="Count">From 1.</param>
public sealed record Guests(int Count) : IReadable<Guests>
{
    private const int Most = 20;

    /// <inheritdoc/>
    public static Guests? Read(Words words, Asked how, Turn turn)
    {
        for (var i = 0; i < words.Left.Count; i++)
        {
            if (words.Left[i].Folded is ['+', .. var digits] && int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count > 0)
            {
                words.Take(i, 1);
                return count <= Most ? new Guests(count) : throw new Refusal(new TooManyGuests(Most));
            }
        }

        return null;
    }
}
