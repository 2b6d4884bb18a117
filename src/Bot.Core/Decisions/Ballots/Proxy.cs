using Bot.Core.Memory;
using Bot.Core.Texts;

namespace Bot.Core.Decisions;

/// <summary>How a proxy stands, after it was put back.</summary>
/// <param name="Giver">Who gave it.</param>
/// <param name="Holder">Who has it.</param>
/// <param name="Decision">The proposal it is for; null for all.</param>
public sealed record ProxyStands(string Giver, string Holder, Ref? Decision) : Says;

/// <summary>A proxy that is there no more.</summary>
/// <param name="Giver">Who gave it.</param>
/// <param name="Holder">Who had it.</param>
public sealed record ProxyIsGone(string Giver, string Holder) : Says;

/// <summary>Somebody answers for somebody else, who asked them to. Whoever gave it can still answer themselves: that counts.</summary>
[Kind("proxy")]
public sealed record Proxy : Document, IDescribed
{
    /// <summary>Who gave it.</summary>
    public required int Giver { get; init; }

    /// <summary>Who answers for them.</summary>
    public required int Holder { get; init; }

    /// <summary>The proposal's number; 0 for all, until it is taken back.</summary>
    public int Decision { get; init; }

    /// <summary>Whether it is over, with its proposal.</summary>
    public bool IsOver { get; init; }

    /// <inheritdoc/>
    public override bool IsSettled => IsOver;

    /// <summary>Whether it is good for a proposal.</summary>
    /// <param name="decision">The proposal's number.</param>
    public bool IsFor(int decision) => Decision == 0 || Decision == decision;

    /// <inheritdoc/>
    public Says Describe(IRecords records) => new ProxyStands(
        records.Find<Member>(Giver)!.Name, records.Find<Member>(Holder)!.Name, Decision == 0 ? null : new Ref(Kind.Of<Decision>().Letter, Decision));

    /// <inheritdoc/>
    public Says DescribeGone(IRecords records) => new ProxyIsGone(records.Find<Member>(Giver)!.Name, records.Find<Member>(Holder)!.Name);
}
