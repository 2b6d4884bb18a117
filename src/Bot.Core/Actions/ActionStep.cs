using Bot.Core.Memory;
using Bot.Core.Texts;
using Bot.Core.Turns;
using NodaTime;

namespace Bot.Core.Actions;

/// <summary>A step in an action's history.</summary>
/// <param name="Text">What it is.</param>
/// <param name="Who">Who ticked it.</param>
/// <param name="When">When.</param>
public sealed record StepTold(string Text, string Who, Instant When) : Says;

/// <summary>How a step stands.</summary>
/// <param name="Text">What it is.</param>
/// <param name="Action">The action's code.</param>
/// <param name="IsDone">Whether it is ticked.</param>
public sealed record StepStands(string Text, Ref Action, bool IsDone) : Says;

/// <summary>A step that was taken back.</summary>
/// <param name="Text">What it was.</param>
/// <param name="Action">The action's code.</param>
public sealed record StepIsGone(string Text, Ref Action) : Says;

/// <summary>How far an action is: « 2 sur 3 ».</summary>
/// <param name="Done">How many steps are ticked.</param>
/// <param name="Count">How many there are.</param>
public sealed record StepsSoFar(int Done, int Count) : Says
{
    /// <summary>How far an action is, when it has steps.</summary>
    internal static StepsSoFar? Of(CoopAction action, IRecords records) =>
        action.Steps(records) is { Count: > 0 } steps ? new StepsSoFar(steps.Count(step => step.IsDone), steps.Count) : null;
}

/// <summary>One of the things that an action takes. Each can be ticked, and taken back, alone.</summary>
[Kind("step")]
public sealed record ActionStep : Document, IDescribed, IBesideAction
{
    /// <inheritdoc/>
    public required int Action { get; init; }

    /// <summary>What is to be done, in the words of who wrote it down.</summary>
    public required string Text { get; init; }

    /// <summary>Who ticked it; 0 while nobody has.</summary>
    public int DoneBy { get; init; }

    /// <summary>When it was ticked.</summary>
    public Instant? DoneAt { get; init; }

    /// <summary>Whether it has been put away with its action.</summary>
    public bool IsPutAway { get; init; }

    /// <summary>Whether it is ticked.</summary>
    public bool IsDone => DoneAt is not null;

    /// <inheritdoc/>
    public override bool IsSettled => IsPutAway;

    /// <summary>Ticked by who speaks.</summary>
    /// <param name="turn">The turn.</param>
    public ActionStep Ticked(Turn turn) => this with { DoneBy = turn.Member.Id, DoneAt = turn.Now };

    /// <summary>To be done again.</summary>
    public ActionStep Unticked() => this with { DoneBy = 0, DoneAt = null };

    /// <summary>Who ticked it.</summary>
    /// <param name="records">Where names stand.</param>
    public string? Who(IRecords records) => records.Find<Member>(DoneBy)?.Name;

    /// <summary>How it reads in the action's history, once it is ticked.</summary>
    /// <param name="records">Where names stand.</param>
    public Says Tell(IRecords records) => new StepTold(Text, Who(records)!, DoneAt!.Value);

    /// <inheritdoc/>
    public Says Describe(IRecords records) => new StepStands(Text, ActionRef, IsDone);

    /// <inheritdoc/>
    public Says DescribeGone(IRecords records) => new StepIsGone(Text, ActionRef);

    private Ref ActionRef => new(Kind.Of<CoopAction>().Letter, Action);
}
