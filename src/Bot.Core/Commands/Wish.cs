using Bot.Core.Texts;
using Bot.Core.Turns;

namespace Bot.Core.Commands;

/// <summary>One of a few things that somebody may want of something, each said by words of its own: « rejoindre », « quitter ».</summary>
public abstract record Wish
{
    private readonly Func<TextBook, IReadOnlyList<string>> words;

    /// <summary>A wish.</summary>
    /// <param name="words">The words that say it, in the texts; the first is how the bot writes it.</param>
    protected Wish(Func<TextBook, IReadOnlyList<string>> words)
    {
        this.words = words;
    }

    /// <summary>How one could type it.</summary>
    internal string Typed(Turn turn) => words(turn.Parts.Texts)[0];

    /// <summary>Takes the word at a place, when one of some wishes is said there.</summary>
    /// <typeparam name="TWish">The kind of wish.</typeparam>
    /// <param name="words">What was typed.</param>
    /// <param name="index">The place.</param>
    /// <param name="wishes">Those it may be.</param>
    /// <param name="turn">The turn.</param>
    /// <returns>The wish; null when the word there says none, or there is none.</returns>
    private protected static TWish? TakeAt<TWish>(Words words, int index, IReadOnlyList<TWish> wishes, Turn turn) where TWish : Wish
    {
        if (index < 0 || index >= words.Left.Count || wishes.FirstOrDefault(wish => wish.words(turn.Parts.Texts).Contains(words.Left[index].Folded)) is not { } said)
        {
            return null;
        }

        words.Take(index, 1);
        return said;
    }
}
