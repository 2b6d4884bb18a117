using System.Globalization;
using Bot.Core.Commands;
using Bot.Core.Turns;

namespace Bot.Core.Slots;

/// <summary>With how many people a slot can do, when not all its places must be filled: « 2 minimum », « au moins 3 ».</summary>
/// <param name="Count">From 1.</param>
public sealed record Least(int Count) : IReadable<Least>
{
    /// <inheritdoc/>
    public static Least? Read(Words words, Asked how, Turn turn)
    {
        foreach (var phrase in turn.Parts.Texts.Words("Least.words").OrderByDescending(phrase => phrase.Length))
        {
            for (var i = 0; i < words.Left.Count; i++)
            {
                var length = words.Spells(phrase, i);
                if (length > 0 && (NumberAt(words, i + length) ?? NumberAt(words, i - 1)) is { } count)
                {
                    words.Take(NumberAt(words, i + length) is null ? i - 1 : i, length + 1);
                    return new Least(count);
                }
            }
        }

        return null;
    }

    private static int? NumberAt(Words words, int index) =>
        index >= 0 && index < words.Left.Count && int.TryParse(words.Left[index].Folded, NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count > 0 ? count : null;
}
