using Bot.Core.Commands;
using Bot.Core.Facts;
using Bot.Core.Memory;
using Bot.Core.Texts;
using Bot.Core.Turns;

namespace Bot.Core.Actions;

/// <summary>Somebody gave an action back.</summary>
/// <param name="Title">Its title.</param>
/// <param name="Action">Its code.</param>
/// <param name="Who">Who is still on it.</param>
/// <param name="Reason">Why, in their words.</param>
public sealed record ActionDropped(string Title, Ref Action, IReadOnlyList<string> Who, string? Reason) : Says;

/// <summary>Told to somebody whom another took off an action.</summary>
/// <param name="By">Who did.</param>
/// <param name="Title">Its title.</param>
/// <param name="Action">Its code.</param>
public sealed record TakenOffAction(string By, string Title, Ref Action) : Says;

/// <summary>A member gives an action back: it needs somebody again.</summary>
[Careful]
public sealed record DropAction(Target<CoopAction> Action, string? Reason = null, OnBehalf? For = null) : ICommand, ISeeks<DropAction, CoopAction>
{
    /// <inheritdoc/>
    public Says Run(Turn turn)
    {
        var who = For?.Member ?? turn.Member;
        var action = Action.Value.DroppedBy(who, turn);
        turn.Keep(action);
        if (Action.Value.Owners.Contains(who.Id))
        {
            turn.Raise(new ActionWasDropped(action.Ref, action.Title, who.Id, turn.IsPrivate ? null : Reason));
            SeatWish.Tell(action, turn);
        }

        if (who.Id != turn.Member.Id)
        {
            turn.Tell(who, new TakenOffAction(turn.Member.Name, action.Title, action.Ref) { Offers = [ClaimAction.OfferToTake(action)] });
        }

        // A reason that was given in private stays there.
        return new ActionDropped(action.Title, action.Ref, action.Who(turn), turn.IsPrivate ? null : Reason) { Offers = action.HasRoom ? [ClaimAction.OfferToTake(action)] : [] };
    }

    /// <inheritdoc/>
    public static IEnumerable<IEnumerable<CoopAction>> Candidates(Turn turn)
    {
        var me = turn.Member.Id;
        yield return turn.Live<CoopAction>().Where(action => action.IsOpen && action.IsOnIt(me));
        yield return turn.Live<CoopAction>().Where(action => action.IsOpen && !action.IsOnIt(me));
    }

    /// <inheritdoc/>
    public static IEnumerable<CoopAction> WhatIsOver(Turn turn) => turn.Live<CoopAction>().Where(action => !action.IsOpen);

    /// <summary>The button that gives an action back.</summary>
    internal static Offer OfferTo(CoopAction action) =>
        new(new GiveItBack(), Intent.To<DropAction>().With(nameof(Action), action.Ref));
}
