using Bot.Core.Commands;
using Bot.Core.Texts;
using Bot.Core.Turns;

namespace Bot.Core.Agenda;

/// <summary>Says that somebody comes, and how many they bring.</summary>
[HeardBy(Audience.Asker, IsPersonal = false)]
[OrdinaryWord]
public sealed record ComeAlong(Target<CoopEvent> Event, Guests? With = null, Due? On = null, OnBehalf? For = null) : ICommand, ISeeks<ComeAlong, CoopEvent>
{
    /// <inheritdoc/>
    public Says Run(Turn turn) => Answering.Note(Event.Value, On, Reply.Yes, With?.Count ?? 0, For, turn);

    /// <inheritdoc/>
    public static IEnumerable<IEnumerable<CoopEvent>> Candidates(Turn turn) => Where.ToCome(turn);
}
