using Bot.Core.Commands;
using Bot.Core.Memory;
using Bot.Core.Texts;
using Bot.Core.Turns;

namespace Bot.Core.Actions;

/// <summary>An action looks for people.</summary>
/// <param name="Title">Its title.</param>
/// <param name="Action">Its code.</param>
/// <param name="Wanted">How many it wants.</param>
/// <param name="On">How many are on it.</param>
/// <param name="Seats">How many it needs.</param>
/// <param name="Missing">How many more.</param>
public sealed record PeopleNeeded(string Title, Ref Action, Says Wanted, int On, int Seats, int Missing) : Says;

/// <summary>« Je viens », on a button.</summary>
public sealed record Join : Says;

/// <summary>Says how many people an action needs, and calls for those who are missing.</summary>
public sealed record NeedPeople(Target<CoopAction> Action, Seats Seats) : ICommand, ISeeks<NeedPeople, CoopAction>
{
    /// <inheritdoc/>
    public Says Run(Turn turn)
    {
        var action = Action.Value.Needing(Seats, turn);
        turn.Keep(action);
        SeatWish.Tell(action, turn);
        return new PeopleNeeded(action.Title, action.Ref, action.Wanted() ?? new PeopleWanted(1, null, IsAtLeast: false), action.Owners.Count, action.Seats, action.Missing)
        {
            Offers = action.IsFree ? [ClaimAction.OfferToTake(action) with { Label = new Join() }] : [],
        };
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
}
