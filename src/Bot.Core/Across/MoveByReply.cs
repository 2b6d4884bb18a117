using Bot.Core.Commands;
using Bot.Core.Memory;
using Bot.Core.Turns;

namespace Bot.Core.Across;

/// <summary>Understands « mardi 19h » in reply to something that has a day, and nothing but a day.</summary>
public sealed class MoveByReply : IUnderstand
{
    /// <inheritdoc/>
    public Intent? Read(string line, Turn turn)
    {
        if (turn.RepliedTo is not { } code || Kind.All.FirstOrDefault(kind => kind.Letter == code.Letter) is not { } kind
            || turn.Document(kind, code.Number) is not { IsSettled: false } thing || thing is not IMovable)
        {
            return null;
        }

        var words = new Words(line);
        return IsADay(words, turn) && words.IsEmpty
            ? Intent.To<Move>().With(nameof(Move.Thing), code).With(nameof(Move.To), line)
            : null;
    }

    // « 3h » is doubtful, and asked about, but it is a time.
    private static bool IsADay(Words words, Turn turn)
    {
        try
        {
            return Due.Read(words, new Asked(IsRequired: true, IsAlone: false), turn) is not null;
        }
        catch (Doubt)
        {
            return true;
        }
    }
}
