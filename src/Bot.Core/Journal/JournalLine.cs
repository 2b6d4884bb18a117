using System.Collections.Immutable;
using Bot.Core.Commands;
using Bot.Core.Memory;
using Bot.Core.Texts;
using Bot.Core.Turns;
using NodaTime;

namespace Bot.Core.Journal;

/// <summary>What a member wrote in the journal, on a line of its day.</summary>
/// <param name="Text">Their words.</param>
/// <param name="Line">Its code.</param>
/// <param name="Who">Whose words they are.</param>
/// <param name="Before">What it read before it was last corrected.</param>
public sealed record NoteOfTheDay(string Text, Ref Line, string Who, string? Before) : Says;

/// <summary>How a line of the journal stands, after it was put back.</summary>
/// <param name="Text">Its words.</param>
/// <param name="Line">Its code.</param>
/// <param name="Day">Its day.</param>
public sealed record LineStands(string Text, Ref Line, LocalDate Day) : Says;

/// <summary>A line of the journal is there no more.</summary>
/// <param name="Line">Its code.</param>
/// <param name="Day">Its day.</param>
public sealed record LineIsGone(Ref Line, LocalDate Day) : Says;

/// <summary>Something a member wrote for all to find again, or said and somebody kept.</summary>
[Kind("journal", Letter = 'J')]
public sealed record JournalLine : JournalEntry, ICorrectable, IDescribed, IRemarked, ISearchable
{
    /// <summary>A page of seven such lines still fits in one message of every platform.</summary>
    internal const int Longest = 500;

    /// <summary>Whose words they are.</summary>
    public required int Member { get; init; }

    /// <summary>The words, on one line.</summary>
    public required string Text { get; init; }

    /// <summary>What it read before, oldest first; null while nobody has corrected it.</summary>
    public ImmutableList<EarlierText>? Earlier { get; init; }

    /// <inheritdoc/>
    public string Title => Plain.Short(Text);

    /// <inheritdoc/>
    public int LongestText => Longest;

    /// <inheritdoc/>
    public bool TellsAll => true;

    /// <inheritdoc/>
    public string FoundBy => Text;

    /// <inheritdoc/>
    public Ref FoundAs => Ref;

    /// <summary>A new line.</summary>
    /// <param name="text">The words.</param>
    /// <param name="whose">Whose they are.</param>
    /// <param name="turn">The turn.</param>
    public static JournalLine Of(string text, Member whose, Turn turn) => new()
    {
        Id = turn.NextId<JournalLine>(),
        Day = DayOf(turn),
        At = turn.SaidAt,
        Member = whose.Id,
        Text = text,
        Room = turn.Room?.Id ?? 0,
    };

    /// <inheritdoc/>
    public LocalDateTime? FoundAt(DateTimeZone zone) => At.InZone(zone).LocalDateTime;

    /// <inheritdoc/>
    public Document Corrected(string text, Turn turn) => this with { Text = text, Earlier = Versions.With(Earlier, Text, turn) };

    /// <inheritdoc/>
    public IEnumerable<Remark> Remarks(IRecords records) => Versions.Tell(Text, Member, At, Earlier, records);

    /// <inheritdoc/>
    public override Says Tell(IRecords records) => new NoteOfTheDay(Text, Ref, records.Find<Member>(Member)!.Name, Earlier is null ? null : Plain.Short(Earlier[^1].Text));

    /// <inheritdoc/>
    public Says Describe(IRecords records) => new LineStands(Text, Ref, Day);

    /// <inheritdoc/>
    public Says DescribeGone(IRecords records) => new LineIsGone(Ref, Day);

    /// <inheritdoc/>
    internal override bool IsOf(Tag tag, IRecords records) => tag.Marks(Text, records.Find<Room>(Room), records);

    /// <inheritdoc/>
    internal override bool IsBy(int member) => Member == member;
}
