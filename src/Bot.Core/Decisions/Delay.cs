using System.Globalization;
using Bot.Core.Commands;
using Bot.Core.Texts;
using Bot.Core.Turns;

namespace Bot.Core.Decisions;

/// <summary>A time to answer that makes no sense.</summary>
/// <param name="Most">The most days that do.</param>
public sealed record DelayOutOfRange(int Most) : Says;

/// <summary>How long people have to answer, when the charter's time does not suit: « sous 3 jours », at the end.</summary>
/// <param name="Days">How many days.</param>
public sealed record Delay(int Days) : IReadable<Delay>
{
    /// <summary>Longer than that, nobody remembers what it was about.</summary>
    internal const int Most = 60;

    /// <inheritdoc/>
    public static Delay? Read(Words words, Asked how, Turn turn)
    {
        var last = words.Left.Count - 1;
        if (last < 2 || !turn.Parts.Texts.Words("Days.words").Contains(words.Left[last].Folded)
            || !turn.Parts.Texts.Words("Delay.words").Contains(words.Left[last - 2].Folded)
            || !int.TryParse(words.Left[last - 1].Folded, NumberStyles.None, CultureInfo.InvariantCulture, out var days))
        {
            return null;
        }

        words.Take(last - 2, 3);
        return days is > 0 and <= Most ? new Delay(days) : throw new Refusal(new DelayOutOfRange(Most));
    }
}
