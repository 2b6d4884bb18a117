using Bot.Core.Chat;
using Bot.Core.Memory;
using Bot.Core.Texts;
using Bot.Core.Turns;
using NodaTime;

namespace Bot.Core.Decisions;

/// <summary>A proposal that is adopted soon, unless somebody objects.</summary>
/// <param name="Decision">Its code.</param>
/// <param name="Title">Its title.</param>
/// <param name="Until">Until when one can object.</param>
public sealed record AdoptedUnlessObjected(Ref Decision, string Title, Instant Until) : Says;

/// <summary>A proposal that is not about to be adopted any more.</summary>
/// <param name="Decision">Its code.</param>
/// <param name="Title">Its title.</param>
/// <param name="Until">Until when one can answer.</param>
public sealed record NoLongerReady(Ref Decision, string Title, Instant Until) : Says;

/// <summary>People have longer to answer.</summary>
/// <param name="Decision">The proposal's code.</param>
/// <param name="Title">Its title.</param>
/// <param name="Until">Until when.</param>
public sealed record TimeExtended(Ref Decision, string Title, Instant Until) : Says;

/// <summary>The first objection to a proposal.</summary>
/// <param name="Decision">The proposal's code.</param>
/// <param name="Title">Its title.</param>
/// <param name="Who">Who objects.</param>
/// <param name="Reason">Why, if they said.</param>
public sealed record SomebodyObjects(Ref Decision, string Title, string Who, string? Reason) : Says;

/// <summary>To somebody whose objection ended because its reason never came.</summary>
/// <param name="Decision">The proposal's code.</param>
/// <param name="Title">Its title.</param>
public sealed record ObjectionHasLapsed(Ref Decision, string Title) : Says;

/// <summary>The objection of somebody who left ended: nobody took it over.</summary>
/// <param name="Decision">The proposal's code.</param>
/// <param name="Title">Its title.</param>
/// <param name="Who">Who had raised it.</param>
public sealed record ObjectionHasEnded(Ref Decision, string Title, string Who) : Says;

/// <summary>
/// Leads a proposal on: whenever somebody answered, or time has passed, it works out what follows, tells it where the proposal was put
/// up, and sees to the next look. Everything that happens to a proposal goes through here, one turn of the coop after the other.
/// </summary>
internal static class Course
{
    /// <summary>Works out what follows, and keeps it. It stages, and never refuses: checks come before.</summary>
    /// <returns>The proposal as it is then.</returns>
    public static Decision Follow(Decision decision, Turn turn)
    {
        if (!decision.IsOpen)
        {
            return decision;
        }

        EndWhatIsOver(decision, turn);
        var before = decision.Progress(turn);
        var poll = WithNotices(decision, decision.Poll(turn), turn);
        var verdict = decision.Method.At(decision, poll, turn);
        var progress = TellFirstObjection(decision, poll, verdict.Progress, turn);
        progress = (poll with { Progress = progress }).Stages.ToList() is { Count: > 0 } stages ? progress with { Reached = (progress.Reached ?? []).Union(stages) } : progress;
        if (!Equals(progress, before))
        {
            turn.Keep(progress);
        }

        Tell(decision, before, progress, verdict.Ending, turn);
        if (verdict.Ending is { } ending)
        {
            return Closing.Close(decision, ending, turn);
        }

        turn.At((poll with { Progress = progress }).NextLook(turn.Now), new LookAtDecision(decision.Ref.ToString()));
        Reminding.Plan(decision, progress, turn);
        return decision;
    }

    /// <summary>Tells something wherever a proposal was put up. It is never dropped: it is part of a decision.</summary>
    public static void TellAll(Decision decision, Says says, Turn turn, Room? except = null)
    {
        foreach (var room in decision.Rooms.Where(room => room != except?.Id).Select(turn.Find<Room>).OfType<Room>())
        {
            turn.Tell(room, says, OutgoingKind.Ballot);
        }
    }

    // An objection whose reason never came, or whose author left: it ends here, never as an accord.
    private static void EndWhatIsOver(Decision decision, Turn turn)
    {
        var poll = decision.Poll(turn);
        foreach (var objection in poll.Objections.Where(objection => poll.EndOf(objection) <= turn.Now).ToList())
        {
            var hasLeft = poll.Progress.Orphans.ContainsKey(objection.Voter);
            if (!hasLeft && !objection.AwaitsReason)
            {
                continue;
            }

            turn.Keep(objection.Without(hasLeft ? Fate.Ended : Fate.Lapsed, turn.Now, decision.Version));
            var progress = decision.Progress(turn);
            turn.Keep(progress with { Orphans = progress.Orphans.Remove(objection.Voter) });
            var who = turn.Find<Member>(objection.Voter)!;
            if (hasLeft)
            {
                TellAll(decision, new ObjectionHasEnded(decision.Ref, decision.Title, who.Name), turn);
            }
            else
            {
                turn.Tell(who, new ObjectionHasLapsed(decision.Ref, decision.Title) { Offers = Offering.Answers(decision) }, OutgoingKind.Ballot);
            }
        }
    }

    // A process that died between showing and noting has shown all the same: what stands before people's eyes is looked up.
    private static Poll WithNotices(Decision decision, Poll poll, Turn turn)
    {
        if (!poll.NotTold.Any())
        {
            return poll;
        }

        var told = poll.Progress.Notified.Union(turn.ShownTo(decision.Ref.ToString()));
        return told.Count == poll.Progress.Notified.Count ? poll : poll with { Progress = poll.Progress with { Notified = told } };
    }

    private static Progress TellFirstObjection(Decision decision, Poll poll, Progress progress, Turn turn)
    {
        if (progress.ObjectionWasTold || poll.Objections.FirstOrDefault() is not { } first)
        {
            return progress;
        }

        TellAll(decision, new SomebodyObjects(decision.Ref, decision.Title, turn.Find<Member>(first.Voter)!.Name, first.Reason), turn);
        return progress with { ObjectionWasTold = true };
    }

    private static void Tell(Decision decision, Progress before, Progress progress, Ending? ending, Turn turn)
    {
        if (ending is not null)
        {
            return;
        }

        if (progress.CoolingUntil is { } until && before.CoolingUntil != until)
        {
            TellAll(decision, new AdoptedUnlessObjected(decision.Ref, decision.Title, until) { Offers = [Offering.ToObject(decision)] }, turn);
        }
        else if (before.CoolingUntil is not null && progress.CoolingUntil is null)
        {
            TellAll(decision, new NoLongerReady(decision.Ref, decision.Title, progress.Deadline), turn);
        }
        else if (progress.Deadline != before.Deadline)
        {
            TellAll(decision, decision.Method.Longer(decision, progress, turn), turn);
        }
    }
}
