using Bot.Core.Commands;
using Bot.Core.Texts;
using Bot.Core.Turns;
using NodaTime;

namespace Bot.Core.Journal;

/// <summary>A day's page.</summary>
/// <param name="Day">The day.</param>
/// <param name="Counts">What it came to in numbers, if anything.</param>
/// <param name="Lines">Those of this page.</param>
/// <param name="More">How many there are behind them.</param>
public sealed record DayReads(LocalDate Day, Says? Counts, IReadOnlyList<Says> Lines, int? More) : Says;

/// <summary>A day that remembers nothing.</summary>
/// <param name="Day">The day.</param>
public sealed record DayIsEmpty(LocalDate Day) : Says;

/// <summary>Shows what a day remembers: what people did, decided and met for, how much time they gave, and what they wrote.</summary>
public sealed record ShowDay(PastDay? Day = null, PageNumber? Page = null) : ICommand
{
    /// <inheritdoc/>
    public Says Run(Turn turn)
    {
        var day = Day?.Date ?? JournalEntry.DayOf(turn);
        var entries = JournalDay.EntriesOf(day, day, turn);
        var counts = Tally.Of(entries, JournalDay.TimeOf(day, day, turn));
        var page = PageNumber.Of(entries, Page);
        return entries.Count == 0 && counts is null ? new DayIsEmpty(day) : new DayReads(day, counts, [.. page.Shown.Select(entry => entry.Tell(turn))], page.More)
        {
            Offers = page.OfferRest(Intent.To<ShowDay>().With(nameof(Day), PastDay.Typed(day)), nameof(Page)),
        };
    }
}
