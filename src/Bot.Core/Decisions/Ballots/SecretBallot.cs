using System.Collections.Immutable;
using Bot.Core.Memory;

namespace Bot.Core.Decisions;

/// <summary>
/// What one person votes in secret, while the vote is open: no part of the trace. At the end what was voted goes into the closure's bag, in
/// the order of what it says, and these go; who voted is told by the ballots, which say nothing else.
/// </summary>
[Kind("secret-ballot", IsBookkeeping = true)]
public sealed record SecretBallot : Document, IForget
{
    /// <summary>The decision's number.</summary>
    public required int Decision { get; init; }

    /// <summary>Who votes.</summary>
    public required int Voter { get; init; }

    /// <summary>What they mark.</summary>
    public required ImmutableSortedDictionary<int, int> Marks { get; init; }

    /// <inheritdoc/>
    public Document? Forget(Forgotten who) => Voter == who.Member ? null : this;
}
