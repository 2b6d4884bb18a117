using Bot.Core.Memory;
using Bot.Core.Texts;
using NodaTime;

namespace Bot.Core.Actions;

/// <summary>Somebody has done their own part.</summary>
/// <param name="Who">They.</param>
/// <param name="Title">The action's title.</param>
/// <param name="Action">Its code.</param>
public sealed record OwnPartStands(string Who, string Title, Ref Action) : Says;

/// <summary>Somebody has not done their own part after all.</summary>
/// <param name="Who">They.</param>
/// <param name="Title">The action's title.</param>
/// <param name="Action">Its code.</param>
public sealed record OwnPartIsGone(string Who, string Title, Ref Action) : Says;

/// <summary>Of an action that everybody does for themselves, that one member has. It goes when the action comes back.</summary>
[Kind("own")]
public sealed record OwnPart : Document, IDescribed, IForget, IBesideAction
{
    /// <inheritdoc/>
    public required int Action { get; init; }

    /// <summary>Who.</summary>
    public required int Member { get; init; }

    /// <summary>When.</summary>
    public required Instant At { get; init; }

    /// <inheritdoc/>
    public Says Describe(IRecords records) => new OwnPartStands(Who(records), About(records).Title, About(records).Ref);

    /// <inheritdoc/>
    public Says DescribeGone(IRecords records) => new OwnPartIsGone(Who(records), About(records).Title, About(records).Ref);

    /// <inheritdoc/>
    public Document? Forget(Forgotten who) => Member == who.Member ? null : this;

    private string Who(IRecords records) => records.Find<Member>(Member)!.Name;

    private CoopAction About(IRecords records) => records.Find<CoopAction>(Action)!;
}
