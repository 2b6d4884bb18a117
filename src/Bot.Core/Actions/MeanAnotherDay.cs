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
        var action = Action.Value.MovedTo(Day.On, turn);
        turn.Keep(action);
        return AddAction.Tell(action);
    }

    /// <inheritdoc/>
    public static IEnumerable<IEnumerable<CoopAction>> Candidates(Turn turn) => [];

    /// <inheritdoc/>
    public static IEnumerable<CoopAction> WhatIsOver(Turn turn) => [];
}
