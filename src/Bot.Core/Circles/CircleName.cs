using Bot.Core.Commands;
using Bot.Core.Memory;
using Bot.Core.Texts;
using Bot.Core.Turns;

namespace Bot.Core.Circles;

/// <summary>A name that can't be a circle's.</summary>
/// <param name="Most">How many characters it may have.</param>
public sealed record CircleNameOdd(int Most) : Says;

/// <summary>A circle's name, on a button.</summary>
/// <param name="Circle">Its name, as it is typed.</param>
public sealed record ThatCircle(string Circle) : Says;

/// <summary>What a circle is called, in one word, with its sign or without: « jardin », « #jardin ».</summary>
/// <param name="Tag">The word.</param>
public sealed record CircleName(Tag Tag) : IReadable<CircleName>
{
    private const int Longest = 24;

    /// <inheritdoc/>
    public static CircleName? Read(Words words, Asked how, Turn turn)
    {
        if (words.IsEmpty)
        {
            return null;
        }

        var typed = Plain.Text(words.LeftText).TrimStart('#');
        var isName = typed.Length is > 1 and <= Longest && typed.All(sign => char.IsLetterOrDigit(sign) || sign is '_' or '-') && !typed.All(char.IsDigit);
        words.Take(0, words.Left.Count);
        return isName ? new CircleName(new Tag(typed)) : throw new Refusal(new CircleNameOdd(Longest));
    }

    /// <summary>Circles to choose from.</summary>
    internal static IReadOnlyList<Way> Some(Turn turn) => [.. turn.Live<Circle>().Take(4).Select(circle => new Way(new ThatCircle(circle.Tag.Typed), circle.Tag.Typed))];
}
