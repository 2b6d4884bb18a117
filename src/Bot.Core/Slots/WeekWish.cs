using Bot.Core.Commands;
using Bot.Core.Texts;
using Bot.Core.Turns;

namespace Bot.Core.Slots;

/// <summary>What somebody wants of the typical week: « ajouter », « retirer », « reprendre ».</summary>
public sealed record WeekWish : IReadable<WeekWish>
{
    /// <summary>One line more.</summary>
    public static readonly WeekWish Add = new(texts => texts.Words("AddToWeek.words"));

    /// <summary>One line less.</summary>
    public static readonly WeekWish Remove = new(texts => texts.Words("RemoveFromWeek.words"));

    /// <summary>To begin with the one that is proposed.</summary>
    public static readonly WeekWish Adopt = new(texts => texts.Words("AdoptWeek.words"));

    private readonly Func<TextBook, IReadOnlyList<string>> words;

    private WeekWish(Func<TextBook, IReadOnlyList<string>> words)
    {
        this.words = words;
    }

    /// <inheritdoc/>
    public static WeekWish? Read(Words words, Asked how, Turn turn)
    {
        if (words.IsEmpty || ((WeekWish[])[Add, Remove, Adopt]).FirstOrDefault(wish => wish.words(turn.Parts.Texts).Contains(words.Left[0].Folded)) is not { } wish)
        {
            return null;
        }

        words.Take(0, 1);
        return wish;
    }

    /// <summary>How one could type it.</summary>
    internal string Typed(TextBook texts) => words(texts)[0];
}
