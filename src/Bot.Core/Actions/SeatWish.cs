using Bot.Core.Facts;
using Bot.Core.Memory;
using Bot.Core.Texts;
using Bot.Core.Turns;

namespace Bot.Core.Actions;

/// <summary>There is a seat again, for who wanted to know.</summary>
/// <param name="Title">The action's title.</param>
/// <param name="Action">Its code.</param>
public sealed record SeatIsFree(string Title, Ref Action) : Says;

/// <summary>Somebody is told as soon as there is a seat.</summary>
/// <param name="Action">The action's code.</param>
public sealed record WishStands(Ref Action) : Says;

/// <summary>Nobody is told about a seat any more.</summary>
/// <param name="Action">The action's code.</param>
public sealed record WishIsGone(Ref Action) : Says;

/// <summary>Somebody would like to know when there is a seat again. It goes once they were told, or the action is put away.</summary>
[Kind("wish")]
public sealed record SeatWish : Document, IDescribed, IForget, IBesideAction
{
    /// <inheritdoc/>
    public required int Action { get; init; }

    /// <summary>Who.</summary>
    public required int Member { get; init; }

    /// <summary>Tells those who wait, if there is a seat: all of them, and whoever comes first has it.</summary>
    /// <param name="action">The action, as it is now.</param>
    /// <param name="turn">The turn.</param>
    public static void Tell(CoopAction action, Turn turn)
    {
        if (!action.HasRoom)
        {
            return;
        }

        foreach (var wish in action.Beside<SeatWish>(turn).ToList())
        {
            turn.Remove(wish);
            if (turn.Find<Member>(wish.Member) is { IsForgotten: false } member && !action.Owners.Contains(member.Id))
            {
                turn.Tell(member, new SeatIsFree(action.Title, action.Ref) { Offers = [ClaimAction.OfferToTake(action)] });
            }
        }
    }

    /// <inheritdoc/>
    public Says Describe(IRecords records) => new WishStands(new Ref(Kind.Of<CoopAction>().Letter, Action));

    /// <inheritdoc/>
    public Says DescribeGone(IRecords records) => new WishIsGone(new Ref(Kind.Of<CoopAction>().Letter, Action));

    /// <inheritdoc/>
    public Document? Forget(Forgotten who) => Member == who.Member ? null : this;
}

/// <summary>A seat is also freed when somebody takes back that they came; and what has a day again is to be reminded of again.</summary>
public sealed class FollowWhatWasPutBack : IReactTo<WasPutBack>
{
    /// <inheritdoc/>
    public void When(WasPutBack fact, Turn turn)
    {
        foreach (var action in fact.Documents.OfType<CoopAction>().Select(action => turn.Find<CoopAction>(action.Id)).OfType<CoopAction>().Distinct())
        {
            SeatWish.Tell(action, turn);
        }

        if (fact.Documents.Any(document => document is CoopAction { Due: not null } or Snooze))
        {
            RemindOfActions.Arm(turn);
        }
    }
}

/// <summary>Whoever left has nothing in hand any more: others see that it waits for somebody. What they did stays theirs.</summary>
public sealed class FreeWhatTheyHad : IReactTo<MemberLeft>
{
    /// <inheritdoc/>
    public void When(MemberLeft fact, Turn turn)
    {
        foreach (var action in turn.Live<CoopAction>().Where(action => action.IsOpen && action.IsOnIt(fact.Member)).ToList())
        {
            var left = action.Rid(fact.Member);
            turn.KeepQuietly(left);
            SeatWish.Tell(left, turn);
        }
    }
}
