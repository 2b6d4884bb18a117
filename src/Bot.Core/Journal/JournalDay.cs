using System.Collections.Immutable;
using Bot.Core.Language;
using Bot.Core.Memory;
using Bot.Core.Turns;
using NodaTime;

namespace Bot.Core.Journal;

/// <summary>
/// Where a day's entries begin, so that a day years ago is found as fast as today. Its own number is the day's, counted from
/// 1 January 1970. Written with the first entry of the day, whatever becomes of that one.
/// </summary>
[Kind("day", IsBookkeeping = true)]
public sealed record JournalDay : Document
{
    private static readonly LocalDate Epoch = new(1970, 1, 1);

    // Words count from up to a day before they are dealt with, and the coop may move to another time zone meanwhile.
    private const int MostDaysLate = 2;

    /// <summary>The first of the day's lines by members; 0 while there is none.</summary>
    public int FirstLine { get; init; }

    /// <summary>The first of the day's deeds; 0 while there is none.</summary>
    public int FirstDeed { get; init; }

    /// <summary>The numbers of the times that were given that day; null while there are none. Each may be said long after the day.</summary>
    public ImmutableList<int>? Times { get; init; }

    /// <summary>Notes that some more time was given on a day.</summary>
    internal static void Note(GivenTime given, Turn turn)
    {
        var day = On(given.Day, turn);
        turn.Keep(day with { Times = (day.Times ?? []).Add(given.Id) });
    }

    /// <summary>Notes that a day has one more entry.</summary>
    internal static void Note(JournalEntry entry, Turn turn)
    {
        var day = On(entry.Day, turn);
        if (entry is JournalLine ? day.FirstLine == 0 : day.FirstDeed == 0)
        {
            turn.Keep(entry is JournalLine ? day with { FirstLine = entry.Id } : day with { FirstDeed = entry.Id });
        }
    }

    /// <summary>What some days remember, in the order it was said.</summary>
    internal static IReadOnlyList<JournalEntry> EntriesOf(LocalDate first, LocalDate last, Turn turn) =>
        [.. Enumerable.Range(0, Period.DaysBetween(first, last) + 1).SelectMany(number => EntriesOf(first.PlusDays(number), turn)).OrderBy(entry => entry.At)];

    /// <summary>How much time people gave on some days, all together.</summary>
    internal static Effort TimeOf(LocalDate first, LocalDate last, IRecords records) => new(
        Enumerable.Range(0, Period.DaysBetween(first, last) + 1).SelectMany(number => On(first.PlusDays(number), records).Times ?? [])
            .Select(records.Find<GivenTime>).OfType<GivenTime>().Sum(given => given.Minutes));

    private static IEnumerable<JournalEntry> EntriesOf(LocalDate day, Turn turn)
    {
        var page = On(day, turn);
        return From<JournalDeed>(page.FirstDeed, day, turn).Concat<JournalEntry>(From<JournalLine>(page.FirstLine, day, turn));
    }

    private static JournalDay On(LocalDate day, IRecords records)
    {
        var number = Period.DaysBetween(Epoch, day);
        return records.Find<JournalDay>(number) ?? new JournalDay { Id = number };
    }

    private static IEnumerable<T> From<T>(int first, LocalDate day, Turn turn) where T : JournalEntry => first == 0
        ? []
        : Enumerable.Range(first, turn.LastId<T>() - first + 1).Select(turn.Find<T>).OfType<T>()
            .TakeWhile(entry => entry.Day <= day.PlusDays(MostDaysLate)).Where(entry => entry.Day == day);
}
