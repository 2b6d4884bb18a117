using Bot.Core.Commands;
using Bot.Core.Texts;
using Bot.Core.Turns;

namespace Bot.Core.Actions;

/// <summary>What the button of another day leads to, when what was written could mean several.</summary>
[Untyped]
public sealed record MeanAnotherDay(Target<CoopAction> Action, Due Day) : ICommand, ISeeks<MeanAnotherDay, CoopAction>
{
    /// <inheritdoc/>
    public Says Run(Turn turn)
    {
        // « Le lundi » was one Monday after all; what comes back after it was done comes back all the same.
        var moved = Action.Value.MovedTo(Day.On, turn);
        var action = moved.Rhythm?.Series is null ? moved : moved with { Rhythm = null };
        turn.Keep(action);
        return AddAction.Tell(action);
    }

    /// <inheritdoc/>
    public static IEnumerable<IEnumerable<CoopAction>> Candidates(Turn turn) => [];

    /// <inheritdoc/>
    public static IEnumerable<CoopAction> WhatIsOver(Turn turn) => [];
}
