using Bot.Core.Decisions;
using NodaTime;

namespace Bot.Core.Tests.Decisions;

/// <summary>A proposal that is counted without a bot: voter 1 proposes, all are told, it is open for a week.</summary>
internal sealed class Vote
{
    /// <summary>When it was opened.</summary>
    public static readonly Instant Opened = Instant.FromUtc(2026, 11, 21, 9, 0);

    private readonly Dictionary<int, Ballot> ballots = [];
    private int since = 1;
    private int questions;
    private Progress progress;
    private readonly int voters;
    private readonly Rules rules;

    public Vote(int voters = 10, Rules? rules = null, int days = 7)
    {
        this.voters = voters;
        this.rules = rules ?? new Rules();
        var deadline = Opened + Duration.FromDays(days);
        progress = new Progress { Id = 1, Deadline = deadline, FirstDeadline = deadline, Notified = [.. Enumerable.Range(1, voters)] };
    }

    /// <summary>It, as it is counted now.</summary>
    public Poll Poll => new()
    {
        Rules = rules,
        Author = 1,
        OpenedAt = Opened,
        Electorate = [.. Enumerable.Range(1, voters)],
        Ballots = [.. ballots.Values],
        Since = since,
        OpenQuestions = questions,
        Progress = progress,
    };

    /// <summary>So many hours after the opening.</summary>
    public static Instant Hour(int hour) => Opened + Duration.FromHours(hour);

    /// <summary>Some answer.</summary>
    public Vote Say(Choice choice, params int[] who) => SayAt(0, choice, who);

    /// <summary>Some answer so many hours after the opening.</summary>
    public Vote SayAt(int hour, Choice choice, params int[] who)
    {
        foreach (var each in who)
        {
            ballots[each] = (ballots.GetValueOrDefault(each) ?? new Ballot { Id = each, Decision = 1, Voter = each }).With(choice, "because", Hour(hour), since);
        }

        return this;
    }

    /// <summary>Changes what stands of somebody's answer.</summary>
    public Vote Change(int who, Func<Ballot, Ballot> change)
    {
        ballots[who] = change(ballots.GetValueOrDefault(who) ?? new Ballot { Id = who, Decision = 1, Voter = who });
        return this;
    }

    /// <summary>Changes how far it has come.</summary>
    public Vote Set(Func<Progress, Progress> change)
    {
        progress = change(progress);
        return this;
    }

    /// <summary>Somebody asks; the last one may be answered.</summary>
    public Vote Ask(int count = 1)
    {
        questions += count;
        return this;
    }

    /// <summary>What the text means changes.</summary>
    public Vote Amend()
    {
        since++;
        return this;
    }

    /// <summary>Looks at it so many hours after the opening, and keeps what follows.</summary>
    public Ending? At(int hour) => AtInstant(Hour(hour));

    /// <summary>Looks at it, and keeps what follows.</summary>
    public Ending? AtInstant(Instant now)
    {
        var verdict = Poll.At(now);
        progress = verdict.Progress;

        // Asked again at once, it says the same.
        Assert.Equal(verdict, Poll.At(now));
        return verdict.Ending;
    }

    /// <summary>Whether it is about to be adopted.</summary>
    public bool IsCooling => progress.CoolingUntil is not null;
}
