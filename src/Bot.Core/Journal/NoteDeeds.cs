using Bot.Core.Facts;
using Bot.Core.Memory;
using Bot.Core.Turns;

namespace Bot.Core.Journal;

/// <summary>
/// What people take on, give back and finish writes itself into the day, so that nobody has to keep the journal for it to be there.
/// What is only planned stays out of it: a day tells what was done. So does why somebody gave a thing back: that was said for now,
/// not for years.
/// </summary>
public sealed class NoteDeeds : IReactTo<ActionWasClaimed>, IReactTo<ActionWasDropped>, IReactTo<ActionWasDone>
{
    /// <inheritdoc/>
    public void When(ActionWasClaimed fact, Turn turn) => Note(Deed.Taken, fact.Action, fact.Title, [fact.Member], turn);

    /// <inheritdoc/>
    public void When(ActionWasDropped fact, Turn turn) => Note(Deed.GivenBack, fact.Action, fact.Title, [fact.Member], turn);

    /// <inheritdoc/>
    public void When(ActionWasDone fact, Turn turn) => Note(Deed.Done, fact.Action, fact.Title, fact.Members, turn);

    private static void Note(Deed deed, Ref about, string title, IReadOnlyList<int> by, Turn turn) => new JournalDeed
    {
        Id = turn.NextId<JournalDeed>(),
        Day = JournalEntry.DayOf(turn),
        At = turn.SaidAt,
        Deed = deed,
        About = about,
        Title = title,
        By = [.. by],
    }.Keep(turn);
}
