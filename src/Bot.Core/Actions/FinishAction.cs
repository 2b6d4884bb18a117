using Bot.Core.Commands;
using Bot.Core.Facts;
using Bot.Core.Memory;
using Bot.Core.Texts;
using Bot.Core.Turns;
using NodaTime;

namespace Bot.Core.Actions;

/// <summary>An action is done.</summary>
/// <param name="Title">Its title.</param>
/// <param name="Action">Its code.</param>
/// <param name="Who">Who did it.</param>
/// <param name="Next">When it comes back, if it does.</param>
public sealed record ActionDone(string Title, Ref Action, IReadOnlyList<string> Who, Says? Next) : Says;

/// <summary>Somebody has done theirs of what everybody does for themselves.</summary>
/// <param name="Title">Its title.</param>
/// <param name="Action">Its code.</param>
/// <param name="Who">Who has.</param>
/// <param name="Theirs">How many have.</param>
/// <param name="AreAll">Whether these are all.</param>
/// <param name="Next">When it comes back, if it does.</param>
public sealed record TheirsDone(string Title, Ref Action, IReadOnlyList<string> Who, Says Theirs, bool AreAll, Says? Next) : Says;

/// <summary>« Fait », on a button.</summary>
/// <param name="Action">The action's code.</param>
public sealed record MarkDone(Ref Action) : Says;

/// <summary>
/// An action is done, by who says so and those named; somebody done for counts instead of who says so. Of what everybody does for themselves that is
/// each one's own part.
/// </summary>
[Menu(4)]
public sealed record FinishAction(Target<CoopAction> Action, DoneOn? On = null, Together? With = null, OnBehalf? For = null) : ICommand, ISuitMoments, ISeeks<FinishAction, CoopAction>
{
    /// <summary>How long a done action stays on the board.</summary>
    private static readonly Duration OnTheBoard = Duration.FromDays(7);

    /// <inheritdoc/>
    public static bool FitsNow(Turn turn) => turn.Live<CoopAction>().Any(action => action.Awaits(turn.Member.Id, turn));

    /// <inheritdoc/>
    public Says Run(Turn turn)
    {
        List<Member> who = [For?.Member ?? turn.Member, .. With?.Members ?? []];
        if (Action.Value.IsForEach)
        {
            return FinishTheirs(Action.Value, who, turn);
        }

        var action = Finish(who, turn);
        return new ActionDone(action.Title, action.Ref, action.Everybody(turn), action.Returns?.Told());
    }

    /// <inheritdoc/>
    public static IEnumerable<IEnumerable<CoopAction>> Candidates(Turn turn)
    {
        var me = turn.Member.Id;
        yield return turn.Live<CoopAction>().Where(action => action.Awaits(me, turn));
        yield return turn.Live<CoopAction>().Where(action => action.IsOpen && !action.Awaits(me, turn));
    }

    /// <inheritdoc/>
    public static IEnumerable<CoopAction> WhatIsOver(Turn turn) => turn.Live<CoopAction>().Where(action => !action.IsOpen);

    /// <summary>The button that says it is done.</summary>
    internal static Offer OfferFor(CoopAction action) => new(new MarkDone(action.Ref), Intent.To<FinishAction>().With(nameof(Action), action.Ref));

    private CoopAction Finish(IEnumerable<Member> who, Turn turn)
    {
        var action = Action.Value.FinishedBy(who, On?.Day ?? turn.Today, turn);
        turn.Keep(action);
        turn.Raise(new ActionWasDone(action.Ref, action.Title, [.. action.Owners, .. action.Learning ?? []], On?.Day));
        turn.At(turn.Now + OnTheBoard, new PutActionAway(action.Ref.ToString()));
        BringBack.Plan(action, turn);
        return action;
    }

    // One's own part is between oneself and the bot: the group hears when all have done theirs.
    private TheirsDone FinishTheirs(CoopAction action, List<Member> who, Turn turn)
    {
        action.RefuseIfDone(turn);
        var awaited = action.Awaited(turn).ToHashSet();
        var done = action.Done(turn);
        var now = who.Where(member => !done.Contains(member.Id)).DistinctBy(member => member.Id).ToList();

        // Whoever was awaited last may have left: then anybody's word closes it.
        if (now.Count == 0 && awaited.Count > 0)
        {
            throw new Refusal(new AlreadyDone(action.Title, action.Ref, [.. who.Select(member => member.Name)], Next: null));
        }

        foreach (var member in now)
        {
            turn.Keep(new OwnPart { Id = turn.NextId<OwnPart>(), Action = action.Id, Member = member.Id, At = turn.Now });
        }

        awaited.ExceptWith(now.Select(member => member.Id));
        var areAll = awaited.Count == 0;
        turn.HeardBy = areAll ? null : Audience.Asker;
        var after = areAll ? Finish([], turn) : action;
        return new TheirsDone(action.Title, action.Ref, [.. who.Select(member => member.Name).Distinct()], after.Theirs(turn)!, areAll, after.Returns?.Told());
    }
}
