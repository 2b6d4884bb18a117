using Bot.Core.Commands;
using Bot.Core.Texts;
using Bot.Core.Turns;

namespace Bot.Core.Slots;

/// <summary>What somebody wants of the typical week: « ajouter », « retirer », « reprendre ».</summary>
public sealed record WeekWish : Wish, IReadable<WeekWish>
{
    /// <summary>One line more.</summary>
    public static readonly WeekWish Add = new(texts => texts.Words("AddToWeek.words"));

    /// <summary>One line less.</summary>
    public static readonly WeekWish Remove = new(texts => texts.Words("RemoveFromWeek.words"));

    /// <summary>To begin with the one that is proposed.</summary>
    public static readonly WeekWish Adopt = new(texts => texts.Words("AdoptWeek.words"));

    private WeekWish(Func<TextBook, IReadOnlyList<string>> words)
        : base(words)
    {
    }

    /// <inheritdoc/>
    public static WeekWish? Read(Words words, Asked how, Turn turn) => TakeAt(words, 0, [Add, Remove, Adopt], turn);
}
