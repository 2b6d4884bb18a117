using Bot.Core.Commands;
using Bot.Core.Memory;
using Bot.Core.Texts;
using Bot.Core.Turns;

namespace Bot.Core.Actions;

/// <summary>An action was proposed to somebody; nothing has changed yet.</summary>
/// <param name="To">To whom.</param>
/// <param name="Title">Its title.</param>
/// <param name="Action">Its code.</param>
/// <param name="IsHandover">Whether who proposes it stays on it until then.</param>
public sealed record ActionProposed(string To, string Title, Ref Action, bool IsHandover) : Says;

/// <summary>Told to whom it was proposed.</summary>
/// <param name="By">Who proposes it.</param>
/// <param name="Title">Its title.</param>
/// <param name="Action">Its code.</param>
/// <param name="IsHandover">Whether who proposes it would give it from hand to hand.</param>
/// <param name="Due">For when it is, if that was said.</param>
public sealed record ProposedToYou(string By, string Title, Ref Action, bool IsHandover, Says? Due) : Says;

/// <summary>Said for all to see, when the person can't be written to alone.</summary>
/// <param name="To">To whom.</param>
/// <param name="By">Who proposes it.</param>
/// <param name="Title">Its title.</param>
/// <param name="Action">Its code.</param>
/// <param name="IsHandover">Whether who proposes it would give it from hand to hand.</param>
/// <param name="Due">For when it is, if that was said.</param>
public sealed record ProposedHere(string To, string By, string Title, Ref Action, bool IsHandover, Says? Due) : Says;

/// <summary>The same person was asked already.</summary>
/// <param name="To">Who.</param>
/// <param name="Title">The action's title.</param>
/// <param name="Action">Its code.</param>
public sealed record AlreadyProposed(string To, string Title, Ref Action) : Says;

/// <summary>One proposes to others, not to oneself.</summary>
/// <param name="Title">The action's title.</param>
/// <param name="Action">Its code.</param>
public sealed record ThatIsYou(string Title, Ref Action) : Says;

/// <summary>Somebody who does not write here can't accept.</summary>
/// <param name="Who">Who.</param>
/// <param name="Action">The action's code.</param>
public sealed record CannotAccept(string Who, Ref Action) : Says;

/// <summary>« Pas cette fois », on a button.</summary>
public sealed record NotThisTime : Says;

/// <summary>Proposes an action to somebody: it is theirs only once they say so.</summary>
[HeardBy(Audience.Asker, IsPersonal = false)]
public sealed record OfferAction(ToWhom To, Target<CoopAction> Action) : ICommand, ISeeks<OfferAction, CoopAction>
{
    /// <inheritdoc/>
    public Says Run(Turn turn)
    {
        var action = Action.Value;
        action.RefuseIfDone(turn);
        action.RefuseIfForEach();
        if (action.Owners.Contains(To.Member.Id))
        {
            throw new Refusal(new AlreadyOnIt(action.Title, action.Ref, To.Member.Id == turn.Member.Id ? null : To.Member.Name));
        }

        return action.HasRoom ? Propose(action, To.Member, isHandover: false, turn) : throw new Refusal(action.IsFull(turn));
    }

    /// <inheritdoc/>
    public static IEnumerable<IEnumerable<CoopAction>> Candidates(Turn turn)
    {
        yield return turn.Live<CoopAction>().Where(action => action.IsFree);
        yield return turn.Live<CoopAction>().Where(action => action is { IsOpen: true, IsFree: false });
    }

    /// <inheritdoc/>
    public static IEnumerable<CoopAction> WhatIsOver(Turn turn) => turn.Live<CoopAction>().Where(action => !action.IsOpen);

    /// <summary>Keeps that it was proposed, and asks the other: alone, or in the room when that can't be.</summary>
    internal static Says Propose(CoopAction action, Member to, bool isHandover, Turn turn)
    {
        RefuseWhoCannotAnswer(action, to, turn);
        turn.Keep(new Handing { Id = turn.NextId<Handing>(), Action = action.Id, From = turn.Member.Id, To = to.Id, IsHandover = isHandover, At = turn.Now });
        IReadOnlyList<Offer> answers = [AcceptAction.OfferOf(action, turn.Member), DeclineAction.OfferOf(action, turn.Member)];
        if (turn.HasPrivateChat(to))
        {
            turn.Tell(to, new ProposedToYou(turn.Member.Name, action.Title, action.Ref, isHandover, action.ForThen()) { Offers = answers });
            return new ActionProposed(to.Name, action.Title, action.Ref, isHandover);
        }

        var here = new ProposedHere(to.Name, turn.Member.Name, action.Title, action.Ref, isHandover, action.ForThen()) { Offers = answers };
        if (turn.Room is not null)
        {
            turn.HeardBy = Audience.Room;
            return here;
        }

        turn.Tell(turn.Find<Room>(turn.Settings.Home)!, here);
        return new ActionProposed(to.Name, action.Title, action.Ref, isHandover);
    }

    private static void RefuseWhoCannotAnswer(CoopAction action, Member to, Turn turn)
    {
        if (to.Id == turn.Member.Id)
        {
            throw new Refusal(new ThatIsYou(action.Title, action.Ref) { Offers = [ClaimAction.OfferToTake(action)] });
        }

        if (!turn.HasAccount(to))
        {
            throw new Refusal(new CannotAccept(to.Name, action.Ref));
        }

        if (action.Beside<Handing>(turn).Any(each => each.From == turn.Member.Id && each.To == to.Id))
        {
            throw new Refusal(new AlreadyProposed(to.Name, action.Title, action.Ref));
        }
    }
}
