using Bot.Core.Commands;
using Bot.Core.Memory;
using Bot.Core.Texts;
using Bot.Core.Turns;

namespace Bot.Core.Actions;

/// <summary>To who said « not this time ».</summary>
/// <param name="Title">The action's title.</param>
/// <param name="Action">Its code.</param>
public sealed record DeclinedKindly(string Title, Ref Action) : Says;

/// <summary>To who had asked: not this time.</summary>
/// <param name="Who">Who was asked.</param>
/// <param name="Title">The action's title.</param>
/// <param name="Action">Its code.</param>
/// <param name="IsHandover">Whether who asked is still on it.</param>
public sealed record NotThisTimeFrom(string Who, string Title, Ref Action, bool IsHandover) : Says;

/// <summary>Says no to what was proposed: no reason is asked for, and only who proposed it hears.</summary>
[Untyped]
[HeardBy(Audience.Asker, IsPersonal = false)]
public sealed record DeclineAction(Target<CoopAction> Action, Person From) : ICommand, ISeeks<DeclineAction, CoopAction>
{
    /// <inheritdoc/>
    public Says Run(Turn turn)
    {
        var action = Action.Value;
        var handing = AcceptAction.Find(action, From.Member, turn);
        turn.Remove(handing);
        turn.Tell(From.Member, new NotThisTimeFrom(turn.Member.Name, action.Title, action.Ref, handing.IsHandover)
        {
            Offers = handing.IsHandover ? [DropAction.OfferTo(action)] : [],
        });
        return new DeclinedKindly(action.Title, action.Ref);
    }

    /// <inheritdoc/>
    public static IEnumerable<IEnumerable<CoopAction>> Candidates(Turn turn) => [];

    /// <summary>The button.</summary>
    internal static Offer OfferOf(CoopAction action, Member from) =>
        new(new NotThisTime(), Intent.To<DeclineAction>().With(nameof(Action), action.Ref).With(nameof(From), AcceptAction.Numbered(from)));
}
