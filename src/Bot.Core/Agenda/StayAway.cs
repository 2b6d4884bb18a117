using Bot.Core.Commands;
using Bot.Core.Texts;
using Bot.Core.Turns;

namespace Bot.Core.Agenda;

/// <summary>Says that somebody does not come.</summary>
[HeardBy(Audience.Asker, IsPersonal = false)]
[OrdinaryWord]
public sealed record StayAway(Target<CoopEvent> Event, Due? On = null, OnBehalf? For = null) : ICommand, ISeeks<StayAway, CoopEvent>
{
    /// <inheritdoc/>
    public Says Run(Turn turn) => Answering.Note(Event.Value, On, Reply.No, guests: 0, For, turn);

    /// <inheritdoc/>
    public static IEnumerable<IEnumerable<CoopEvent>> Candidates(Turn turn) => Where.ToCome(turn);
}
