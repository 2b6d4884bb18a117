using System.Collections.Immutable;
using Bot.Core.Memory;
using Bot.Core.Texts;
using NodaTime;

namespace Bot.Core.Decisions;

/// <summary>What became of an objection.</summary>
public enum Fate
{
    /// <summary>Who raised it lifted it.</summary>
    Lifted,

    /// <summary>The text was changed, and who raised it could live with it then.</summary>
    Integrated,

    /// <summary>Who raised it made a concern of it.</summary>
    Reclassified,

    /// <summary>Its reason never came.</summary>
    Lapsed,

    /// <summary>Somebody else carries it on.</summary>
    TakenOver,

    /// <summary>Who raised it left, and nobody took it over.</summary>
    Ended,
}

/// <summary>An objection that is no longer in the way.</summary>
/// <param name="Reason">Its reason, if it was given.</param>
/// <param name="RaisedAt">When it was raised.</param>
/// <param name="Fate">What became of it.</param>
/// <param name="At">When.</param>
/// <param name="Version">The version of the text it was dealt with by.</param>
public sealed record PastObjection(string? Reason, Instant RaisedAt, Fate Fate, Instant At, int Version);

/// <summary>How somebody's answer stands, after it was put back.</summary>
/// <param name="Decision">The proposal's code.</param>
/// <param name="Who">Whose answer.</param>
/// <param name="Choice">What it is.</param>
public sealed record BallotStands(Ref Decision, string Who, Says? Choice) : Says;

/// <summary>Somebody's answer is there no more.</summary>
/// <param name="Decision">The proposal's code.</param>
/// <param name="Who">Whose answer it was.</param>
public sealed record BallotIsGone(Ref Decision, string Who) : Says;

/// <summary>What was voted in secret is not taken back, since nothing tells what stood there before: one votes again.</summary>
/// <param name="Decision">The decision's code.</param>
public sealed record StaysInTheUrn(Ref Decision) : Says;

/// <summary>What one person answers to one proposal: there is one per person, whatever accounts they have. The last answer counts.</summary>
[Kind("ballot")]
public sealed record Ballot : Document, IDescribed, IForget, ISealed
{
    /// <summary>The proposal's number.</summary>
    public required int Decision { get; init; }

    /// <summary>Whose answer it is.</summary>
    public required int Voter { get; init; }

    /// <summary>The answer; null when they took it back and gave no other.</summary>
    public Choice? Choice { get; init; }

    /// <summary>Where it is not decided by consent: the mark they give to each option they say something about, by its number.</summary>
    public ImmutableSortedDictionary<int, int>? Marks { get; init; }

    /// <summary>Whether what they answer stands apart until the end (<see cref="SecretBallot"/>); that they answered stands here.</summary>
    public bool IsSecret { get; init; }

    /// <summary>Why, in their words.</summary>
    public string? Reason { get; init; }

    /// <summary>When it was said.</summary>
    public Instant At { get; init; }

    /// <summary>The version of the text it was given on.</summary>
    public int Version { get; init; }

    /// <summary>For an objection: when it was raised.</summary>
    public Instant? RaisedAt { get; init; }

    /// <summary>Who wrote it down for them, when they did not answer themselves.</summary>
    public int? By { get; init; }

    /// <summary>Whether they had asked who wrote it down to answer for them.</summary>
    public bool IsByProxy { get; init; }

    /// <summary>Whether they were no voter when they answered, and became one by it.</summary>
    public bool HasJoined { get; init; }

    /// <summary>Whether it is advice: shown apart, never counted, blocks nothing.</summary>
    public bool IsAdvice { get; init; }

    /// <summary>What they objected before, and what became of it.</summary>
    public ImmutableList<PastObjection> Past { get; init; } = [];

    /// <summary>Whether the proposal is closed: nothing of it changes any more.</summary>
    public bool IsSealed { get; init; }

    /// <inheritdoc/>
    public override bool IsSettled => IsSealed;

    /// <summary>Whether they have answered, and not taken it back.</summary>
    public bool HasAnswer => Choice is not null || Marks is not null || IsSecret;

    /// <summary>Whether it is an objection that was not dealt with.</summary>
    public bool IsObjection => Choice == Decisions.Choice.Objection;

    /// <summary>Whether it is an objection whose reason is still awaited.</summary>
    public bool AwaitsReason => IsObjection && Reason is null;

    /// <summary>With another answer, or the same for another reason. An objection that ends by it keeps its place in the story.</summary>
    /// <param name="choice">The answer.</param>
    /// <param name="reason">Why.</param>
    /// <param name="at">When it was said.</param>
    /// <param name="version">The version of the text it is given on.</param>
    public Ballot With(Choice choice, string? reason, Instant at, int version) =>
        (IsObjection && choice != Decisions.Choice.Objection ? Without(choice == Decisions.Choice.Reserve ? Fate.Reclassified : FateAt(version), at, version) : this) with
        {
            Choice = choice,
            Reason = reason ?? (choice == Choice ? Reason : null),
            At = at,
            Version = version,
            RaisedAt = choice != Decisions.Choice.Objection ? null : RaisedAt ?? at,
        };

    /// <summary>With the objection gone and no other answer: lifting it is not consenting.</summary>
    /// <param name="at">When.</param>
    /// <param name="version">The version of the text by then.</param>
    public Ballot Lifted(Instant at, int version) => Without(FateAt(version), at, version);

    /// <summary>Without its objection.</summary>
    /// <param name="fate">What became of it.</param>
    /// <param name="at">When.</param>
    /// <param name="version">The version of the text by then.</param>
    public Ballot Without(Fate fate, Instant at, int version) => this with
    {
        Choice = null,
        Reason = null,
        RaisedAt = null,
        At = at,
        Version = version,
        Past = Past.Add(new PastObjection(Reason, RaisedAt ?? At, fate, at, version)),
    };

    // Lifted after the text changed: the change took it in.
    private Fate FateAt(int version) => version > Version ? Fate.Integrated : Fate.Lifted;

    /// <inheritdoc/>
    public Says Describe(IRecords records) => new BallotStands(DecisionRef, Name(records), HasAnswer ? records.Find<Decision>(Decision)!.Method.Tell(records.Find<Decision>(Decision)!, this) : null);

    /// <inheritdoc/>
    public Says DescribeGone(IRecords records) => new BallotIsGone(DecisionRef, Name(records));

    /// <inheritdoc/>
    public Says? WhySealed(IRecords records) => IsSealed ? new DecisionIsClosed(DecisionRef, records.Find<Decision>(Decision)!.Title)
        : IsSecret ? new StaysInTheUrn(DecisionRef)
        : null;

    /// <inheritdoc/>
    public Document Forget(Forgotten who) => Voter != who.Member && !who.IsNamedIn(Reason) && !Past.Exists(past => who.IsNamedIn(past.Reason))
        ? this
        : this with { Reason = null, Past = [.. Past.Select(past => past with { Reason = null })] };

    private Ref DecisionRef => new(Kind.Of<Decision>().Letter, Decision);

    private string Name(IRecords records) => records.Find<Member>(Voter)!.Name;
}
