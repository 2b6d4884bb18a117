using Bot.Core.Commands;
using Bot.Core.Memory;
using Bot.Core.Texts;
using Bot.Core.Turns;

namespace Bot.Core.Actions;

/// <summary>An action is under way.</summary>
/// <param name="Title">Its title.</param>
/// <param name="Action">Its code.</param>
/// <param name="Who">Everybody who is on it.</param>
/// <param name="Notes">That people left notes about it, if they did.</param>
public sealed record ActionBegun(string Title, Ref Action, IReadOnlyList<string> Who, Says? Notes) : Says;

/// <summary>A member has begun an action, and so takes it on if nobody has.</summary>
public sealed record BeginAction(Target<CoopAction> Action, OnBehalf? For = null) : ICommand, ISeeks<BeginAction, CoopAction>
{
    /// <inheritdoc/>
    public Says Run(Turn turn)
    {
        var who = For?.Member ?? turn.Member;
        var action = Action.Value.BegunBy(who, turn);
        turn.Keep(action);
        if (!Action.Value.Owners.Contains(who.Id))
        {
            ClaimAction.TellClaimed(action, who, turn);
        }

        return new ActionBegun(action.Title, action.Ref, action.Who(turn), NotesLeft.On(action, turn))
        {
            Offers = action.IsFree ? [ClaimAction.OfferToTake(action)] : [],
        };
    }

    /// <inheritdoc/>
    public static IEnumerable<IEnumerable<CoopAction>> Candidates(Turn turn)
    {
        var me = turn.Member.Id;
        yield return turn.Live<CoopAction>().Where(action => action is { IsOpen: true, IsBegun: false } && action.Owners.Contains(me));
        yield return turn.Live<CoopAction>().Where(action => action.IsFree && !action.Owners.Contains(me));
    }

    /// <inheritdoc/>
    public static IEnumerable<CoopAction> WhatIsOver(Turn turn) => turn.Live<CoopAction>();
}
