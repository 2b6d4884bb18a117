using Bot.Core.Commands;
using Bot.Core.Texts;
using Bot.Core.Turns;
using NodaTime;

namespace Bot.Core.Journal;

/// <summary>A day's page.</summary>
/// <param name="Day">The day.</param>
/// <param name="Done">How many things were done, if any.</param>
/// <param name="Notes">How many lines members wrote, if any.</param>
/// <param name="Lines">Those of this page.</param>
/// <param name="More">How many there are behind them.</param>
public sealed record DayReads(LocalDate Day, Says? Done, Says? Notes, IReadOnlyList<Says> Lines, int? More) : Says;

/// <summary>How many things were done in a day.</summary>
/// <param name="Count">How many.</param>
public sealed record DoneCount(int Count) : Says;

/// <summary>How many lines members wrote in a day.</summary>
/// <param name="Count">How many.</param>
public sealed record NoteCount(int Count) : Says;

/// <summary>A day that remembers nothing.</summary>
/// <param name="Day">The day.</param>
public sealed record DayIsEmpty(LocalDate Day) : Says;

/// <summary>Shows what a day remembers: what people did, and what they wrote.</summary>
public sealed record ShowDay(PastDay? Day = null, PageNumber? Page = null) : ICommand
{
    /// <inheritdoc/>
    public Says Run(Turn turn)
    {
        var day = Day?.Date ?? JournalEntry.DayOf(turn);
        var entries = JournalDay.EntriesOf(day, turn);
        if (entries.Count == 0)
        {
            return new DayIsEmpty(day);
        }

        var done = entries.Count(entry => entry is JournalDeed { Deed: Deed.Done });
        var notes = entries.Count(entry => entry is JournalLine);
        var page = PageNumber.Of(entries, Page);
        return new DayReads(
            day,
            done > 0 ? new DoneCount(done) : null,
            notes > 0 ? new NoteCount(notes) : null,
            [.. page.Shown.Select(entry => entry.Tell(turn))],
            page.More)
        {
            Offers = page.OfferRest(Intent.To<ShowDay>().With(nameof(Day), PastDay.Typed(day)), nameof(Page)),
        };
    }
}
