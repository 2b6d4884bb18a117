using System.Collections.Immutable;
using Bot.Core.Commands;
using Bot.Core.Memory;
using Bot.Core.Texts;
using Bot.Core.Turns;
using NodaTime;

namespace Bot.Core.Agenda;

/// <summary>How an event stands, as after an undo.</summary>
/// <param name="Title">Its title.</param>
/// <param name="Event">Its code.</param>
/// <param name="When">When it is, or when it comes next.</param>
/// <param name="IsOff">Whether it was called off.</param>
public sealed record EventStands(string Title, Ref Event, Says When, bool IsOff) : Says;

/// <summary>What is asked for is over, or was called off.</summary>
/// <param name="Title">Its title.</param>
/// <param name="Event">Its code.</param>
/// <param name="IsOff">Whether it was called off.</param>
public sealed record EventIsOver(string Title, Ref Event, bool IsOff) : Says;

/// <summary>A rhythm that can't be shifted so.</summary>
/// <param name="Title">The title.</param>
/// <param name="Event">The code.</param>
public sealed record OtherRhythm(string Title, Ref Event) : Says;

/// <summary>Something on the coop's agenda: it takes place once, or again and again; people say whether they come.</summary>
[Kind("event", Letter = 'E')]
public sealed record CoopEvent : Document, ITitled, IDescribed, IRemarked, IForget, IConcernSome, IFiled, IMovable, ICancellable, ISearchable, IComeFrom
{
    /// <inheritdoc/>
    public required string Title { get; init; }

    /// <summary>The room it belongs to.</summary>
    public required int Room { get; init; }

    /// <summary>When it is; of what comes again, the first time to come as the rule says it.</summary>
    public required EventTime Time { get; init; }

    /// <summary>How it comes again, if it does.</summary>
    public EventSeries? Series { get; init; }

    /// <summary>Where, in the words of who planned it.</summary>
    public string? Place { get; init; }

    /// <summary>How many people there is room for, guests included; null for everybody.</summary>
    public int? Places { get; init; }

    /// <summary>Those whom it concerns; null for everybody.</summary>
    public ImmutableSortedSet<int>? For { get; init; }

    /// <inheritdoc/>
    public Ref? From { get; init; }

    /// <summary>Whether it was called off, each time of it.</summary>
    public bool IsOff { get; init; }

    /// <summary>Whether it is over, each time of it.</summary>
    public bool IsOver { get; init; }

    /// <summary>How many people came, once it is over and somebody did.</summary>
    public int Came { get; init; }

    /// <inheritdoc/>
    public bool ComesAgain => Series is not null;

    /// <inheritdoc/>
    public override bool IsSettled => IsOff || IsOver;

    /// <inheritdoc/>
    public bool IsForSome => For is not null;

    /// <inheritdoc/>
    public bool Concerns(int member) => For is null || For.Contains(member);

    /// <inheritdoc/>
    public string FoundBy => Place is null ? Title : $"{Title}, {Place}";

    /// <inheritdoc/>
    public Ref FoundAs => Ref;

    /// <inheritdoc/>
    public LocalDateTime? FoundAt(DateTimeZone zone) => Time.Day.At(Time.Time ?? LocalTime.Midnight);

    /// <inheritdoc/>
    public Shift MovedTo(Due to, bool isAll, Turn turn)
    {
        var planning = new Planning(turn);
        var which = planning.Meant(this, on: null);
        var time = which.Time.MovedTo(to);
        if (time.Ends(turn.Zone) <= turn.Now)
        {
            throw new Refusal(new DayIsOver(time.Told()));
        }

        News.TellMoved(which, isAll ? planning.OfEach(this) : [which], isAll ? time.Day : which.On, time, turn);
        Document moved = which.On is null ? this with { Time = time } : isAll ? Shifted(which, time, turn) : AlteredTime.Of(which, time, turn);
        return new Shift(moved, time.Told(), which.Time.Told());
    }

    /// <inheritdoc/>
    public CallingOff CalledOff(DueOn? on, bool isAll, Turn turn)
    {
        var planning = new Planning(turn);
        var which = planning.Meant(this, on);
        var those = isAll ? planning.OfEach(this) : [which];
        var time = isAll && ComesAgain ? null : which.Time;
        var known = those.Select(each => Attendance.Of(each, turn)).ToList();
        if (known.Exists(each => each.Coming.Any(rsvp => rsvp.Member != turn.Member.Id)))
        {
            turn.Confirm(new PeopleAreComing(known.Sum(each => each.People), Title, Ref, time?.Told()), new YesCallOff());
        }

        var who = News.TellOff(this, time, [.. known.SelectMany(each => each.Interested).Distinct()], turn);
        Document document = which.On is null || isAll ? this with { IsOff = true } : AlteredTime.Of(which, to: null, turn);
        return new CallingOff(document, time?.Told(), who);
    }

    /// <inheritdoc/>
    public IEnumerable<Remark> Remarks(IRecords records) => records.Live<Rsvp>().Where(rsvp => rsvp.Event == Id).Select(rsvp => new Remark(rsvp.At, rsvp.Tell(records)))
        .Concat(records.Live<AlteredTime>().Where(altered => altered.Event == Id).Select(altered => new Remark(altered.At, altered.Tell(records))));

    /// <inheritdoc/>
    public Says Describe(IRecords records) => new EventStands(Title, Ref, Time.Told(), IsOff) { Offers = IsSettled ? [] : Offering.Answers(this, Series is null ? null : Time.Day) };

    /// <inheritdoc/>
    public Document? Forget(Forgotten who) => For?.Remove(who.Member) is not { } left ? this
        : left.IsEmpty ? null
        : left == For ? this
        : this with { For = left };

    // Each time from the next one on. Who had said that they come next time still does; what was changed about single times is no more.
    private CoopEvent Shifted(Occurrence next, EventTime time, Turn turn)
    {
        var goesOn = Series!.GoingOn(Time, next.On!.Value) is var (first, series) ? series.Shifted(first.Day, time.Day) : null;
        if (goesOn is null)
        {
            throw new Refusal(new OtherRhythm(Title, Ref));
        }

        var shifted = this with { Time = time, Series = goesOn };
        turn.Keep(shifted);
        foreach (var altered in turn.Live<AlteredTime>().Where(altered => altered.Event == Id).ToList())
        {
            turn.Remove(altered);
        }

        foreach (var rsvp in turn.Live<Rsvp>().Where(rsvp => rsvp.Event == Id).ToList())
        {
            if (rsvp.On == next.On)
            {
                turn.Keep(rsvp with { On = time.Day });
            }
            else
            {
                turn.Remove(rsvp);
            }
        }

        return shifted;
    }
}
