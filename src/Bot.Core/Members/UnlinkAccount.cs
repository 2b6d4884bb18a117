using System.Globalization;
using Bot.Core.Commands;
using Bot.Core.Memory;
using Bot.Core.Texts;
using Bot.Core.Turns;
using NodaTime;

namespace Bot.Core.Members;

/// <summary>To undo a link, on a button.</summary>
/// <param name="Platform">The account's platform.</param>
/// <param name="Account">What it is called there.</param>
public sealed record UnlinkThis(string Platform, string Account) : Says;

/// <summary>To undo it at once, on a button: it was somebody else.</summary>
public sealed record NotMe : Says;

/// <summary>An account no longer speaks for who asks.</summary>
/// <param name="Platform">Its platform's name.</param>
/// <param name="Account">What it is called there.</param>
/// <param name="Former">Who it is in the coop again, if anybody.</param>
public sealed record AccountIsUnlinked(string Platform, string Account, string? Former) : Says
{
    /// <summary>What is said of a link that is no more.</summary>
    internal static AccountIsUnlinked Of(AccountLink link, Turn turn) => new(link.Account.Platform, link.Name, link.Former is { } former ? turn.Find<Member>(former)?.Name : null);
}

/// <summary>An account that is not theirs any more.</summary>
public sealed record NotLinkedAnyMore : Says;

/// <summary>The only account of somebody can't go.</summary>
public sealed record NoOtherAccount : Says;

/// <summary>An account can't be sent away by one that has only just come.</summary>
/// <param name="Days">How long an account must have been linked before it can.</param>
public sealed record UnlinkFromAnother(int Days) : Says;

/// <summary>Takes an account from who asks: it is again who it was before, a stranger as a rule.</summary>
[Untyped]
[HeardBy(Audience.Asker)]
public sealed record UnlinkAccount(string Link) : ICommand
{
    // Who stole a code must not lock its owner out; who lost a telephone must be able to, some day.
    private static readonly Duration BeforeItCounts = Duration.FromDays(7);

    /// <inheritdoc/>
    public Says Run(Turn turn)
    {
        var mine = turn.Live<AccountLink>().Where(link => link.Member == turn.Member.Id).ToList();
        if (mine.Find(each => each.Id.ToString(CultureInfo.InvariantCulture) == Link) is not { } link)
        {
            throw new Refusal(new NotLinkedAnyMore());
        }

        if (!turn.AccountsOf(turn.Member.Id).Skip(1).Any())
        {
            throw new Refusal(new NoOtherAccount());
        }

        if (mine.Find(each => each.Account == turn.Speaker!.Account) is { } here && IsYounger(here, link) && turn.Now - here.Since < BeforeItCounts)
        {
            throw new Refusal(new UnlinkFromAnother((int)BeforeItCounts.TotalDays));
        }

        turn.Remove(link);
        return AccountIsUnlinked.Of(link, turn);
    }

    private static bool IsYounger(AccountLink one, AccountLink other) => (one.Since, one.Id).CompareTo((other.Since, other.Id)) > 0;

    /// <summary>The button that does it.</summary>
    /// <param name="link">The link.</param>
    /// <param name="label">What it says.</param>
    internal static Offer Offer(AccountLink link, Says label) => new(label, Intent.To<UnlinkAccount>().With(nameof(Link), link.Id));
}
