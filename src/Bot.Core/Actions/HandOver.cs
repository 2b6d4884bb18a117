using Bot.Core.Commands;
using Bot.Core.Texts;
using Bot.Core.Turns;

namespace Bot.Core.Actions;

/// <summary>« Passer la main », on a button.</summary>
public sealed record PassItOn : Says;

/// <summary>Would give an action from hand to hand: whoever has it keeps it until the other accepts.</summary>
[HeardBy(Audience.Asker, IsPersonal = false)]
public sealed record HandOver(ToWhom To, Target<CoopAction> Action) : ICommand, ISeeks<HandOver, CoopAction>
{
    /// <inheritdoc/>
    public Says Run(Turn turn)
    {
        // Whether it could be done now; it is, when the other says so.
        _ = Action.Value.HandedOver(turn.Member, To.Member, turn);
        return OfferAction.Propose(Action.Value, To.Member, isHandover: true, turn);
    }

    /// <inheritdoc/>
    public static IEnumerable<IEnumerable<CoopAction>> Candidates(Turn turn)
    {
        var me = turn.Member.Id;
        yield return turn.Live<CoopAction>().Where(action => action.IsOpen && action.Owners.Contains(me));
    }

    /// <inheritdoc/>
    public static IEnumerable<CoopAction> WhatIsOver(Turn turn) => turn.Live<CoopAction>();

    /// <summary>The button that asks to whom.</summary>
    internal static Offer OfferFor(CoopAction action) => new(new PassItOn(), Intent.To<HandOver>().With(nameof(Action), action.Ref));
}
