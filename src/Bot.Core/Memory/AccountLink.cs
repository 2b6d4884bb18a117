using Bot.Core.Chat;
using Bot.Core.Texts;
using NodaTime;

namespace Bot.Core.Memory;

/// <summary>An account speaks for a member who has several.</summary>
/// <param name="Platform">Its platform's name.</param>
/// <param name="Account">What it is called there.</param>
public sealed record LinkStands(string Platform, string Account) : Says;

/// <summary>An account no longer speaks for a member.</summary>
/// <param name="Platform">Its platform's name.</param>
/// <param name="Account">What it is called there.</param>
public sealed record LinkIsGone(string Platform, string Account) : Says;

/// <summary>A link that made one of two members, whose answers are counted together since: it is not simply taken back.</summary>
public sealed record LinkMadeOneOfTwo : Says;

/// <summary>
/// One account of a member who has several: there is one for each of them, that of the account they had first included. The directory
/// follows it, in the same commit, when it is kept, taken away, or put back.
/// </summary>
[Kind("link")]
public sealed record AccountLink : Document, IDescribed, IForget, ISealed
{
    /// <summary>For whom it speaks.</summary>
    public required int Member { get; init; }

    /// <summary>The account.</summary>
    public required Account Account { get; init; }

    /// <summary>What the platform called its person at that moment, so that people know it from their other accounts.</summary>
    public required string Name { get; init; }

    /// <summary>Since when.</summary>
    public required Instant Since { get; init; }

    /// <summary>Who it was in the coop before, and is again without the link; null for a stranger.</summary>
    public int? Former { get; init; }

    /// <inheritdoc/>
    public Says Describe(IRecords records) => new LinkStands(Account.Platform, Name);

    /// <inheritdoc/>
    public Says DescribeGone(IRecords records) => new LinkIsGone(Account.Platform, Name);

    /// <inheritdoc/>
    public Says? WhySealed(IRecords records) => Former is null ? null : new LinkMadeOneOfTwo();

    /// <inheritdoc/>
    public Document? Forget(Forgotten who) => Member == who.Member ? null : Former == who.Member ? this with { Former = null } : this;
}
