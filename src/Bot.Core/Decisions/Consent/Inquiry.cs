using Bot.Core.Memory;
using Bot.Core.Texts;
using NodaTime;

namespace Bot.Core.Decisions;

/// <summary>How a question stands, after it was put back.</summary>
/// <param name="Decision">The proposal's code.</param>
/// <param name="Text">The question.</param>
/// <param name="Answer">Its answer.</param>
public sealed record InquiryStands(Ref Decision, string Text, string? Answer) : Says;

/// <summary>A question that was taken back.</summary>
/// <param name="Decision">The proposal's code.</param>
public sealed record InquiryIsGone(Ref Decision) : Says;

/// <summary>What somebody wants to know before they answer a proposal. While one waits for its answer, nothing is adopted early.</summary>
[Kind("inquiry")]
public sealed record Inquiry : Document, IDescribed, IForget, ISealed
{
    /// <summary>The proposal's number.</summary>
    public required int Decision { get; init; }

    /// <summary>Who asks.</summary>
    public required int Member { get; init; }

    /// <summary>What.</summary>
    public required string Text { get; init; }

    /// <summary>When.</summary>
    public required Instant At { get; init; }

    /// <summary>What they were answered.</summary>
    public string? Answer { get; init; }

    /// <summary>Who answered.</summary>
    public int? AnsweredBy { get; init; }

    /// <summary>Whether the proposal is closed.</summary>
    public bool IsSealed { get; init; }

    /// <summary>Whether it waits for its answer.</summary>
    public bool IsOpen => Answer is null;

    /// <inheritdoc/>
    public override bool IsSettled => IsSealed;

    /// <inheritdoc/>
    public Says Describe(IRecords records) => new InquiryStands(DecisionRef, Text, Answer);

    /// <inheritdoc/>
    public Says DescribeGone(IRecords records) => new InquiryIsGone(DecisionRef);

    /// <inheritdoc/>
    public Says? WhySealed(IRecords records) => IsSealed ? new DecisionIsClosed(DecisionRef, records.Find<Decision>(Decision)!.Title) : null;

    /// <inheritdoc/>
    public Document? Forget(Forgotten who) =>
        Member == who.Member || who.IsNamedIn(Text) ? null : AnsweredBy == who.Member || who.IsNamedIn(Answer) ? this with { Answer = null, AnsweredBy = null } : this;

    private Ref DecisionRef => new(Kind.Of<Decision>().Letter, Decision);
}
