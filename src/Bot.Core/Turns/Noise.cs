using Bot.Core.Chat;
using Bot.Core.Memory;
using NodaTime;

namespace Bot.Core.Turns;

/// <summary>
/// Sees to it that the bot does not disturb (docs/adr/0010): news and nudges keep to the quiet hours, a room gets few of them a day, a
/// person few nudges a week, and what must wait is told together. All that slices tell goes through here.
/// </summary>
internal sealed class Noise(Turn turn)
{
    /// <summary>How many posts that nobody there asked for a room gets in a day.</summary>
    public const int PostsADay = 3;

    /// <summary>How many nudges a person gets in a week.</summary>
    public const int NudgesAWeek = 5;

    private static readonly LocalTime Morning = new(8, 0);
    private readonly HashSet<int> unaware = [];

    /// <summary>Takes back what the turn undoes, if it was not told yet. Who does not know of it need not know that it is taken back.</summary>
    public void Withdraw()
    {
        if (turn.Undoes is null)
        {
            return;
        }

        foreach (var box in turn.Live<Mailbox>().Where(box => box.Lines.Exists(line => line.Turn == turn.Undoes)).ToList())
        {
            turn.Keep(box with { Lines = box.Lines.RemoveAll(line => line.Turn == turn.Undoes) });
            if (turn.OnlyTakesBack)
            {
                unaware.Add(box.Id);
            }
        }
    }

    /// <summary>What is to be told now of something that a turn tells; null when it waits, or need not be told any more.</summary>
    public Told? Sift(Told told)
    {
        if (IsExempt(told))
        {
            return told;
        }

        Withdraw();
        var box = Mailbox.Of(told, turn);
        if (unaware.Contains(box.Id) || (told.Kind == OutgoingKind.Nudge && turn.Find<Member>(box.Member)?.Notices == Notices.None))
        {
            return null;
        }

        var at = MayTell(box, told.Kind);
        var together = Together(box, at);
        at = told.Until <= together && told.Kind == OutgoingKind.News ? at : together;
        if (at <= turn.Now)
        {
            return TellAlong(box, told);
        }

        if (told.Until <= at)
        {
            // A nudge that comes too late is none; a change of plans that would is told whatever the hour.
            return told.Kind == OutgoingKind.Nudge ? null : told;
        }

        turn.Keep(box with { Lines = WhatWaited.With(box.Lines, WaitingFor(told), turn) });
        Plan(box, at, turn);
        return null;
    }

    /// <summary>When something of a kind may be told to a mailbox's reader: now, or later.</summary>
    public Instant MayTell(Mailbox box, OutgoingKind kind)
    {
        var at = Quiet(turn.Now);
        return box.Room != 0 ? box.CountOn(Day(at)) < PostsADay ? at : Tomorrow()
            : kind == OutgoingKind.Nudge && box.CountOn(Day(at)) >= NudgesAWeek ? Quiet(WeeklyDigest.After(turn))
            : at;
    }

    /// <summary>The next day, when one may speak.</summary>
    public Instant Tomorrow() => Quiet(turn.Today.PlusDays(1).At(Morning).InZoneLeniently(turn.Zone).ToInstant());

    /// <summary>What waits for a room about something need not be told any more once an answer about it stands there.</summary>
    public void Overtake(Room room, string? subject)
    {
        if (subject is not null && Mailbox.Of(room, turn) is { } box && box.Lines.Exists(line => line.What == subject))
        {
            turn.Keep(box with { Lines = box.Lines.RemoveAll(line => line.What == subject) });
        }
    }

    /// <summary>Has a mailbox's lines told later, or sooner than was planned.</summary>
    public static void Plan(Mailbox box, Instant at, Turn turn)
    {
        var job = TellWhatWaited.Of(box);
        if (turn.Pending(job) is not { } planned || at < planned.Due)
        {
            turn.At(at, job);
        }
    }

    /// <summary>The mailbox, once a message of some kinds went there.</summary>
    public Mailbox Counted(Mailbox box, bool hasNudge) => box.Room != 0 || hasNudge ? box.Counting(turn.Today) : box;

    // What people asked for, what belongs to a decision and what is urgent never waits; what is told where somebody has just acted, or to
    // them, is part of the answer; and in a trial nobody else reads.
    private bool IsExempt(Told told) =>
        told.IsSifted || turn.IsSandbox || told.Kind is not (OutgoingKind.News or OutgoingKind.Nudge)
        || (told.Room is { } room && room.Id == turn.Room?.Id && !turn.IsAway) || (told.Member is { } member && (turn.IsSpeaker(member) || !turn.HasAccount(member)));

    // What waits goes with the first message that may be posted in the room; to a person, with the first nudge.
    private Told TellAlong(Mailbox box, Told told)
    {
        var isNudge = told.Kind == OutgoingKind.Nudge;
        if (box.Lines.Count == 0 || told.Says is null || (box.Room == 0 && !isNudge))
        {
            turn.Keep(Counted(box, isNudge));
            return told;
        }

        var all = WhatWaited.With([.. WhatWaited.Worth(box, turn)], WaitingFor(told), turn);
        var fits = WhatWaited.FirstOf(all, told.Member, turn).Count == all.Count;
        turn.Keep(Counted(box, isNudge) with { Lines = fits ? [] : all.RemoveAt(all.Count - 1) });
        return WhatWaited.Together(fits ? all : [all[^1]], told.Member, told.Room, turn);
    }

    private Waiting WaitingFor(Told told) => new(turn.Seq, told.Kind)
    {
        Says = told.Says is null ? null : turn.Parts.Sayings.Write(told.Says),
        Card = told.Card,
        Subject = told.Says is null ? null : Scribe.SubjectOf(told.Says),
        IsPassing = told.Says is IPassing,
        Room = turn.Room?.Id ?? 0,
        Until = told.Until,
    };

    // Who wants one message a week gets it with the digest. What waits over Sunday goes with the digest, or, if there is none, a moment
    // after its time.
    public Instant Together(Mailbox box, Instant at) =>
        turn.Find<Member>(box.Member)?.Notices == Notices.Weekly ? Quiet(WeeklyDigest.After(turn))
        : at > turn.Now && box.Room == turn.Settings.Home && !turn.Settings.HasNoDigest && WeeklyDigest.Next(turn) is var digest && Day(digest) == Day(at) && at <= digest ? WeeklyDigest.After(turn)
        : at;

    private Instant Quiet(Instant at) => turn.Settings.QuietHours.EndAt(at, turn.Zone);

    private LocalDate Day(Instant at) => at.InZone(turn.Zone).Date;
}
