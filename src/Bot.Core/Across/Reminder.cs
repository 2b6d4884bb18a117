using Bot.Core.Memory;
using Bot.Core.Texts;
using NodaTime;

namespace Bot.Core.Across;

/// <summary>A reminder that stands again.</summary>
/// <param name="Text">The words.</param>
/// <param name="When">When it will be told.</param>
public sealed record ReminderStands(string Text, Instant When) : Says;

/// <summary>A reminder that was taken back.</summary>
/// <param name="When">When it would have been told.</param>
public sealed record ReminderIsGone(Instant When) : Says;

/// <summary>What somebody wants to be reminded of. Nobody else reads it, and it goes when it was told.</summary>
[Kind("reminder")]
public sealed record Reminder : Document, IDescribed, IForget
{
    /// <summary>Who wants it.</summary>
    public required int Member { get; init; }

    /// <summary>When.</summary>
    public required Instant At { get; init; }

    /// <summary>Their words, on one line.</summary>
    public required string Text { get; init; }

    /// <inheritdoc/>
    public Says Describe(IRecords records) => new ReminderStands(Text, At);

    /// <inheritdoc/>
    public Says DescribeGone(IRecords records) => new ReminderIsGone(At);

    /// <inheritdoc/>
    public Document? Forget(Forgotten who) => Member == who.Member ? null : this;
}
