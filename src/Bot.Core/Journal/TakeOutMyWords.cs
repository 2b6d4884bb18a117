using Bot.Core.Commands;
using Bot.Core.Memory;
using Bot.Core.Texts;
using Bot.Core.Turns;

namespace Bot.Core.Journal;

/// <summary>Words that somebody else alone may take out.</summary>
/// <param name="Who">Whose they are.</param>
public sealed record WordsOfAnother(string Who) : Says;

/// <summary>A line of the journal, by its code.</summary>
/// <param name="Value">The line.</param>
public sealed record LineWithCode(JournalLine Value) : IReadable<LineWithCode>
{
    /// <inheritdoc/>
    public static LineWithCode? Read(Words words, Asked how, Turn turn)
    {
        if (words.Left is not [var only] || !Ref.TryParse(only.Folded, out var code))
        {
            return null;
        }

        words.Take(0, 1);
        return turn.Find<JournalLine>(code.Number) is { } line ? new LineWithCode(line) : throw new Refusal(new NoSuchCode(code.ToString()));
    }
}

/// <summary>Takes out of the journal what its author said and somebody else kept there.</summary>
[Untyped]
public sealed record TakeOutMyWords(LineWithCode Line) : ICommand
{
    /// <inheritdoc/>
    public Says Run(Turn turn)
    {
        var line = Line.Value;
        if (line.Member != turn.Member.Id)
        {
            throw new Refusal(new WordsOfAnother(turn.Find<Member>(line.Member)!.Name));
        }

        turn.Remove(line);
        return new LineIsGone(line.Ref, line.Day);
    }
}
