using System.Globalization;
using Bot.Core.Commands;
using Bot.Core.Facts;
using Bot.Core.Memory;
using Bot.Core.Texts;
using Bot.Core.Turns;

namespace Bot.Core.Actions;

/// <summary>An action went from hand to hand.</summary>
/// <param name="Title">Its title.</param>
/// <param name="Action">Its code.</param>
/// <param name="From">Who had it.</param>
/// <param name="To">Who has it.</param>
/// <param name="Due">For when it is, if that was said.</param>
/// <param name="Notes">That people left notes about it, if they did.</param>
public sealed record HandedOn(string Title, Ref Action, string From, string To, Says? Due, Says? Notes) : Says;

/// <summary>What was proposed is no longer so.</summary>
/// <param name="Title">The action's title.</param>
/// <param name="Action">Its code.</param>
public sealed record ProposalIsOver(string Title, Ref Action) : Says;

/// <summary>Somebody else was asked.</summary>
/// <param name="Who">Who.</param>
/// <param name="Title">The action's title.</param>
/// <param name="Action">Its code.</param>
public sealed record AskedAnother(string Who, string Title, Ref Action) : Says;

/// <summary>Takes what was proposed. If it is done or taken meanwhile, that is what one hears.</summary>
[Untyped]
public sealed record AcceptAction(Target<CoopAction> Action, Person From) : ICommand, ISeeks<AcceptAction, CoopAction>
{
    /// <inheritdoc/>
    public Says Run(Turn turn) => Take(Action.Value, Find(Action.Value, From.Member, turn), turn);

    /// <inheritdoc/>
    public static IEnumerable<IEnumerable<CoopAction>> Candidates(Turn turn) => [];

    /// <summary>The button.</summary>
    internal static Offer OfferOf(CoopAction action, Member from) =>
        new(new TakeIt(), Intent.To<AcceptAction>().With(nameof(Action), action.Ref).With(nameof(From), Numbered(from)));

    /// <summary>How a button names a member.</summary>
    internal static string Numbered(Member member) => string.Create(CultureInfo.InvariantCulture, $"#{member.Id}");

    /// <summary>What was proposed to who speaks.</summary>
    /// <exception cref="Refusal">Nothing is, any more; or it was to another.</exception>
    internal static Handing Find(CoopAction action, Member from, Turn turn)
    {
        var proposed = action.Beside<Handing>(turn).Where(each => each.From == from.Id).ToList();
        if (proposed.Find(each => each.To == turn.Member.Id) is { } mine)
        {
            return mine;
        }

        action.RefuseIfDone(turn);
        throw new Refusal(
            action.Owners.Contains(turn.Member.Id) ? new AlreadyOnIt(action.Title, action.Ref, Other: null)
            : proposed is [var other, ..] ? new AskedAnother(turn.Find<Member>(other.To)!.Name, action.Title, action.Ref)
            : new ProposalIsOver(action.Title, action.Ref));
    }

    /// <summary>What was proposed becomes true.</summary>
    /// <exception cref="Refusal">The action is done, or taken.</exception>
    internal static Says Take(CoopAction action, Handing handing, Turn turn)
    {
        var (from, to) = (turn.Find<Member>(handing.From)!, turn.Find<Member>(handing.To)!);
        var isHandover = handing.IsHandover && action.Owners.Contains(from.Id);
        var taken = isHandover ? action.HandedOver(from, to, turn) : action.ClaimedBy(to, part: null, turn);
        turn.Keep(taken);
        foreach (var answered in action.Beside<Handing>(turn).Where(each => each.To == to.Id || (isHandover && each.From == from.Id)).ToList())
        {
            turn.Remove(answered);
        }

        if (isHandover)
        {
            turn.Raise(new ActionWasHandedOver(taken.Ref, taken.Title, from.Id, to.Id));
        }
        else
        {
            turn.Raise(new ActionWasClaimed(taken.Ref, taken.Title, to.Id));
        }

        Says says = isHandover
            ? new HandedOn(taken.Title, taken.Ref, from.Name, to.Name, taken.ForThen(), NotesLeft.On(taken, turn))
            : ClaimAction.Tell(taken, turn);
        if (turn.IsPrivate)
        {
            turn.Tell(from, says with { Offers = [] });
        }

        return says;
    }
}
