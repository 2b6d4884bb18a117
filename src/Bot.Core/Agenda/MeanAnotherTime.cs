using Bot.Core.Commands;
using Bot.Core.Texts;
using Bot.Core.Turns;

namespace Bot.Core.Agenda;

/// <summary>What the button of another day leads to, when what was written could mean several.</summary>
[Untyped]
[HeardBy(Audience.Asker, IsPersonal = false)]
public sealed record MeanAnotherTime(Target<CoopEvent> Event, Due To) : ICommand, ISeeks<MeanAnotherTime, CoopEvent>
{
    /// <inheritdoc/>
    public Says Run(Turn turn)
    {
        var shift = Event.Value.MovedTo(To, isAll: true, turn);
        turn.Keep(shift.Document);
        return new EventPlanned(Event.Value.Title, Event.Value.Ref, shift.Now, Event.Value.Place, []);
    }

    /// <inheritdoc/>
    public static IEnumerable<IEnumerable<CoopEvent>> Candidates(Turn turn) => [];
}
