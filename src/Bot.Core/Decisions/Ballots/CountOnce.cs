using Bot.Core.Facts;
using Bot.Core.Turns;

namespace Bot.Core.Decisions;

/// <summary>Two voters turned out to be one person: in what is open they are one voter, and their last answer is the one that counts.</summary>
public sealed class CountOnce : IReactTo<MembersWereOne>
{
    /// <summary>Counts them once.</summary>
    /// <param name="fact">Who they are.</param>
    /// <param name="turn">The turn.</param>
    public void When(MembersWereOne fact, Turn turn)
    {
        if (turn.Find<Charter>(1) is { } charter && (charter.Rules.Advisers.Contains(fact.Former) || charter.Rules.CastingVote == fact.Former))
        {
            turn.Keep(charter with { Rules = charter.Rules.With(fact.NumberOf) });
        }

        foreach (var decision in turn.Live<Decision>().Where(decision => decision.IsOpen).ToList())
        {
            Course.Follow(Replace(decision, fact, turn), turn);
        }

        foreach (var proxy in turn.Live<Proxy>().Where(proxy => proxy.Giver == fact.Former || proxy.Holder == fact.Former).ToList())
        {
            var (giver, holder) = (fact.NumberOf(proxy.Giver), fact.NumberOf(proxy.Holder));
            if (giver == holder)
            {
                turn.Remove(proxy);
            }
            else
            {
                turn.Keep(proxy with { Giver = giver, Holder = holder });
            }
        }
    }

    private static Decision Replace(Decision decision, MembersWereOne fact, Turn turn)
    {
        var replaced = decision with { Author = fact.NumberOf(decision.Author), Electorate = [.. decision.Electorate.Select(fact.NumberOf)], Terms = decision.Terms?.With(fact.NumberOf), Rules = decision.Rules.With(fact.NumberOf) };
        turn.Keep(replaced);
        var progress = replaced.Progress(turn);
        turn.Keep(progress with { Notified = [.. progress.Notified.Select(fact.NumberOf)] });
        Casting.MakeOne(decision, fact.Former, fact.Now, turn);
        if (decision.BallotOf(fact.Former, turn) is { } theirs)
        {
            turn.Remove(theirs);
            turn.Keep(Voting.Seated(Together(theirs, decision.BallotOf(fact.Now, turn), turn), replaced, fact.Now));
        }

        return replaced;
    }

    // As if one person had given both answers, one after the other.
    private static Ballot Together(Ballot theirs, Ballot? mine, Turn turn)
    {
        if (mine is null)
        {
            return theirs with { Id = turn.NextId<Ballot>() };
        }

        var (first, last) = theirs.At < mine.At ? (theirs, mine) : (mine, theirs);
        var both = last.Marks is not null || last.IsSecret ? last
            : last.Choice is { } choice ? first.With(choice, last.Reason, last.At, last.Version)
            : first.IsObjection ? first.Lifted(last.At, last.Version)
            : first with { Choice = null, Reason = null, At = last.At };
        return both with { Id = mine.Id, By = last.By, IsByProxy = last.IsByProxy, Past = [.. both.Past, .. last.Past] };
    }
}
