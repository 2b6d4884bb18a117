using System.Globalization;
using Bot.Core.Language;
using Bot.Core.Memory;
using Bot.Core.Texts;
using NodaTime;

namespace Bot.Core.Hours;

/// <summary>A stopwatch runs, as after something was taken back.</summary>
/// <param name="Since">Since when.</param>
/// <param name="What">For what.</param>
public sealed record TimerRuns(Instant Since, string? What) : Says;

/// <summary>No stopwatch runs any more.</summary>
public sealed record TimerIsGone : Says;

/// <summary>A member's stopwatch; each has one at most. Carries the member's number. Its time is measured in instants, so that no change of the clocks counts.</summary>
[Kind("timer")]
public sealed record HoursTimer : Document, IDescribed, IConcernSome, IForget
{
    /// <summary>Since when it runs.</summary>
    public required Instant Since { get; init; }

    /// <summary>When it was stopped for want of an answer; what it measured counts for nothing until its owner says how long it was.</summary>
    public Instant? SuspendedAt { get; init; }

    /// <summary>For what.</summary>
    public string? Text { get; init; }

    /// <summary>For which circle.</summary>
    public string? Circle { get; init; }

    /// <summary>The code of what they work on.</summary>
    public Ref? About { get; init; }

    /// <summary>Its title then.</summary>
    public string? Title { get; init; }

    /// <inheritdoc/>
    public bool IsForSome => true;

    /// <summary>For what, as briefly as it can be told.</summary>
    public string? What => Text ?? Title;

    /// <summary>The subject of its jobs.</summary>
    internal string Subject => Id.ToString(CultureInfo.InvariantCulture);

    /// <inheritdoc/>
    public bool Concerns(int member) => member == Id;

    /// <inheritdoc/>
    public Says Describe(IRecords records) => new TimerRuns(Since, What);

    /// <inheritdoc/>
    public Says DescribeGone(IRecords records) => new TimerIsGone();

    /// <inheritdoc/>
    public Document? Forget(Forgotten who) => Id == who.Member ? null : who.IsNamedIn(Text) ? this with { Text = null } : this;

    /// <summary>How long it ran until some instant: the whole minutes that passed, one at least.</summary>
    /// <param name="until">The instant.</param>
    internal Effort Ran(Instant until) => new(Math.Max(1, (int)(until - Since).TotalMinutes));
}
