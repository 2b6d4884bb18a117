using Bot.Core.Memory;
using Bot.Core.Texts;
using Bot.Core.Turns;
using NodaTime;

namespace Bot.Core.Journal;

/// <summary>What a member wrote in the journal, on a line of its day.</summary>
/// <param name="Text">Their words.</param>
/// <param name="Line">Its code.</param>
/// <param name="Who">Who wrote it.</param>
public sealed record NoteOfTheDay(string Text, Ref Line, string Who) : Says;

/// <summary>How a line of the journal stands, after it was put back.</summary>
/// <param name="Text">Its words.</param>
/// <param name="Line">Its code.</param>
/// <param name="Day">Its day.</param>
public sealed record LineStands(string Text, Ref Line, LocalDate Day) : Says;

/// <summary>A line of the journal is there no more.</summary>
/// <param name="Line">Its code.</param>
/// <param name="Day">Its day.</param>
public sealed record LineIsGone(Ref Line, LocalDate Day) : Says;

/// <summary>Something a member wrote for all to find again.</summary>
[Kind("journal", Letter = 'J')]
public sealed record JournalLine : JournalEntry, IDescribed
{
    /// <summary>Who wrote it.</summary>
    public required int Member { get; init; }

    /// <summary>Their words, on one line.</summary>
    public required string Text { get; init; }

    /// <summary>A line by who speaks.</summary>
    /// <param name="text">Their words.</param>
    /// <param name="turn">The turn.</param>
    public static JournalLine Of(string text, Turn turn) => new()
    {
        Id = turn.NextId<JournalLine>(),
        Day = DayOf(turn),
        At = turn.SaidAt,
        Member = turn.Member.Id,
        Text = text,
    };

    /// <inheritdoc/>
    public override Says Tell(IRecords records) => new NoteOfTheDay(Text, Ref, records.Find<Member>(Member)!.Name);

    /// <inheritdoc/>
    public Says Describe(IRecords records) => new LineStands(Text, Ref, Day);

    /// <inheritdoc/>
    public Says DescribeGone(IRecords records) => new LineIsGone(Ref, Day);
}
