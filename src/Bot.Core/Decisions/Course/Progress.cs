using System.Collections.Immutable;
using Bot.Core.Memory;
using NodaTime;

namespace Bot.Core.Decisions;

/// <summary>What happened to a proposal by itself, without anybody's hand.</summary>
public enum Turning
{
    /// <summary>Everything is there for it to be adopted; a last objection is waited for.</summary>
    Cooling,

    /// <summary>It no longer is.</summary>
    Reopened,

    /// <summary>Too few had answered, or been told: people have longer.</summary>
    Extended,

    /// <summary>A question waits for its answer: the author has longer.</summary>
    WaitsForAnswer,

    /// <summary>Nothing separates some options: people have a day more to say which.</summary>
    SecondRound,

    /// <summary>Those who were asked for advice had their time: who asked may decide.</summary>
    MayDecide,

    /// <summary>The bot was away when people could still have answered: they have as much longer.</summary>
    MadeUpFor,
}

/// <summary>How far a proposal has come, as people who read its card see by themselves; where it cannot be changed they are told.</summary>
public enum Stage
{
    /// <summary>Half of those who vote have answered; told apart only where they are many.</summary>
    HalfAnswered,

    /// <summary>Enough have answered for it to be decided.</summary>
    EnoughAnswered,

    /// <summary>There was an objection, and there is none any more.</summary>
    NoObjectionLeft,
}

/// <summary>One thing that happened to a proposal by itself.</summary>
/// <param name="At">When.</param>
/// <param name="What">What.</param>
public sealed record Milestone(Instant At, Turning What);

/// <summary>
/// How far a proposal has come by itself: carries the proposal's number. It follows from what people answered and from the clock,
/// and is worked out anew whenever one of them changes; so it is the bot's own bookkeeping, and taking an answer back is no quarrel
/// with it.
/// </summary>
[Kind("progress", IsBookkeeping = true)]
public sealed record Progress : Document
{
    /// <summary>Until when people can answer.</summary>
    public required Instant Deadline { get; init; }

    /// <summary>What the deadline was at first: half of that time it stays open at least.</summary>
    public required Instant FirstDeadline { get; init; }

    /// <summary>When it is adopted unless somebody objects; null when it can't be yet.</summary>
    public Instant? CoolingUntil { get; init; }

    /// <summary>Whether the time was extended once for want of answers.</summary>
    public bool IsExtended { get; init; }

    /// <summary>Whether the time was extended once for want of an answer to a question.</summary>
    public bool HasWaitedForAnswer { get; init; }

    /// <summary>Whether the time was extended once because somebody objected at the last moment.</summary>
    public bool HasBeenReopened { get; init; }

    /// <summary>Who was surely told of it.</summary>
    public ImmutableSortedSet<int> Notified { get; init; } = [];

    /// <summary>Who has left the coop, or the vote, since it was opened.</summary>
    public ImmutableSortedSet<int> Left { get; init; } = [];

    /// <summary>Those who left while they objected, and until when their objection waits for somebody to take it over.</summary>
    public ImmutableSortedDictionary<int, Instant> Orphans { get; init; } = ImmutableSortedDictionary<int, Instant>.Empty;

    /// <summary>In a second round: the options that are left.</summary>
    public ImmutableSortedSet<int>? Runoff { get; init; }

    /// <summary>Whether everybody was told that there is an objection.</summary>
    public bool ObjectionWasTold { get; init; }

    /// <summary>How far it has ever come, each stage once; null while it has come nowhere.</summary>
    public ImmutableSortedSet<Stage>? Reached { get; init; }

    /// <summary>What happened to it by itself, oldest first.</summary>
    public ImmutableList<Milestone> Milestones { get; init; } = [];

    /// <summary>With something that happened by itself.</summary>
    internal Progress With(Instant at, Turning what) => this with { Milestones = Milestones.Add(new Milestone(at, what)) };
}
