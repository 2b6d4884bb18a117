using Bot.Core.Commands;
using Bot.Core.Texts;
using Bot.Core.Turns;

namespace Bot.Core.Circles;

/// <summary>What somebody wants of a circle: « rejoindre », « quitter », « ici », « fermer ».</summary>
public sealed record CircleWish : Wish, IReadable<CircleWish>
{
    /// <summary>To be in it.</summary>
    public static readonly CircleWish Join = new(texts => texts.Words("JoinCircle.words"));

    /// <summary>To be in it no more.</summary>
    public static readonly CircleWish Leave = new(texts => texts.Words("LeaveCircle.words"));

    /// <summary>That it meets in this room.</summary>
    public static readonly CircleWish MeetHere = new(texts => texts.Words("MeetHere.words"));

    /// <summary>That it comes to its end.</summary>
    public static readonly CircleWish Close = new(texts => texts.Words("CloseCircle.words"));

    private CircleWish(Func<TextBook, IReadOnlyList<string>> words)
        : base(words)
    {
    }

    /// <inheritdoc/>
    public static CircleWish? Read(Words words, Asked how, Turn turn) =>
        // Only at the end: a circle may be called « ici ».
        words.Left.Count > (how.IsAlone ? 0 : 1) ? TakeAt(words, words.Left.Count - 1, [Join, Leave, MeetHere, Close], turn) : null;
}
