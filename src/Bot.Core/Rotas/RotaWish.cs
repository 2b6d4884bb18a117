using Bot.Core.Commands;
using Bot.Core.Texts;
using Bot.Core.Turns;

namespace Bot.Core.Rotas;

/// <summary>What somebody wants of a rota: « passer », « prendre », « absent », « rejoindre », « quitter ».</summary>
public sealed record RotaWish : Wish, IReadable<RotaWish>
{
    /// <summary>To change turns with somebody.</summary>
    public static readonly RotaWish Swap = new(texts => texts.Words("SwapTurn.words"));

    /// <summary>To take the turn of who looks for somebody.</summary>
    public static readonly RotaWish Take = new(texts => texts.Words("TakeTurn.words"));

    /// <summary>To be passed over until a day.</summary>
    public static readonly RotaWish BeAway = new(texts => texts.Words("AwayFromRota.words"));

    /// <summary>To take part.</summary>
    public static readonly RotaWish Join = new(texts => texts.Words("JoinRota.words"));

    /// <summary>To take part no more.</summary>
    public static readonly RotaWish Leave = new(texts => texts.Words("LeaveRota.words"));

    private RotaWish(Func<TextBook, IReadOnlyList<string>> words)
        : base(words)
    {
    }

    /// <inheritdoc/>
    public static RotaWish? Read(Words words, Asked how, Turn turn)
    {
        // Behind the title.
        for (var i = how.IsAlone ? 0 : 1; i < words.Left.Count; i++)
        {
            if (TakeAt(words, i, [Swap, Take, BeAway, Join, Leave], turn) is { } wish)
            {
                return wish;
            }
        }

        return null;
    }
}
