using Bot.Core.Chat;
using Bot.Core.Commands;
using Bot.Core.Memory;
using Bot.Core.Texts;
using Bot.Core.Turns;

namespace Bot.Core.Decisions;

/// <summary>Somebody answers for who speaks, from now on.</summary>
/// <param name="Holder">Who.</param>
/// <param name="Decision">For which proposal; null for all.</param>
public sealed record ProxyGiven(string Holder, Ref? Decision) : Says;

/// <summary>To somebody who answers for another from now on.</summary>
/// <param name="Giver">For whom.</param>
/// <param name="Decision">For which proposal; null for all.</param>
public sealed record ProxyReceived(string Giver, Ref? Decision) : Says;

/// <summary>Who speaks answers for themselves again.</summary>
public sealed record ProxyTakenBack : Says;

/// <summary>Who has proxies, and whose.</summary>
/// <param name="Count">How many.</param>
/// <param name="Lines">One each.</param>
public sealed record AllProxies(int Count, IReadOnlyList<Says> Lines) : Says;

/// <summary>One person answers for so many others, and no more.</summary>
/// <param name="Holder">Who.</param>
/// <param name="Most">For how many.</param>
public sealed record TooManyProxies(string Holder, int Most) : Says;

/// <summary>Nobody needs a proxy of their own.</summary>
public sealed record NoProxyForOneself : Says;

/// <summary>A proxy goes to somebody who votes.</summary>
/// <param name="Holder">Who does not.</param>
public sealed record HolderDoesNotVote(string Holder) : Says;

/// <summary>To take a proxy back: « personne ».</summary>
public sealed record Nobody : IReadable<Nobody>
{
    /// <inheritdoc/>
    public static Nobody? Read(Words words, Asked how, Turn turn)
    {
        if (words.Left is not [var only] || !turn.Parts.Texts.Words("Nobody.words").Contains(only.Folded))
        {
            return null;
        }

        words.Take(0, 1);
        return new Nobody();
    }
}

/// <summary>A proposal named by its code, and only so: without one it is about all of them.</summary>
/// <param name="Decision">The proposal.</param>
public sealed record CodedDecision(Decision Decision) : IReadable<CodedDecision>
{
    /// <inheritdoc/>
    public static CodedDecision? Read(Words words, Asked how, Turn turn)
    {
        for (var i = 0; i < words.Left.Count; i++)
        {
            if (Ref.TryParse(words.Left[i].Folded, out var code) && code.Letter == Kind.Of<Decision>().Letter)
            {
                words.Take(i, 1);
                return new CodedDecision(turn.Find<Decision>(code.Number) ?? throw new Refusal(new NoSuchCode(code.ToString())));
            }
        }

        return null;
    }
}

/// <summary>Has somebody answer in one's place; one can still answer oneself, and that counts.</summary>
[HeardBy(Audience.Asker, IsPersonal = false)]
public sealed record GiveProxy(CodedDecision? On = null, Nobody? To = null, Named? Whom = null) : ICommand
{
    /// <inheritdoc/>
    public Says Run(Turn turn)
    {
        var mine = turn.Live<Proxy>().Where(proxy => proxy.Giver == turn.Member.Id).ToList();
        if (To is not null)
        {
            mine.ForEach(turn.Remove);
            return new ProxyTakenBack();
        }

        if (Whom is null)
        {
            var all = turn.Live<Proxy>().Select(proxy => proxy.Describe(turn)).ToList();
            return new AllProxies(all.Count, all);
        }

        var holder = Whom.Member;
        Check(holder, mine, turn);
        mine.Where(proxy => proxy.Decision == (On?.Decision.Id ?? 0)).ToList().ForEach(turn.Remove);
        turn.Keep(new Proxy { Id = turn.NextId<Proxy>(), Giver = turn.Member.Id, Holder = holder.Id, Decision = On?.Decision.Id ?? 0 });
        if (turn.HasPrivateChat(holder))
        {
            turn.Tell(holder, new ProxyReceived(turn.Member.Name, On?.Decision.Ref), OutgoingKind.Ballot);
        }

        return new ProxyGiven(holder.Name, On?.Decision.Ref);
    }

    // The cap is counted among those who vote on that proposal; without one, among all who can.
    private void Check(Member holder, List<Proxy> mine, Turn turn)
    {
        if (holder.Id == turn.Member.Id)
        {
            throw new Refusal(new NoProxyForOneself());
        }

        var voters = On?.Decision.Poll(turn).Voters ?? [.. turn.Live<Member>().Where(turn.HasAccount).Select(member => member.Id).Except(Charter.Of(turn).Rules.Advisers)];
        if (!voters.Contains(holder.Id))
        {
            throw new Refusal(new HolderDoesNotVote(holder.Name));
        }

        var most = Rules.MostProxies(voters.Count);
        var held = turn.Live<Proxy>().Except(mine).Where(proxy => proxy.Holder == holder.Id && (On is null || proxy.IsFor(On.Decision.Id))).Select(proxy => proxy.Giver).Distinct().Count();
        if (held >= most)
        {
            throw new Refusal(new TooManyProxies(holder.Name, most));
        }
    }
}
