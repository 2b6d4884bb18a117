using Bot.Core.Commands;
using Bot.Core.Texts;
using Bot.Core.Turns;
using NodaTime;

namespace Bot.Core.Journal;

/// <summary>What others did meanwhile.</summary>
/// <param name="Since">Since when.</param>
/// <param name="Counts">What it comes to in numbers, if anything.</param>
/// <param name="Lines">What matters most of it.</param>
/// <param name="More">How much else there is.</param>
public sealed record CaughtUp(LocalDate Since, Says? Counts, IReadOnlyList<Says> Lines, int? More) : Says;

/// <summary>Nothing happened meanwhile.</summary>
/// <param name="Since">Since when.</param>
public sealed record NothingMissed(LocalDate Since) : Says;

/// <summary>Tells who comes back, alone and on one screen, what others did and decided since they last did something here.</summary>
[HeardBy(Audience.Asker)]
public sealed record CatchUp(PastDay? Since = null) : ICommand
{
    private const int MostLines = 5;
    private const int LatestActs = 50;
    private const int DaysAtMost = 30;

    // Who has done something a moment ago still wants to know what happened while they were away.
    private static readonly Duration Pause = Duration.FromHours(1);

    // What binds everybody first, then what waits for an answer, then what there is to read. Who took what on, the board tells.
    private static readonly Deed[] ByWeight =
        [Deed.Decided, Deed.DecidedWithReserves, Deed.NotAdopted, Deed.Referred, Deed.Withdrawn, Deed.Outcome, Deed.Proposed, Deed.Held, Deed.Done];

    /// <inheritdoc/>
    public Says Run(Turn turn)
    {
        var since = Since is { } day ? day.Date.AtStartOfDayInZone(turn.Zone).ToInstant() : LastActBeforeThePause(turn);
        var first = since.InZone(turn.Zone).Date;
        List<JournalEntry> missed = [.. JournalDay.EntriesOf(first, turn.Today, turn).Where(entry => entry.At > since && !entry.IsBy(turn.Member.Id))];
        List<JournalEntry> worth = [.. WorthTelling(missed).OrderBy(Weight).ThenByDescending(entry => entry.At)];
        return worth.Count == 0
            ? new NothingMissed(first)
            : new CaughtUp(first, Tally.Of(missed), [.. worth.Take(MostLines).Select(entry => entry.Tell(turn))], worth.Count > MostLines ? worth.Count - MostLines : null);
    }

    // A proposal whose end is told too needs no line of its own.
    private static IEnumerable<JournalEntry> WorthTelling(List<JournalEntry> missed)
    {
        var ended = missed.OfType<JournalDeed>().Where(deed => deed.Deed is not Deed.Proposed).Select(deed => deed.About).ToHashSet();
        return missed.Where(entry => entry is not JournalDeed deed || (ByWeight.Contains(deed.Deed) && !(deed.Deed == Deed.Proposed && ended.Contains(deed.About))));
    }

    private static int Weight(JournalEntry entry) => entry is JournalDeed deed ? Array.IndexOf(ByWeight, deed.Deed) : Array.IndexOf(ByWeight, Deed.Held);

    private static Instant LastActBeforeThePause(Turn turn)
    {
        var longAgo = turn.Now - Duration.FromDays(DaysAtMost);
        var acts = turn.Trace(query => query with { Actor = turn.Member.Id, Since = longAgo }, LatestActs);
        return acts.FirstOrDefault(act => act.At < turn.Now - Pause)?.At ?? longAgo;
    }
}
