using Bot.Core.Commands;
using Bot.Core.Texts;
using Bot.Core.Turns;

namespace Bot.Core.Hours;

/// <summary>The circle somebody worked for: « #jardin ».</summary>
/// <param name="Name">As it was typed, without its sign.</param>
public sealed record CircleTag(string Name) : IReadable<CircleTag>
{
    /// <summary>What stands before it.</summary>
    public const char Sign = '#';

    /// <inheritdoc/>
    public static CircleTag? Read(Words words, Asked how, Turn turn)
    {
        for (var i = 0; i < words.Left.Count; i++)
        {
            if (In(words.Left[i]) is { } tag)
            {
                words.Take(i, 1);
                return tag;
            }
        }

        return null;
    }

    /// <summary>The circle that a title names, if any.</summary>
    /// <param name="title">The title.</param>
    internal static CircleTag? Of(string title) => new Words(title).Left.Select(In).FirstOrDefault(tag => tag is not null);

    private static CircleTag? In(Words.Word word) => word.Text is [Sign, _, ..] tag && Plain.Text(tag[1..]).TrimEnd(',', '.', ';') is { Length: > 0 } name ? new CircleTag(name) : null;
}
