using Bot.Core.Commands;
using Bot.Core.Memory;
using Bot.Core.Texts;
using Bot.Core.Turns;

namespace Bot.Core.Actions;

/// <summary>« Me prévenir si ça se libère », on a button.</summary>
public sealed record TellMeIfFree : Says;

/// <summary>They will be told.</summary>
/// <param name="Title">The action's title.</param>
/// <param name="Action">Its code.</param>
public sealed record WillTellYou(string Title, Ref Action) : Says;

/// <summary>There is a seat at this moment.</summary>
/// <param name="Title">The action's title.</param>
/// <param name="Action">Its code.</param>
public sealed record HasRoomNow(string Title, Ref Action) : Says;

/// <summary>Has who asks told, once, when there is a seat again.</summary>
[Untyped]
[HeardBy(Audience.Asker)]
public sealed record AwaitSeat(Target<CoopAction> Action) : ICommand, ISeeks<AwaitSeat, CoopAction>
{
    /// <inheritdoc/>
    public Says Run(Turn turn)
    {
        var action = Action.Value;
        action.RefuseIfDone(turn);
        if (action.HasRoom)
        {
            throw new Refusal(new HasRoomNow(action.Title, action.Ref) { Offers = [ClaimAction.OfferToTake(action)] });
        }

        if (!action.Beside<SeatWish>(turn).Any(wish => wish.Member == turn.Member.Id))
        {
            turn.Keep(new SeatWish { Id = turn.NextId<SeatWish>(), Action = action.Id, Member = turn.Member.Id });
        }

        return new WillTellYou(action.Title, action.Ref);
    }

    /// <inheritdoc/>
    public static IEnumerable<IEnumerable<CoopAction>> Candidates(Turn turn) => [];

    /// <summary>The button.</summary>
    internal static Offer OfferFor(CoopAction action) => new(new TellMeIfFree(), Intent.To<AwaitSeat>().With(nameof(Action), action.Ref));
}
