using Bot.Core.Commands;
using Bot.Core.Memory;
using Bot.Core.Texts;
using Bot.Core.Turns;
using NodaTime;

namespace Bot.Core.Journal;

/// <summary>Something was written in the journal.</summary>
/// <param name="Day">The day it stands in.</param>
/// <param name="Line">Its code.</param>
/// <param name="Text">The words, for those who have not read them where they were typed.</param>
/// <param name="Who">Who wrote them.</param>
public sealed record WrittenInJournal(LocalDate Day, Ref Line, string? Text, string Who) : Says;

/// <summary>Words that would not fit on a phone.</summary>
/// <param name="Most">How many characters fit.</param>
public sealed record LineTooLong(int Most) : Says;

/// <summary>Writes something in the journal, for all to find again.</summary>
[Menu(10)]
public sealed record WriteInJournal(string Text) : ICommand
{
    /// <summary>A page of seven such lines still fits in one message of every platform.</summary>
    private const int LongestLine = 500;

    /// <inheritdoc/>
    public Says Run(Turn turn)
    {
        var text = Plain.Line(Text);
        if (text.Length == 0)
        {
            throw Doubt.NoWords<WriteInJournal>(nameof(Text));
        }

        if (text.Length > LongestLine)
        {
            throw new Refusal(new LineTooLong(LongestLine));
        }

        var line = JournalLine.Of(text, turn);
        line.Keep(turn);
        return new WrittenInJournal(line.Day, line.Ref, turn.IsPrivate ? text : null, turn.Member.Name);
    }
}
