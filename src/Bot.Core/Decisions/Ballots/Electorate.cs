using Bot.Core.Memory;
using Bot.Core.Texts;
using Bot.Core.Turns;
using NodaTime;

namespace Bot.Core.Decisions;

/// <summary>Somebody left while they objected.</summary>
/// <param name="Decision">The proposal's code.</param>
/// <param name="Title">Its title.</param>
/// <param name="Who">Who.</param>
/// <param name="Until">Until when somebody can take the objection over.</param>
public sealed record ObjectionIsOrphaned(Ref Decision, string Title, string Who, Instant Until) : Says;

/// <summary>Who votes, when people come and go.</summary>
internal static class Electorate
{
    /// <summary>Who answers themselves has not left: whoever took them off was mistaken.</summary>
    public static void IsHere(Decision decision, int member, Turn turn)
    {
        var progress = decision.Progress(turn);
        if (progress.Left.Contains(member))
        {
            turn.Keep(progress with { Left = progress.Left.Remove(member), Orphans = progress.Orphans.Remove(member) });
        }
    }

    /// <summary>Somebody no longer votes. What they answered is kept for the record and not counted; their objection waits for somebody to take it over.</summary>
    public static Decision Leave(Decision decision, int member, Turn turn)
    {
        var progress = decision.Progress(turn);
        var poll = decision.Poll(turn);
        if (!poll.Voters.Contains(member))
        {
            return decision;
        }

        var objects = poll.Objections.Any(objection => objection.Voter == member);
        var until = turn.Now + Rules.TimeToTakeOver;
        turn.Keep(progress with { Left = progress.Left.Add(member), Orphans = objects ? progress.Orphans.SetItem(member, until) : progress.Orphans });
        if (objects)
        {
            var who = turn.Find<Member>(member)!;
            Course.TellAll(decision, new ObjectionIsOrphaned(decision.Ref, decision.Title, who.Name, until) { Offers = [TakeObjectionOver.Offer(decision, who)] }, turn);
        }

        return Course.Follow(decision, turn);
    }
}
