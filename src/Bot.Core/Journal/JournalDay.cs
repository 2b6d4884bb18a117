using System.Collections.Immutable;
using Bot.Core.Memory;
using NodaTime;

namespace Bot.Core.Journal;

/// <summary>
/// Where a day's entries are, so that a day years ago is found as fast as today. Its own number is the day's, counted from
/// 1 January 1970; what was taken back is still listed, and no longer found.
/// </summary>
[Kind("day", IsBookkeeping = true)]
public sealed record JournalDay : Document
{
    private static readonly LocalDate First = new(1970, 1, 1);

    /// <summary>The numbers of what members wrote.</summary>
    public ImmutableList<int> Lines { get; init; } = [];

    /// <summary>The numbers of what was noted by itself.</summary>
    public ImmutableList<int> Deeds { get; init; } = [];

    /// <inheritdoc/>
    public override bool IsSettled => true;

    /// <summary>A day.</summary>
    /// <param name="day">Which.</param>
    /// <param name="records">What the coop knows.</param>
    internal static JournalDay Of(LocalDate day, IRecords records)
    {
        var number = Period.DaysBetween(First, day);
        return records.Find<JournalDay>(number) ?? new JournalDay { Id = number };
    }

    /// <summary>The day with one entry more.</summary>
    internal JournalDay With(JournalEntry entry) =>
        entry is JournalLine ? this with { Lines = Lines.Add(entry.Id) } : this with { Deeds = Deeds.Add(entry.Id) };

    /// <summary>What the day remembers, in the order it was said.</summary>
    /// <param name="records">What the coop knows.</param>
    internal IReadOnlyList<JournalEntry> Entries(IRecords records) =>
        [.. Deeds.Select(records.Find<JournalDeed>).Concat<JournalEntry?>(Lines.Select(records.Find<JournalLine>)).OfType<JournalEntry>().OrderBy(entry => entry.At)];
}
