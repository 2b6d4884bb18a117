using Bot.Core.Chat;
using NodaTime;

namespace Bot.Core.Memory;

/// <summary>Everything a store gives when a coop is loaded.</summary>
/// <param name="Version">The coop's version.</param>
/// <param name="Secret">What its button tokens are made with.</param>
/// <param name="Counters">The last number given per kind.</param>
/// <param name="Documents">All its documents.</param>
/// <param name="Accounts">The directory entries of its members.</param>
/// <param name="Shown">Its messages that can be replied to, pressed or edited.</param>
public sealed record CoopSnapshot(
    long Version,
    byte[] Secret,
    IReadOnlyDictionary<string, int> Counters,
    IEnumerable<StoredDocument> Documents,
    IReadOnlyList<AccountEntry> Accounts,
    IReadOnlyList<ShownMessage> Shown)
{
    /// <summary>Whether it is a sandbox (<see cref="Commit.IsSandbox"/>).</summary>
    public bool IsSandbox { get; init; }
}

/// <summary>One line of the directory: an account is a member of a coop.</summary>
/// <param name="Account">The account.</param>
/// <param name="Coop">The coop's id.</param>
/// <param name="Member">The member's number in that coop.</param>
/// <param name="PrivateChat">Where the bot may write to them alone, once known.</param>
/// <param name="IsCurrent">Whether their private chat is about this coop now.</param>
public sealed record AccountEntry(Account Account, string Coop, int Member, Place? PrivateChat, bool IsCurrent);

/// <summary>What a button, or a code that somebody was given, leads to.</summary>
/// <param name="Token">The opaque token.</param>
/// <param name="Coop">The coop's id.</param>
/// <param name="Intent">The stored intent, as JSON.</param>
/// <param name="Member">The only member who may press it, or null for anybody of the coop.</param>
/// <param name="Until">After this instant it leads nowhere; null if it stays open.</param>
public sealed record TokenEntry(string Token, string Coop, string Intent, int? Member, Instant? Until);

/// <summary>A message of the bot as it stands on a platform.</summary>
/// <param name="Id">The <see cref="Outgoing.Id"/> of the post.</param>
/// <param name="Place">Where it stands.</param>
/// <param name="MessageId">The platform's id; empty when the message is known to be gone, and has to be posted anew.</param>
/// <param name="Subject">What it is about, or null.</param>
/// <param name="IsCard">Whether it is kept true by editing; others are forgotten after 30 days.</param>
/// <param name="Text">What it reads now, so that an edit that changes nothing is not sent.</param>
/// <param name="Buttons">Its buttons now, in order.</param>
/// <param name="At">When it was shown.</param>
public sealed record ShownMessage(
    string Id, Place Place, string MessageId, string? Subject, bool IsCard, string Text, IReadOnlyList<Button> Buttons, Instant At)
{
    /// <summary>The only person who sees it, when it is a whisper in a room with others.</summary>
    public Account? OnlyFor { get; init; }
}

/// <summary>Something that waits to be said.</summary>
/// <param name="Order">Grows with each row; the order in its conversation.</param>
/// <param name="Coop">Whose it is.</param>
/// <param name="At">When it was kept.</param>
/// <param name="Message">What to say.</param>
public sealed record Unsent(long Order, string Coop, Instant At, Outgoing Message);

/// <summary>What became of an outbox row: it leaves the queue.</summary>
/// <param name="Id">The row's <see cref="Outgoing.Id"/>.</param>
/// <param name="Coop">Whose it is.</param>
/// <param name="At">When.</param>
/// <param name="Shown">The message as it now stands, when it was shown; replaces what stood under the same id.</param>
/// <param name="Failure">Why it was given up (a dead letter), when it was not shown. Expired rows say so too.</param>
public sealed record Delivery(string Id, string Coop, Instant At, ShownMessage? Shown, string? Failure);
