using System.Globalization;
using Bot.Core.Texts;
using Bot.Core.Turns;

namespace Bot.Core.Commands;

/// <summary>A number of places that makes no sense.</summary>
/// <param name="Most">The most that does.</param>
public sealed record PlacesOutOfRange(int Most) : Says;

/// <summary>How many people there is room for: « 12 places ».</summary>
/// <param name="Count">From 1.</param>
public sealed record Places(int Count) : IReadable<Places>
{
    private const int Most = 999;

    /// <inheritdoc/>
    public static Places? Read(Words words, Asked how, Turn turn)
    {
        if ((how.IsAlone || how.IsAnswer) && words.Left is [var only] && int.TryParse(only.Folded, NumberStyles.None, CultureInfo.InvariantCulture, out var bare))
        {
            words.Take(0, 1);
            return Checked(bare);
        }

        var names = turn.Parts.Texts.Words("Places.words");
        for (var i = 1; i < words.Left.Count; i++)
        {
            if (names.Contains(words.Left[i].Folded) && int.TryParse(words.Left[i - 1].Folded, NumberStyles.None, CultureInfo.InvariantCulture, out var count))
            {
                words.Take(i - 1, 2);
                return Checked(count);
            }
        }

        return null;
    }

    private static Places Checked(int count) => count is > 0 and <= Most ? new Places(count) : throw new Refusal(new PlacesOutOfRange(Most));
}
