using Bot.Core.Chat;
using Bot.Core.Commands;
using Bot.Core.Memory;
using Bot.Core.Texts;
using Bot.Core.Turns;

namespace Bot.Core.Decisions;

/// <summary>Who votes on a proposal.</summary>
/// <param name="Decision">Its code.</param>
/// <param name="Count">How many.</param>
/// <param name="Who">The first of them.</param>
/// <param name="More">How many more.</param>
/// <param name="Advisers">Who only gives advice.</param>
/// <param name="Needed">How many have to answer.</param>
public sealed record VotersOf(Ref Decision, int Count, IReadOnlyList<string> Who, int? More, IReadOnlyList<string> Advisers, int Needed) : Says;

/// <summary>Somebody votes from now on.</summary>
/// <param name="Who">Who.</param>
/// <param name="Decision">The proposal's code.</param>
/// <param name="By">Who added them.</param>
/// <param name="Needed">How many have to answer now.</param>
public sealed record VoterAdded(string Who, Ref Decision, string By, int Needed) : Says;

/// <summary>Somebody votes no longer.</summary>
/// <param name="Who">Who.</param>
/// <param name="Decision">The proposal's code.</param>
/// <param name="By">Who took them off.</param>
/// <param name="Needed">How many have to answer now.</param>
public sealed record VoterRemoved(string Who, Ref Decision, string By, int Needed) : Says;

/// <summary>To somebody who was taken off those who vote: if they are still here, they only have to answer.</summary>
/// <param name="Decision">The proposal's code.</param>
/// <param name="Title">Its title.</param>
/// <param name="By">Who took them off.</param>
public sealed record YouVoteNoMore(Ref Decision, string Title, string By) : Says;

/// <summary>Who votes is changed in front of everybody, by the author or the coordination.</summary>
/// <param name="Decision">The proposal's code.</param>
public sealed record NotYoursToChange(Ref Decision) : Says;

/// <summary>Somebody who is added to those who vote (« +Paul »), or has left (« -Paul »).</summary>
/// <param name="Member">Who.</param>
/// <param name="IsAdded">Whether they are added.</param>
public sealed record VoterChange(Member Member, bool IsAdded) : IReadable<VoterChange>
{
    /// <inheritdoc/>
    public static VoterChange? Read(Words words, Asked how, Turn turn)
    {
        for (var i = 0; i < words.Left.Count; i++)
        {
            if (words.Left[i].Text is ['+' or '-', _, ..] typed)
            {
                words.Take(i, 1);
                return new VoterChange(Names.Take(new Words(typed[1..].TrimStart('@')), 0, turn, isSurelyAName: true)!, typed[0] == '+');
            }
        }

        return null;
    }
}

/// <summary>Shows who votes, or changes it in front of everybody: newcomers are added, those who left are taken off.</summary>
public sealed record ShowVoters(VoterChange? Change = null, Proposal? On = null) : ICommand
{
    private const int Most = 20;

    /// <inheritdoc/>
    public Says Run(Turn turn)
    {
        var decision = On?.Decision ?? throw new Refusal(new NothingIsOpen());
        if (Change is null)
        {
            return Show(decision, turn);
        }

        Voting.RefuseIfOver(decision, turn);
        if (!turn.Member.Roles.Contains(Role.Coordination) && (!Change.IsAdded || turn.Member.Id != decision.Author))
        {
            throw new Refusal(new NotYoursToChange(decision.Ref));
        }

        var who = Change.Member;
        if (!Change.IsAdded && who.Id != turn.Member.Id && turn.HasPrivateChat(who))
        {
            turn.Tell(who, new YouVoteNoMore(decision.Ref, decision.Title, turn.Member.Name) { Offers = Offering.Answers(decision) }, OutgoingKind.Ballot);
        }

        var after = Change.IsAdded ? Add(decision, who, turn) : Electorate.Leave(decision, who.Id, turn);
        var needed = after.Poll(turn).Count.Needed;
        return Change.IsAdded ? new VoterAdded(who.Name, decision.Ref, turn.Member.Name, needed) : new VoterRemoved(who.Name, decision.Ref, turn.Member.Name, needed);
    }

    private static VotersOf Show(Decision decision, Turn turn)
    {
        var poll = decision.Poll(turn);
        var voters = poll.Voters;
        return new VotersOf(
            decision.Ref,
            voters.Count,
            voters.Take(Most).Names(turn),
            voters.Count > Most ? voters.Count - Most : null,
            decision.Rules.Advisers.Union(poll.Ballots.Where(ballot => ballot.IsAdvice).Select(ballot => ballot.Voter)).Names(turn),
            poll.Count.Needed);
    }

    private static Decision Add(Decision decision, Member who, Turn turn)
    {
        var wider = decision with { Electorate = decision.Electorate.Add(who.Id) };
        turn.Keep(wider);
        if (decision.BallotOf(who.Id, turn) is { IsAdvice: true } advice)
        {
            turn.Keep(advice with { IsAdvice = false });
        }

        var progress = decision.Progress(turn);
        turn.Keep(progress with { Left = progress.Left.Remove(who.Id), Orphans = progress.Orphans.Remove(who.Id) });
        return Course.Follow(wider, turn);
    }
}
