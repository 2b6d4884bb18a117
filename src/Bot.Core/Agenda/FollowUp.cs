using Bot.Core.Facts;
using Bot.Core.Memory;
using Bot.Core.Texts;
using Bot.Core.Turns;
using NodaTime;

namespace Bot.Core.Agenda;

/// <summary>To who counts on an event: something was taken back, and this is how it stands.</summary>
/// <param name="Title">Its title.</param>
/// <param name="Event">Its code.</param>
/// <param name="When">When it is, or would have been.</param>
/// <param name="IsOff">Whether it will not happen.</param>
public sealed record AfterAll(string Title, Ref Event, Says When, bool IsOff) : Says;

/// <summary>
/// What follows when something is taken back, or somebody leaves: no place is given twice, none stays empty while somebody waits for it,
/// and those who count on an event hear how it stands.
/// </summary>
public sealed class FollowUp : IReactTo<WasPutBack>, IReactTo<MemberLeft>
{
    /// <inheritdoc/>
    public void When(WasPutBack fact, Turn turn)
    {
        Nights.Plan(turn);
        var planning = new Planning(turn);
        foreach (var rsvp in fact.Documents.OfType<Rsvp>().DistinctBy(rsvp => rsvp.Id))
        {
            if (turn.Find<CoopEvent>(rsvp.Event) is { } about && planning.Find(about, rsvp.On) is { } which)
            {
                WaitIfTaken(rsvp.Id, which, turn);
                Attendance.Fill(which, turn);
            }
        }

        TellWhoIsBusy(fact, planning, turn);
        foreach (var about in fact.Documents.OfType<CoopEvent>().DistinctBy(about => about.Id))
        {
            TellHowItStands(about, on: null, planning, turn);
            if (turn.Find<CoopEvent>(about.Id) is null)
            {
                RemoveWhatWasSaid(about, turn);
            }
        }

        foreach (var altered in fact.Documents.OfType<AlteredTime>().DistinctBy(altered => altered.Id))
        {
            if (turn.Find<CoopEvent>(altered.Event) is { } about)
            {
                TellHowItStands(about, altered.On, planning, turn);
            }
        }
    }

    /// <inheritdoc/>
    public void When(MemberLeft fact, Turn turn)
    {
        var planning = new Planning(turn);
        var waited = turn.Live<Rsvp>().Where(rsvp => rsvp.IsWaiting).Select(rsvp => (rsvp.Event, rsvp.On)).Distinct().ToList();
        foreach (var (number, on) in waited)
        {
            if (turn.Find<CoopEvent>(number) is { IsSettled: false } about && planning.Find(about, on) is { } which)
            {
                Attendance.Fill(which, turn);
            }
        }
    }

    // Somebody comes again, or something is at its former time again.
    private static void TellWhoIsBusy(WasPutBack fact, Planning planning, Turn turn)
    {
        var (answers, events) = (fact.Documents.OfType<Rsvp>().Select(rsvp => rsvp.Id).ToHashSet(), fact.Documents.Select(document => document switch { CoopEvent about => about.Id, AlteredTime altered => altered.Event, _ => 0 }).ToHashSet());
        foreach (var rsvp in turn.Live<Rsvp>().Where(rsvp => answers.Contains(rsvp.Id) || events.Contains(rsvp.Event)).ToList())
        {
            if (turn.Find<CoopEvent>(rsvp.Event) is { IsSettled: false } about && planning.Find(about, rsvp.On) is { } which)
            {
                News.TellIfBusy(rsvp, about, which.Time, turn);
            }
        }
    }

    // What is done again brings these back as well.
    private static void RemoveWhatWasSaid(CoopEvent gone, Turn turn)
    {
        foreach (var said in turn.Live<Rsvp>().Where(rsvp => rsvp.Event == gone.Id).Concat<Document>(turn.Live<AlteredTime>().Where(altered => altered.Event == gone.Id)).ToList())
        {
            turn.Remove(said);
        }
    }

    private static void WaitIfTaken(int number, Occurrence which, Turn turn)
    {
        var attendance = Attendance.Of(which, turn);
        if (turn.Find<Rsvp>(number) is { Reply: Reply.Yes, IsWaiting: false } back && attendance.LeftFor(back.Member) < back.Party)
        {
            turn.Keep(back with { IsWaiting = true, At = turn.Now });
            News.TellOne(back.Member, which, name => new PlaceWasTaken(name, which.Event.Title, which.Event.Ref), turn);
        }
    }

    // Of the time of a series that was known by a day, or of the whole.
    private static void TellHowItStands(CoopEvent about, LocalDate? on, Planning planning, Turn turn)
    {
        var now = turn.Find<CoopEvent>(about.Id);
        if (News.RoomToTell(about, turn) is { } room)
        {
            var (says, until) = HowItStands(on);
            turn.Tell(room, says, until: until);
        }

        var interested = turn.Live<Rsvp>().Where(rsvp => rsvp.Event == about.Id && rsvp.Reply != Reply.No && rsvp.Member != turn.Member.Id && (on is null || rsvp.On == on));
        foreach (var rsvp in interested.DistinctBy(rsvp => rsvp.Member).ToList())
        {
            if (turn.Find<Member>(rsvp.Member) is { } person && turn.HasPrivateChat(person))
            {
                var (says, until) = HowItStands(rsvp.On);
                turn.Tell(person, says, until: until);
            }
        }

        (AfterAll Says, Instant Until) HowItStands(LocalDate? day)
        {
            var which = now is null or { IsOff: true } ? null : planning.Find(now, day);
            var time = which?.Time ?? about.Time.On(day ?? about.Time.Day);
            return (new AfterAll(about.Title, about.Ref, time.Told(), which is null), time.Ends(turn.Zone));
        }
    }
}
