using Bot.Core.Texts;
using NodaTime;

namespace Bot.Core.Memory;

/// <summary>A code for somebody whose accounts no longer speak is asked for.</summary>
/// <param name="For">For whom.</param>
public sealed record RequestStands(string For) : Says;

/// <summary>It is asked for no longer.</summary>
/// <param name="For">For whom.</param>
public sealed record RequestIsGone(string For) : Says;

/// <summary>
/// Somebody lost the account from which they spoke: one member asks for a code in their place, and another has to agree before there is one. It lasts
/// until the code has served.
/// </summary>
[Kind("account-request")]
public sealed record AccountRequest : Document, IDescribed, IForget
{
    /// <summary>For whom.</summary>
    public required int Member { get; init; }

    /// <summary>Who asks, and is given the code.</summary>
    public required int By { get; init; }

    /// <summary>When.</summary>
    public required Instant At { get; init; }

    /// <summary>Who agreed; null as long as nobody has.</summary>
    public int? ConfirmedBy { get; init; }

    /// <inheritdoc/>
    public Says Describe(IRecords records) => new RequestStands(records.Find<Member>(Member)!.Name);

    /// <inheritdoc/>
    public Says DescribeGone(IRecords records) => new RequestIsGone(records.Find<Member>(Member)!.Name);

    /// <inheritdoc/>
    public Document? Forget(Forgotten who) => who.Member == Member || who.Member == By || who.Member == ConfirmedBy ? null : this;
}
