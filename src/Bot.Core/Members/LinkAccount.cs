using Bot.Core.Chat;
using Bot.Core.Commands;
using Bot.Core.Facts;
using Bot.Core.Memory;
using Bot.Core.Texts;
using Bot.Core.Turns;

namespace Bot.Core.Members;

/// <summary>A code that one shows from another account of theirs.</summary>
/// <param name="Code">The code.</param>
/// <param name="Ways">Links that show it, on the platforms that have such links.</param>
/// <param name="Minutes">How long it is good for.</param>
/// <param name="Accounts">The accounts that speak for them already, if there are several.</param>
public sealed record CodeForAnotherAccount(string Code, IReadOnlyList<string> Ways, int Minutes, IReadOnlyList<Says> Accounts) : Says;

/// <summary>One account, on a line.</summary>
/// <param name="Platform">Its platform's name.</param>
/// <param name="Account">What it is called there.</param>
/// <param name="IsThis">Whether it is the one that asks.</param>
public sealed record AccountNamed(string Platform, string Account, bool IsThis) : Says;

/// <summary>To the account that showed a code: whose it is from now on.</summary>
/// <param name="Who">Whose.</param>
/// <param name="Coop">In which coop.</param>
/// <param name="Former">What the member is called who wrote from it before, and whose deeds stay theirs.</param>
public sealed record AccountIsLinked(string Who, CoopNamed Coop, string? Former) : Says, ITellWhichCoop;

/// <summary>To somebody's other accounts: one more speaks for them.</summary>
/// <param name="Platform">Its platform's name.</param>
/// <param name="Account">What it is called there.</param>
public sealed record AnotherSpeaksForYou(string Platform, string Account) : Says;

/// <summary>A code that was shown from an account it need not be shown from.</summary>
/// <param name="Who">Whose account it is already.</param>
public sealed record AlreadyLinked(string Who) : Says;

/// <summary>To an account with a right: it would have to be given to whoever made the code, who may be anybody.</summary>
/// <param name="Role">The role's name.</param>
public sealed record LinkTheOtherWay(Says Role) : Says;

/// <summary>A code that others could read.</summary>
public sealed record CodeWasSeen : Says;

/// <summary>A group is no place to ask for a code.</summary>
public sealed record LinkInPrivate : Says;

/// <summary>Nobody else is let into a trial.</summary>
public sealed record NoLinkInATrial : Says;

/// <summary>
/// One person with several accounts: gives a code, or takes one that another account of theirs was given. From then on both are the same
/// member. What a member who wrote from the second account did before stays theirs, under a name of its own.
/// </summary>
[HeardBy(Audience.Asker)]
[OrdinaryWord]
[TakesACode]
public sealed record LinkAccount(string? Code = null) : ICommand
{
    /// <inheritdoc/>
    public Says Run(Turn turn)
    {
        if (turn.IsSandbox)
        {
            throw new Refusal(new NoLinkInATrial());
        }

        if (!turn.IsPrivate)
        {
            // A refusal would leave the code as good as it was.
            return Code is not null && turn.Spend(Code) ? new CodeWasSeen() : new LinkInPrivate();
        }

        return Code is null ? Give(turn) : Take(Code, turn);
    }

    private static CodeForAnotherAccount Give(Turn turn)
    {
        var me = turn.Speaker!;
        var links = turn.Live<AccountLink>().Where(link => link.Member == turn.Member.Id).ToList();
        if (!links.Exists(link => link.Account == me.Account))
        {
            turn.KeepQuietly(New(me, turn));
        }

        List<AccountLink> several = links.Count < 2 ? [] : links;
        var code = turn.GiveCode(turn.Member);
        return new CodeForAnotherAccount(
            LinkCode.Write(code),
            turn.WaysIn(code),
            (int)LinkCode.Lasts.TotalMinutes,
            [.. several.Select(link => new AccountNamed(link.Account.Platform, link.Name, link.Account == me.Account))])
        {
            Offers = [.. several.Select(link => UnlinkAccount.Offer(link, new UnlinkThis(link.Account.Platform, link.Name)))],
        };
    }

    private static AccountIsLinked Take(string code, Turn turn)
    {
        var (person, account) = (turn.Member, turn.Speaker!.Account);
        var former = turn.PersonOf(account);
        if (former == person.Id)
        {
            throw new Refusal(new AlreadyLinked(person.Name));
        }

        var theirs = former is { } member ? turn.Find<Member>(member) : null;
        if (theirs is not null && theirs.Roles.Except(person.Roles) is [var role, ..])
        {
            throw new Refusal(new LinkTheOtherWay(Permission.NameOf(role)));
        }

        var isVouchedFor = turn.CommandThatGave(code) == nameof(ConfirmAccount);
        if (isVouchedFor && VouchFor.Of(person, turn) is not { ConfirmedBy: not null })
        {
            throw new Refusal(new RequestIsOver(person.Name));
        }

        if (!turn.Spend(code))
        {
            throw new Refusal(new UnknownCode());
        }

        var others = turn.AccountsOf(person.Id).ToList();
        var links = turn.Live<AccountLink>().ToList();
        foreach (var each in former is null ? [account] : turn.AccountsOf(former.Value))
        {
            var link = links.Find(link => link.Account == each) ?? New(turn.Speaker, turn);
            turn.Keep(link with { Member = person.Id, Since = turn.Now, Former = former });
            TellOthers(others, person, link, turn);
        }

        if (isVouchedFor)
        {
            TellWhoAgreed(person, turn);
        }

        return new AccountIsLinked(person.Name, turn.CoopName, theirs is null ? null : Leave(theirs, person, account, turn));
    }

    // Whoever had the first account learns it at once: a code that was stolen is worth one tap.
    private static void TellOthers(IEnumerable<Account> others, Member person, AccountLink link, Turn turn)
    {
        foreach (var other in others)
        {
            turn.TellThrough(
                other, person, new AnotherSpeaksForYou(link.Account.Platform, link.Name) { Offers = [UnlinkAccount.Offer(link, new NotMe())] }, OutgoingKind.Urgent);
        }
    }

    // What two agreed to in front of everybody ends in front of everybody.
    private static void TellWhoAgreed(Member person, Turn turn)
    {
        var request = VouchFor.Of(person, turn)!;
        turn.RemoveQuietly(request);
        if (turn.Find<Room>(turn.Settings.Home) is { } home && turn.Find<Member>(request.By) is { } by && turn.Find<Member>(request.ConfirmedBy ?? 0) is { } agreed)
        {
            var link = turn.Live<AccountLink>().First(each => each.Account == turn.Speaker!.Account);
            turn.Tell(home, new NewAccountSpeaks(link.Account.Platform, link.Name, person.Name, by.Name, agreed.Name) { Offers = [SendAccountAway.Offer(link)] }, OutgoingKind.Urgent);
        }
    }

    // Nobody speaks for them any more; what they did keeps their name, told apart from the other.
    private static string Leave(Member former, Member person, Account account, Turn turn)
    {
        var name = Folding.FoldName(former.Name) != Folding.FoldName(person.Name) ? former.Name
            : turn.Parts.Texts.Write(new AccountNamed(account.Platform, former.Name, IsThis: false), turn.VoiceFor(person));
        turn.Keep(former with { Name = name, Roles = [] });
        turn.Raise(new MembersWereOne(former.Id, person.Id));
        return name;
    }

    private static AccountLink New(Speaker speaker, Turn turn) => new()
    {
        Id = turn.NextId<AccountLink>(),
        Member = turn.Member.Id,
        Account = speaker.Account,
        Name = Plain.Short(speaker.Name),
        Since = turn.Now,
    };
}
