using Bot.Core.Facts;
using Bot.Core.Memory;
using Bot.Core.Turns;
using NodaTime;

namespace Bot.Core.Journal;

/// <summary>
/// What people take on, give back and finish writes itself into the day, so that nobody has to keep the journal for it to be there.
/// So does what the coop proposes to itself, and how that ends. What is only planned stays out of it: a day tells what was done. So does why somebody gave a thing back: that was said for now,
/// not for years.
/// </summary>
public sealed class NoteDeeds :
    IReactTo<ActionWasClaimed>, IReactTo<ActionWasDropped>, IReactTo<ActionWasHandedOver>, IReactTo<ActionWasDone>,
    IReactTo<DecisionWasOpened>, IReactTo<DecisionWasClosed>, IReactTo<OutcomeWasWritten>,
    IReactTo<EventWasHeld>, IReactTo<SlotHeld>, IReactTo<HoursGiven>
{
    /// <inheritdoc/>
    public void When(ActionWasClaimed fact, Turn turn) => Note(Deed.Taken, fact.Action, fact.Title, [fact.Member], turn);

    /// <inheritdoc/>
    public void When(ActionWasDropped fact, Turn turn) => Note(Deed.GivenBack, fact.Action, fact.Title, [fact.Member], turn);

    /// <inheritdoc/>
    public void When(ActionWasHandedOver fact, Turn turn) => Note(Deed.HandedOver, fact.Action, fact.Title, [fact.From, fact.To], turn);

    /// <inheritdoc/>
    public void When(ActionWasDone fact, Turn turn) => Note(Deed.Done, fact.Action, fact.Title, fact.Members, turn, fact.On);

    /// <inheritdoc/>
    public void When(DecisionWasOpened fact, Turn turn) => Note(Deed.Proposed, fact.Decision, fact.Title, [fact.Member], turn);

    /// <inheritdoc/>
    public void When(DecisionWasClosed fact, Turn turn)
    {
        if (fact.Outcome != DecisionOutcome.Told)
        {
            Note(DeedOf(fact.Outcome), fact.Decision, fact.Title, [fact.Member], turn);
        }
    }

    /// <inheritdoc/>
    public void When(OutcomeWasWritten fact, Turn turn) => Note(Deed.Outcome, fact.Decision, fact.Text, [fact.Member], turn);

    // It is known the night after, and belongs to the day on which people met.
    /// <inheritdoc/>
    public void When(EventWasHeld fact, Turn turn) => (On(fact.Day, fact.At, Deed.Held, fact.Event, fact.Title, turn) with { People = fact.People }).Keep(turn);

    /// <inheritdoc/>
    public void When(SlotHeld fact, Turn turn) => (On(fact.Day, fact.At, Deed.Done, fact.Slot, fact.Title, turn) with { By = [.. fact.Members] }).Keep(turn);

    /// <inheritdoc/>
    public void When(HoursGiven fact, Turn turn)
    {
        var given = new GivenTime { Id = turn.NextId<GivenTime>(), Day = fact.Day, Minutes = fact.Time.Minutes };
        turn.Keep(given);
        JournalDay.Note(given, turn);
    }

    private static Deed DeedOf(DecisionOutcome outcome) => outcome switch
    {
        DecisionOutcome.Adopted => Deed.Decided,
        DecisionOutcome.AdoptedWithReserves => Deed.DecidedWithReserves,
        DecisionOutcome.Withdrawn => Deed.Withdrawn,
        DecisionOutcome.Referred => Deed.Referred,
        _ => Deed.NotAdopted,
    };

    private static void Note(Deed deed, Ref about, string title, IReadOnlyList<int> by, Turn turn, LocalDate? on = null) =>
        (On(on ?? JournalEntry.DayOf(turn), turn.SaidAt, deed, about, title, turn) with { By = [.. by], Room = turn.Room?.Id ?? 0 }).Keep(turn);

    private static JournalDeed On(LocalDate day, Instant at, Deed deed, Ref about, string title, Turn turn) => new()
    {
        Id = turn.NextId<JournalDeed>(),
        Day = day,
        At = at,
        Deed = deed,
        About = about,
        Title = title,
    };
}
