using System.Globalization;
using Bot.Core.Chat;
using Bot.Core.Commands;
using Bot.Core.Memory;
using Bot.Core.Texts;
using Bot.Core.Turns;
using NodaTime;

namespace Bot.Core.Members;

/// <summary>To everybody: a code is asked for somebody whose accounts no longer speak.</summary>
/// <param name="For">For whom.</param>
/// <param name="Who">Who asks.</param>
/// <param name="Hours">How long it waits for somebody to agree.</param>
public sealed record WhoConfirms(string For, string Who, int Hours) : Says;

/// <summary>« Je confirme », on a button.</summary>
public sealed record VouchToo : Says;

/// <summary>« Refuser », on a button.</summary>
public sealed record NoCodeForMe : Says;

/// <summary>To the accounts of that person: perhaps it is not them who lost anything.</summary>
/// <param name="Who">Who asks.</param>
public sealed record CodeAskedInYourName(string Who) : Says;

/// <summary>Somebody agreed: who asked was given the code.</summary>
/// <param name="Confirmer">Who agreed.</param>
/// <param name="Who">Who has the code.</param>
/// <param name="For">For whom it is.</param>
public sealed record CodeWasGiven(string Confirmer, string Who, string For) : Says;

/// <summary>To who asked: the code to hand on.</summary>
/// <param name="For">To whom.</param>
/// <param name="Code">The code.</param>
/// <param name="Ways">Links that show it.</param>
/// <param name="Minutes">How long it is good for.</param>
public sealed record CodeToHandOn(string For, string Code, IReadOnlyList<string> Ways, int Minutes) : Says;

/// <summary>The person themselves said no.</summary>
/// <param name="For">Who.</param>
public sealed record NoCodeForThem(string For) : Says;

/// <summary>Nobody agrees to what they asked for themselves.</summary>
public sealed record SomebodyElseConfirms : Says;

/// <summary>It is asked for no longer.</summary>
/// <param name="For">For whom it was, if that is still known.</param>
public sealed record RequestIsOver(string? For) : Says;

/// <summary>It is asked for where others can agree.</summary>
/// <param name="For">For whom.</param>
public sealed record AskInTheGroup(string For) : Says;

/// <summary>To who would ask in their own place: they still speak.</summary>
public sealed record YouStillSpeak : Says;

/// <summary>To everybody: an account speaks for somebody whose others had fallen silent.</summary>
/// <param name="Platform">Its platform's name.</param>
/// <param name="Account">What it is called there.</param>
/// <param name="For">For whom it speaks.</param>
/// <param name="Who">Who had asked.</param>
/// <param name="Confirmer">Who had agreed.</param>
public sealed record NewAccountSpeaks(string Platform, string Account, string For, string Who, string Confirmer) : Says;

/// <summary>An account that has spoken for somebody for too long to be sent away by others.</summary>
/// <param name="Hours">How long it could be.</param>
public sealed record TooLateToSendAway(int Hours) : Says;

/// <summary>
/// Asks for a code in the place of somebody who lost the account they spoke from. It takes two: the right to ask, and somebody else who agrees, in front of
/// everybody. The accounts that are still known of that person are told, and can say no.
/// </summary>
[Needs(Role.Coordination)]
public sealed record VouchFor(Person Whom) : ICommand
{
    /// <summary>How long it waits for somebody to agree.</summary>
    internal static readonly Duration Waits = Duration.FromHours(24);

    /// <inheritdoc/>
    public Says Run(Turn turn)
    {
        var person = Whom.Member;
        if (turn.IsSandbox)
        {
            throw new Refusal(new NoLinkInATrial());
        }

        if (turn.IsSpeaker(person))
        {
            throw new Refusal(new YouStillSpeak());
        }

        if (turn.IsPrivate)
        {
            throw new Refusal(new AskInTheGroup(person.Name));
        }

        var request = new AccountRequest { Id = Of(person, turn)?.Id ?? turn.NextId<AccountRequest>(), Member = person.Id, By = turn.Member.Id, At = turn.Now };
        turn.Keep(request);
        foreach (var account in turn.AccountsOf(person.Id))
        {
            turn.TellThrough(account, person, new CodeAskedInYourName(turn.Member.Name) { Offers = [Offer<RefuseAccount>(request, new NoCodeForMe())] }, OutgoingKind.Urgent);
        }

        return new WhoConfirms(person.Name, turn.Member.Name, (int)Waits.TotalHours) { Offers = [Offer<ConfirmAccount>(request, new VouchToo())] };
    }

    /// <summary>What is asked for somebody.</summary>
    internal static AccountRequest? Of(Member person, Turn turn) => turn.Live<AccountRequest>().FirstOrDefault(request => request.Member == person.Id);

    /// <summary>What a button is about.</summary>
    /// <exception cref="Refusal">It is asked for no longer.</exception>
    internal static (AccountRequest Request, Member Person) Standing(string id, Turn turn)
    {
        var request = int.TryParse(id, CultureInfo.InvariantCulture, out var number) ? turn.Find<AccountRequest>(number) : null;
        var person = request is null ? null : turn.Find<Member>(request.Member);
        return request is not null && person is not null && turn.Now - request.At < Waits ? (request, person) : throw new Refusal(new RequestIsOver(person?.Name));
    }

    private static Offer Offer<T>(AccountRequest request, Says label)
        where T : ICommand => new(label, Intent.To<T>().With("Request", request.Id));
}

/// <summary>Agrees that somebody is given a code; who asked is told it.</summary>
[Untyped]
public sealed record ConfirmAccount(string Request) : ICommand
{
    /// <inheritdoc/>
    public Says Run(Turn turn)
    {
        var (request, person) = VouchFor.Standing(Request, turn);
        if (request.ConfirmedBy is not null)
        {
            throw new Refusal(new RequestIsOver(person.Name));
        }

        if (turn.Member.Id == request.By || turn.Find<Member>(request.By) is not { } asked)
        {
            throw new Refusal(new SomebodyElseConfirms());
        }

        turn.Keep(request with { ConfirmedBy = turn.Member.Id });
        foreach (var account in turn.AccountsOf(person.Id).Except(turn.Live<AccountLink>().Select(link => link.Account)).ToList())
        {
            turn.KeepQuietly(new AccountLink { Id = turn.NextId<AccountLink>(), Member = person.Id, Account = account, Name = person.Name, Since = turn.Now });
        }

        var code = turn.GiveCode(person);
        turn.Tell(asked, new CodeToHandOn(person.Name, LinkCode.Write(code), turn.WaysIn(code), (int)LinkCode.Lasts.TotalMinutes), OutgoingKind.Urgent, turn.Now + LinkCode.Lasts);
        return new CodeWasGiven(turn.Member.Name, asked.Name, person.Name);
    }
}

/// <summary>Sends an account away that two had agreed to, were it a mistake: it is again who it was before. Later only who it speaks for can.</summary>
[Untyped]
[Needs(Role.Coordination)]
public sealed record SendAccountAway(string Link) : ICommand
{
    private static readonly Duration InTime = Duration.FromHours(24);

    /// <inheritdoc/>
    public Says Run(Turn turn)
    {
        if (!int.TryParse(Link, CultureInfo.InvariantCulture, out var number) || turn.Find<AccountLink>(number) is not { } link)
        {
            throw new Refusal(new NotLinkedAnyMore());
        }

        if (turn.Now - link.Since > InTime)
        {
            throw new Refusal(new TooLateToSendAway((int)InTime.TotalHours));
        }

        turn.Remove(link);
        return AccountIsUnlinked.Of(link, turn);
    }

    /// <summary>The button that does it.</summary>
    internal static Offer Offer(AccountLink link) => new(new NotMe(), Intent.To<SendAccountAway>().With(nameof(Link), link.Id));
}

/// <summary>The person themselves wants no other account: there is no code for them, and one that was given is worth nothing.</summary>
[Untyped]
public sealed record RefuseAccount(string Request) : ICommand
{
    /// <inheritdoc/>
    public Says Run(Turn turn)
    {
        var (request, person) = VouchFor.Standing(Request, turn);
        if (!turn.IsSpeaker(person))
        {
            throw new Refusal(new RequestIsOver(person.Name));
        }

        turn.Remove(request);
        return new NoCodeForThem(person.Name);
    }
}
