using Bot.Core.Commands;
using Bot.Core.Memory;
using Bot.Core.Texts;
using Bot.Core.Turns;

namespace Bot.Core.Journal;

/// <summary>What a part of the coop's life came to lately, for all.</summary>
/// <param name="Circle">What that part is called.</param>
/// <param name="Counts">What it comes to in numbers, if anything.</param>
/// <param name="Lines">What was decided and written.</param>
/// <param name="Wanted">What looks for people.</param>
public sealed record ReportOf(string Circle, Says? Counts, IReadOnlyList<Says> Lines, IReadOnlyList<Says> Wanted) : Says;

/// <summary>Something looks for people.</summary>
/// <param name="Count">How many.</param>
/// <param name="Title">Its title.</param>
/// <param name="Code">Its code.</param>
public sealed record PeopleAreWanted(int Count, string Title, Ref Code) : Says;

/// <summary>All were told what a part of the coop's life came to.</summary>
/// <param name="Circle">What that part is called.</param>
/// <param name="Room">The group's name, when it is known.</param>
public sealed record ReportWasGiven(string Circle, string? Room) : Says;

/// <summary>There is nothing to tell of a part of the coop's life.</summary>
/// <param name="Circle">What was asked for.</param>
public sealed record NothingToReport(string Circle) : Says;

/// <summary>Tells the whole group, once and in a few lines, what a circle did and decided in two weeks, and whom it looks for.</summary>
public sealed record ReportBack(Tag Circle) : ICommand
{
    private const int Days = 14;
    private const int MostLines = 3;
    private const int MostWanted = 2;

    /// <inheritdoc/>
    public Says Run(Turn turn)
    {
        List<JournalEntry> entries = [.. JournalDay.EntriesOf(turn.Today.PlusDays(1 - Days), turn.Today, turn).Where(entry => entry.IsOf(Circle, turn))];
        List<ILackPeople> wanted = [.. turn.LiveHaving<ILackPeople>().Where(thing => thing.Lacking(turn) > 0 && Circle.Marks(thing.Title, turn.Find<Room>(thing.Room), turn))];
        if (entries.Count == 0 && wanted.Count == 0)
        {
            throw new Refusal(new NothingToReport(Circle.Name));
        }

        var report = new ReportOf(
            Circle.Name,
            Tally.Of(entries),
            [.. entries.Where(IsWorthALine).TakeLast(MostLines).Select(entry => entry.Tell(turn))],
            [.. wanted.Take(MostWanted).Select(thing => new PeopleAreWanted(thing.Lacking(turn), thing.Title, thing.Ref))]);
        if (turn.Find<Room>(turn.Settings.Home) is not { } home || home.Id == turn.Room?.Id)
        {
            return report;
        }

        turn.Tell(home, report, Chat.OutgoingKind.Answer);
        return new ReportWasGiven(Circle.Name, home.Title);
    }

    private static bool IsWorthALine(JournalEntry entry) => entry is JournalLine or JournalDeed { Deed: Deed.Decided or Deed.DecidedWithReserves or Deed.Outcome };
}
