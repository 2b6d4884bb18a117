using Bot.Core.Commands;
using Bot.Core.Memory;
using Bot.Core.Turns;

namespace Bot.Core.Hours;

/// <summary>What somebody worked on, of all that has a code and a title: « A12 », or what the message replied to is about.</summary>
/// <param name="Code">Its code.</param>
/// <param name="Title">Its title.</param>
public sealed record AboutThing(Ref Code, string Title) : IReadable<AboutThing>
{
    /// <inheritdoc/>
    public static AboutThing? Read(Words words, Asked how, Turn turn)
    {
        for (var i = 0; i < words.Left.Count; i++)
        {
            if (Ref.TryParse(words.Left[i].Folded, out var code) && Find(code, turn) is { } named)
            {
                words.Take(i, 1);
                return named;
            }
        }

        return turn.RepliedTo is { } replied ? Find(replied, turn) : null;
    }

    private static AboutThing? Find(Ref code, Turn turn) =>
        Kind.All.FirstOrDefault(kind => kind.Letter == code.Letter && kind.Type.IsAssignableTo(typeof(ITitled))) is { } kind
        && turn.Document(kind, code.Number) is { } found && turn.Sees(found) ? new AboutThing(code, ((ITitled)found).Title) : null;
}
