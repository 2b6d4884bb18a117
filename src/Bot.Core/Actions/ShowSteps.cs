using System.Globalization;
using Bot.Core.Commands;
using Bot.Core.Memory;
using Bot.Core.Texts;
using Bot.Core.Turns;

namespace Bot.Core.Actions;

/// <summary>The steps of an action, numbered: the number is the tick.</summary>
/// <param name="Count">How many there are.</param>
/// <param name="Title">The action's title.</param>
/// <param name="Action">Its code.</param>
/// <param name="Done">How many are ticked.</param>
/// <param name="Lines">One step each.</param>
public sealed record StepsRead(int Count, string Title, Ref Action, int Done, IReadOnlyList<Says> Lines) : Says, IListItsChoices;

/// <summary>All steps of an action are ticked, or it is done without.</summary>
/// <param name="Title">The action's title.</param>
/// <param name="Action">Its code.</param>
/// <param name="Done">How many are ticked.</param>
/// <param name="Count">How many there are.</param>
/// <param name="AreAllTicked">Whether these are all.</param>
/// <param name="Lines">One step each.</param>
public sealed record StepsAreOver(string Title, Ref Action, int Done, int Count, bool AreAllTicked, IReadOnlyList<Says> Lines) : Says;

/// <summary>An action that has no steps.</summary>
/// <param name="Title">Its title.</param>
/// <param name="Action">Its code.</param>
public sealed record NoSteps(string Title, Ref Action) : Says;

/// <summary>A number that no step has.</summary>
/// <param name="Count">How many there are.</param>
/// <param name="Number">The number.</param>
/// <param name="Action">The action's code.</param>
public sealed record NoSuchStep(int Count, int Number, Ref Action) : Says;

/// <summary>More steps than one answers with a digit.</summary>
/// <param name="Most">The most.</param>
public sealed record TooManySteps(int Most) : Says;

/// <summary>A step that would not fit on a phone.</summary>
/// <param name="Most">How many characters fit.</param>
public sealed record StepTooLong(int Most) : Says;

/// <summary>One step, on a line.</summary>
/// <param name="Number">Its number, while numbers tick.</param>
/// <param name="Text">What it is.</param>
/// <param name="Who">Who ticked it, if anybody has.</param>
public sealed record StepOnALine(int? Number, string Text, string? Who) : Says;

/// <summary>To tick a step, on a button; or to say that it is to be done again.</summary>
/// <param name="Number">Its number.</param>
/// <param name="Text">What it is.</param>
/// <param name="IsDone">Whether it is ticked.</param>
public sealed record TickIt(int Number, string Text, bool IsDone) : Says;

/// <summary>Writes down what an action takes, step by step; ticks steps; or shows how far it is.</summary>
public sealed record ShowSteps(Target<CoopAction> Action, Ticks? Ticks = null, string? Steps = null) : ICommand, ISeeks<ShowSteps, CoopAction>
{
    // One answers with a digit.
    private const int MostSteps = 9;
    private const int LongestStep = 60;
    private static readonly char[] Between = [',', ';', '\n'];
    private static readonly char[] Bullets = ['-', '•', '*', ' '];

    /// <inheritdoc/>
    public Says Run(Turn turn)
    {
        var action = Action.Value;
        if (Steps is not null)
        {
            action.RefuseIfDone(turn);
            WriteDown(action, Ticks is null ? Steps : $"{Steps} {Ticks.Typed}", turn);
        }
        else if (Ticks is not null)
        {
            action.RefuseIfDone(turn);
            Tick(action, Ticks, turn);

            // It changes nobody's plan: the board shows it, and who reads it asks.
            turn.HeardBy = turn.IsPrivate ? Audience.Asker : null;
        }
        else if (action.Steps(turn).Count == 0)
        {
            throw new Refusal(new NoSteps(action.Title, action.Ref));
        }

        return Tell(action, turn);
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

    private static void WriteDown(CoopAction action, string typed, Turn turn)
    {
        var texts = typed.Split(Between).Select(text => Plain.Line(text.Trim(Bullets))).Where(text => text.Length > 0).ToList();
        if (texts.Count + action.Steps(turn).Count > MostSteps)
        {
            throw new Refusal(new TooManySteps(MostSteps));
        }

        if (texts.Exists(text => text.Length > LongestStep))
        {
            throw new Refusal(new StepTooLong(LongestStep));
        }

        foreach (var text in texts)
        {
            turn.Keep(new ActionStep { Id = turn.NextId<ActionStep>(), Action = action.Id, Text = text });
        }
    }

    // Ticked twice is ticked.
    private static void Tick(CoopAction action, Ticks ticks, Turn turn)
    {
        var steps = action.Steps(turn);
        foreach (var number in ticks.Numbers)
        {
            if (number < 1 || number > steps.Count)
            {
                throw new Refusal(steps.Count == 0 ? new NoSteps(action.Title, action.Ref) : new NoSuchStep(steps.Count, number, action.Ref));
            }

            if (steps[number - 1] is var step && step.IsDone == ticks.IsAgain)
            {
                turn.Keep(ticks.IsAgain ? step.Unticked() : step.Ticked(turn));
            }
        }
    }

    private static Says Tell(CoopAction action, Turn turn)
    {
        var steps = action.Steps(turn);
        var done = steps.Count(step => step.IsDone);
        var isOver = done == steps.Count || !action.IsOpen;
        IReadOnlyList<Says> lines = [.. steps.Select((step, index) => new StepOnALine(isOver ? null : index + 1, step.Text, step.Who(turn)))];
        if (isOver)
        {
            return new StepsAreOver(action.Title, action.Ref, done, steps.Count, done == steps.Count, lines) { Offers = action.IsOpen ? [FinishAction.OfferFor(action)] : [] };
        }

        var again = turn.Parts.Texts.Words("Untick.words")[0];
        return new StepsRead(steps.Count, action.Title, action.Ref, done, lines)
        {
            Offers = [.. steps.Select((step, index) => OfferToTick(action, step, index + 1, again))],
        };
    }

    // The button says what will be true, not the opposite of what is: pressed twice, it changes nothing more.
    private static Offer OfferToTick(CoopAction action, ActionStep step, int number, string again) => new(
        new TickIt(number, step.Text, step.IsDone),
        Intent.To<ShowSteps>().With(nameof(Action), action.Ref)
            .With(nameof(Ticks), string.Create(CultureInfo.InvariantCulture, $"{(step.IsDone ? again + " " : "")}{number}")));
}
