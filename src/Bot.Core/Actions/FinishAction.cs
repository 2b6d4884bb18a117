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
public sealed record ActionDone(string Title, Ref Action, IReadOnlyList<string> Who) : Says;

/// <summary>« Fait », on a button.</summary>
/// <param name="Action">The action's code.</param>
public sealed record MarkDone(Ref Action) : Says;

/// <summary>An action is done, by who says so and those named; somebody done for counts instead of who says so.</summary>
[Menu(4)]
public sealed record FinishAction(Target<CoopAction> Action, Together? With = null, OnBehalf? For = null) : ICommand, ISuitMoments, ISeeks<FinishAction, CoopAction>
{
    /// <summary>How long a done action stays on the board.</summary>
    private static readonly Duration OnTheBoard = Duration.FromDays(7);

    /// <inheritdoc/>
    public static bool FitsNow(Turn turn) => turn.Live<CoopAction>().Any(action => action.IsOpen && action.IsOnIt(turn.Member.Id));

    /// <inheritdoc/>
    public Says Run(Turn turn)
    {
        var action = Action.Value.FinishedBy([For?.Member ?? turn.Member, .. With?.Members ?? []], turn);
        turn.Keep(action);
        turn.Raise(new ActionWasDone(action.Ref, action.Title, [.. action.Owners, .. action.Learning ?? []]));
        turn.At(turn.Now + OnTheBoard, new PutActionAway(action.Ref.ToString()));
        return new ActionDone(action.Title, action.Ref, action.Everybody(turn));
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

    /// <summary>The button that says it is done.</summary>
    internal static Offer OfferFor(CoopAction action) => new(new MarkDone(action.Ref), Intent.To<FinishAction>().With(nameof(Action), action.Ref));
}
