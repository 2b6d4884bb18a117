using System.Globalization;
using Bot.Core.Turns;

namespace Bot.Core.Commands;

/// <summary>Which part of a long list: « 2 ».</summary>
/// <param name="Number">From 1.</param>
public sealed record PageNumber(int Number) : IReadable<PageNumber>
{
    /// <summary>How many things one page shows: a phone's screen.</summary>
    public const int Length = 7;

    /// <inheritdoc/>
    public static PageNumber? Read(Words words, Asked how, Turn turn)
    {
        if (words.Left is not [var only] || !int.TryParse(only.Folded, NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number < 1)
        {
            return null;
        }

        words.Take(0, 1);
        return new PageNumber(number);
    }
}
