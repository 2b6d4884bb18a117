using Bot.Core.Language;
using Bot.Core.Texts;

namespace Bot.Core.Journal;

/// <summary>How many things were done.</summary>
/// <param name="Count">How many.</param>
public sealed record DoneCount(int Count) : Says;

/// <summary>How many things the coop decided.</summary>
/// <param name="Count">How many.</param>
public sealed record DecidedCount(int Count) : Says;

/// <summary>How many times people met.</summary>
/// <param name="Count">How many.</param>
public sealed record HeldCount(int Count) : Says;

/// <summary>How many lines members wrote.</summary>
/// <param name="Count">How many.</param>
public sealed record NoteCount(int Count) : Says;

/// <summary>How much time people gave, all together.</summary>
/// <param name="Time">How much.</param>
public sealed record TimeInAll(Effort Time) : Says;

/// <summary>What a day or several came to, in numbers.</summary>
/// <param name="Counts">The numbers.</param>
internal sealed record Tally(Listed Counts) : Says
{
    /// <summary>The numbers of some entries, and of the time that was given; null when there is nothing to count.</summary>
    public static Tally? Of(IReadOnlyCollection<JournalEntry> entries, Effort time = default)
    {
        var deeds = entries.OfType<JournalDeed>().ToLookup(deed => deed.Deed);
        var counts = new (int Number, Func<int, Says> Says)[]
        {
            (deeds[Deed.Done].Count(), count => new DoneCount(count)),
            (deeds[Deed.Decided].Count() + deeds[Deed.DecidedWithReserves].Count(), count => new DecidedCount(count)),
            (deeds[Deed.Held].Count(), count => new HeldCount(count)),
            (entries.OfType<JournalLine>().Count(), count => new NoteCount(count)),
            (Math.Max(0, time.Minutes), count => new TimeInAll(new Effort(count))),
        };
        List<object> some = [.. counts.Where(each => each.Number > 0).Select(each => each.Says(each.Number))];
        return some.Count == 0 ? null : new Tally(new Listed(some));
    }
}
