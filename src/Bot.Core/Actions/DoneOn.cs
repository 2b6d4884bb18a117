using Bot.Core.Commands;
using Bot.Core.Language;
using Bot.Core.Texts;
using Bot.Core.Turns;
using NodaTime;

namespace Bot.Core.Actions;

/// <summary>The day on which something was done, said behind it: « /fait cafetière hier ».</summary>
/// <param name="Day">The day.</param>
public sealed record DoneOn(LocalDate Day) : IReadable<DoneOn>
{
    /// <inheritdoc/>
    public static DoneOn? Read(Words words, Asked how, Turn turn)
    {
        if (words.IsEmpty || turn.Parts.Reader.ReadWhen(words.LeftText, turn.Spoken(Look.Back)) is not { IsRead: true, Value: When.OnDay { Day: var day }, Parts: [var part] } || day > turn.Today)
        {
            return null;
        }

        var said = Folding.Fold(words.LeftText[part]);
        if (turn.Live<CoopAction>().Any(action => Folding.Fold(action.Title).Contains(said, StringComparison.Ordinal)))
        {
            return null;
        }

        words.Take([part]);
        return new DoneOn(day);
    }
}
