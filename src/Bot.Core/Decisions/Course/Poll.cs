using System.Collections.Immutable;
using NodaTime;

namespace Bot.Core.Decisions;

/// <summary>What becomes of a proposal now: how far it has come, and how it ends if it does.</summary>
/// <param name="Progress">How far it has come.</param>
/// <param name="Ending">How it ends; null while it stays open.</param>
public sealed record Verdict(Progress Progress, Ending? Ending = null);

/// <summary>
/// A proposal as it is counted: who votes, what they answered, what is still open. It knows nothing of rooms or messages; the whole
/// rule of consent is here, and the same answers at the same time always come to the same end.
/// </summary>
public sealed record Poll
{
    // Among fewer, half of them is soon everybody.
    private const int ManyVoters = 6;

    /// <summary>The rules it goes by.</summary>
    public required Rules Rules { get; init; }

    /// <summary>Who proposes: their accord goes without saying, until they say something else.</summary>
    public required int Author { get; init; }

    /// <summary>When it was opened.</summary>
    public required Instant OpenedAt { get; init; }

    /// <summary>Who voted from the beginning.</summary>
    public required ImmutableSortedSet<int> Electorate { get; init; }

    /// <summary>What was answered: one ballot per person.</summary>
    public IReadOnlyList<Ballot> Ballots { get; init; } = [];

    /// <summary>The version from which on answers count; an objection to an earlier one stands until it is lifted.</summary>
    public int Since { get; init; } = 1;

    /// <summary>How it is decided when not by consent.</summary>
    public Terms? Terms { get; init; }

    /// <summary>How many questions wait for an answer.</summary>
    public int OpenQuestions { get; init; }

    /// <summary>How far it has come.</summary>
    public required Progress Progress { get; init; }

    /// <summary>Who votes: those from the beginning and those who joined, without those who left.</summary>
    public ImmutableSortedSet<int> Voters
    {
        get
        {
            var joined = Ballots.Where(ballot => ballot is { HasJoined: true, IsAdvice: false }).Select(ballot => ballot.Voter).ToList();
            var voters = joined.Count == 0 ? Electorate : Electorate.Union(joined);
            return Progress.Left.IsEmpty ? voters : voters.Except(Progress.Left);
        }
    }

    /// <summary>The answers that count: of voters, given on the present text.</summary>
    public IEnumerable<Ballot> Valid
    {
        get
        {
            var voters = Voters;
            return Ballots.Where(ballot => ballot is { HasAnswer: true, IsAdvice: false } && !IsStale(ballot) && voters.Contains(ballot.Voter));
        }
    }

    /// <summary>Those whose answer was given on an earlier text, and does not count until they confirm it.</summary>
    public IEnumerable<int> ToConfirm
    {
        get
        {
            var voters = Voters;
            return Ballots.Where(ballot => !ballot.IsAdvice && IsStale(ballot) && voters.Contains(ballot.Voter)).Select(ballot => ballot.Voter);
        }
    }

    /// <summary>Those who vote and have not answered the present text.</summary>
    public IEnumerable<int> Missing
    {
        get
        {
            var answered = Valid.Where(ballot => Terms?.IsComplete(ballot) != false).Select(ballot => ballot.Voter).ToHashSet();
            return Voters.Where(voter => !answered.Contains(voter) && (voter != Author || Terms is not null));
        }
    }

    /// <summary>The objections in the way, the oldest first: those of voters, and of who left until somebody takes them over.</summary>
    public IEnumerable<Ballot> Objections
    {
        get
        {
            var voters = Voters;
            return Ballots.Where(ballot => ballot is { IsObjection: true, IsAdvice: false } && (voters.Contains(ballot.Voter) || Progress.Orphans.ContainsKey(ballot.Voter)))
                .OrderBy(ballot => ballot.RaisedAt);
        }
    }

    /// <summary>Voters nobody is sure to have told.</summary>
    public IEnumerable<int> NotTold
    {
        get
        {
            var answered = Ballots.Where(ballot => ballot.By is null).Select(ballot => ballot.Voter).ToHashSet();
            return Voters.Where(voter => voter != Author && !Progress.Notified.Contains(voter) && !answered.Contains(voter));
        }
    }

    /// <summary>What is counted now.</summary>
    public Count Count
    {
        get
        {
            var valid = Valid.ToList();
            var voters = Voters;
            var presumed = Terms is null && voters.Contains(Author) && !valid.Exists(ballot => ballot.Voter == Author) ? 1 : 0;
            return new Count(
                voters.Count,
                valid.Count + presumed,
                Terms?.AnswersNeeded(Rules, voters.Count) ?? Rules.AnswersNeeded(voters.Count),
                Of(Choice.Accord) + presumed,
                Of(Choice.Abstention),
                Of(Choice.Reserve),
                Objections.Count(),
                valid.Count(ballot => ballot.Choice == Choice.Accord && ballot.Voter != Author),
                Rules.AccordsNeeded(voters.Count));

            int Of(Choice choice) => valid.Count(ballot => ballot.Choice == choice);
        }
    }

    /// <summary>How far it has come.</summary>
    public IEnumerable<Stage> Stages
    {
        get
        {
            var count = Count;
            if (count.Voters >= ManyVoters && count.Answered * 2 >= count.Voters)
            {
                yield return Stage.HalfAnswered;
            }

            if (count.Needed > 1 && count.Answered >= count.Needed)
            {
                yield return Stage.EnoughAnswered;
            }

            if (Progress.ObjectionWasTold && count.Objections == 0)
            {
                yield return Stage.NoObjectionLeft;
            }
        }
    }

    /// <summary>The earliest it can be adopted while some have not answered.</summary>
    public Instant NotBefore => OpenedAt + Rules.OpenAtLeast(Progress.FirstDeadline - OpenedAt);

    /// <summary>When something may happen by itself: the next look at it is then.</summary>
    /// <param name="now">The time it is.</param>
    public Instant NextLook(Instant now)
    {
        var next = Objections.Select(EndOf).Append(Progress.CoolingUntil ?? Progress.Deadline).Min();
        return NotBefore > now ? Instant.Min(next, NotBefore) : next;
    }

    /// <summary>Works out what becomes of it.</summary>
    /// <param name="now">The time it is.</param>
    /// <returns>How far it has come, and whether it ends. Asked again at once, it says the same.</returns>
    public Verdict At(Instant now)
    {
        var count = Count;
        var everybodyElseAnswered = count.Voters >= Rules.FewestAnswers && count.Answered == count.Voters;
        var isReady = IsReady(count);
        if (isReady && (everybodyElseAnswered || Progress.CoolingUntil <= now))
        {
            return new Verdict(Progress, Adoption(count));
        }

        if (Progress.CoolingUntil is not null)
        {
            return isReady ? new Verdict(Progress) : (this with { Progress = Reopened(now) }).At(now);
        }

        if (Objections.Any(objection => !Progress.Orphans.ContainsKey(objection.Voter) && objection.RaisedAt + Rules.TimeForAnObjection <= now))
        {
            return new Verdict(Progress, Ending.Objected);
        }

        return Progress.Deadline <= now ? AtDeadline(count, isReady, now)
            : isReady && NotBefore <= now ? new Verdict((Progress with { CoolingUntil = now + Rules.Cooling }).With(now, Turning.Cooling))
            : new Verdict(Progress);
    }

    /// <summary>When an objection ends by itself, or is taken to a meeting.</summary>
    /// <param name="objection">The objection.</param>
    internal Instant EndOf(Ballot objection) =>
        Progress.Orphans.TryGetValue(objection.Voter, out var until) ? until
        : objection.RaisedAt!.Value + (objection.AwaitsReason ? Rules.TimeToGiveReason : Rules.TimeForAnObjection);

    /// <summary>Whether an answer was given on an earlier text.</summary>
    /// <param name="ballot">The answer.</param>
    internal bool IsStale(Ballot ballot) => ballot is { Choice: not null, IsObjection: false } && ballot.Version < Since;

    // Everything but the time.
    private bool IsReady(Count count) =>
        count.Answered >= count.Needed && count.Bearers >= count.BearersNeeded && count.Objections == 0 && OpenQuestions == 0 && !NotTold.Any();

    private Verdict AtDeadline(Count count, bool isReady, Instant now) =>
        isReady ? new Verdict(Progress, Adoption(count))
        : count.Objections > 0 ? new Verdict(Progress, Ending.Objected)
        : OpenQuestions > 0 && !Progress.HasWaitedForAnswer
            ? new Verdict(Longer(Rules.TimeToAnswer, Turning.WaitsForAnswer, now) with { HasWaitedForAnswer = true })
        : (count.Answered < count.Needed && !Rules.SilenceConsents) || NotTold.Any()
            ? !Progress.IsExtended ? new Verdict(Longer(Rules.Extension, Turning.Extended, now) with { IsExtended = true })
            : new Verdict(Progress, count.Answered < count.Needed ? Ending.NoQuorum : Ending.NotAllTold)
        : count.Bearers < count.BearersNeeded && !Rules.SilenceConsents ? new Verdict(Progress, Ending.NoBearers)
        : new Verdict(Progress, Adoption(count));

    // Who objects at the last moment must leave the others the time to answer them; once, or it would never end.
    private Progress Reopened(Instant now)
    {
        var open = (Progress with { CoolingUntil = null }).With(now, Turning.Reopened);
        return open.Deadline <= now && !open.HasBeenReopened
            ? open with { HasBeenReopened = true, Deadline = now + Rules.Extension }
            : open;
    }

    private Progress Longer(Duration by, Turning why, Instant now) =>
        (Progress with { Deadline = Instant.Max(Progress.Deadline, now) + by }).With(now, why);

    private static Ending Adoption(Count count) => count.Reserves > 0 ? Ending.AdoptedWithReserves : Ending.Adopted;
}
