using Bot.Core.Memory;
using Bot.Core.Turns;

namespace Bot.Core.Commands;

/// <summary>
/// A thing of the coop that is only ever named by its code, or, where it must be named, by replying to a message about it: what is noted by the thousand has
/// no title to seek.
/// </summary>
/// <typeparam name="T">The kind, or a trait that several kinds share.</typeparam>
/// <param name="Value">The thing.</param>
public sealed record Coded<T>(T Value) : IReadable<Coded<T>> where T : class
{
    /// <inheritdoc/>
    public static Coded<T>? Read(Words words, Asked how, Turn turn)
    {
        for (var i = 0; i < words.Left.Count; i++)
        {
            if (Ref.TryParse(words.Left[i].Folded, out var code) && KindOf(code) is { } kind)
            {
                words.Take(i, 1);
                return Known(kind, code, turn) ?? throw new Refusal(new NoSuchCode(code.ToString()));
            }
        }

        return how.IsRequired && turn.RepliedTo is { } replied && KindOf(replied) is { } about ? Known(about, replied, turn) : null;
    }

    private static Coded<T>? Known(Kind kind, Ref code, Turn turn) => turn.Document(kind, code.Number) is T known ? new Coded<T>(known) : null;

    private static Kind? KindOf(Ref code) => Kind.All.FirstOrDefault(kind => kind.Letter == code.Letter && kind.Type.IsAssignableTo(typeof(T)));
}
