using Bot.Core.Language;
using Bot.Core.Memory;
using Bot.Core.Texts;
using NodaTime;

namespace Bot.Core.Slots;

/// <summary>A line of the typical week, as after an undo.</summary>
/// <param name="When">When, each week.</param>
/// <param name="Title">What.</param>
/// <param name="Places">How many places.</param>
public sealed record TypicalSlotStands(Recurrence When, string Title, int Places) : Says;

/// <summary>A line that the typical week has no more.</summary>
/// <param name="When">When, each week.</param>
/// <param name="Title">What.</param>
public sealed record TypicalSlotIsGone(Recurrence When, string Title) : Says;

/// <summary>One line of the coop's typical week: what a week's slots are made from, each of them taken down and taken back alone.</summary>
[Kind("typical")]
public sealed record TypicalSlot : Document, IDescribed
{
    private static readonly LocalDate AnyMonday = new(2024, 1, 1);

    /// <summary>What is done, in the words of who wrote it down.</summary>
    public required string Title { get; init; }

    /// <summary>On which day of the week.</summary>
    public required IsoDayOfWeek Day { get; init; }

    /// <summary>From when on.</summary>
    public required LocalTime Time { get; init; }

    /// <summary>How long.</summary>
    public required Duration Length { get; init; }

    /// <summary>How many people there is room for.</summary>
    public required int Places { get; init; }

    /// <summary>How many it takes at least; 0 when every place is to be filled.</summary>
    public int Least { get; init; }

    /// <summary>When it is, each week.</summary>
    internal Recurrence When => new(Of(AnyMonday).Day, Time, new RecurrenceRule(Frequency.Weekly) { Days = [new NthDay(Day)] }) { Length = Period.FromMinutes((long)Length.TotalMinutes) };

    /// <summary>The coop's typical week, from Monday on.</summary>
    /// <param name="records">Where it stands.</param>
    public static IReadOnlyList<TypicalSlot> All(IRecords records) => [.. records.Live<TypicalSlot>().OrderBy(line => line.Day).ThenBy(line => line.Time).ThenBy(line => line.Id)];

    /// <summary>When it is in a week.</summary>
    /// <param name="monday">The week's Monday.</param>
    internal EventTime Of(LocalDate monday) => new(monday.PlusDays((int)Day - 1), Time) { Length = Length };

    /// <summary>Whether two say the same.</summary>
    /// <param name="other">The other.</param>
    internal bool IsLike(TypicalSlot other) => Day == other.Day && Time == other.Time && FoldedTitle.Of(Title).Text == FoldedTitle.Of(other.Title).Text;

    /// <inheritdoc/>
    public Says Describe(IRecords records) => new TypicalSlotStands(When, Title, Places);

    /// <inheritdoc/>
    public Says DescribeGone(IRecords records) => new TypicalSlotIsGone(When, Title);
}
