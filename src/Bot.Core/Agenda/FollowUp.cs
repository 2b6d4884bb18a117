using Bot.Core.Facts;
using Bot.Core.Memory;
using Bot.Core.Turns;

namespace Bot.Core.Agenda;

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

        var events = fact.Documents.OfType<CoopEvent>().Select(about => about.Id).Concat(fact.Documents.OfType<AlteredTime>().Select(altered => altered.Event));
        foreach (var about in events.Distinct().Select(turn.Find<CoopEvent>).OfType<CoopEvent>())
        {
            TellHowItStands(about, planning, turn);
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

    private static void WaitIfTaken(int number, Occurrence which, Turn turn)
    {
        var attendance = Attendance.Of(which, turn);
        if (turn.Find<Rsvp>(number) is { Reply: Reply.Yes, IsWaiting: false } back && attendance.LeftFor(back.Member) < back.Party)
        {
            turn.Keep(back with { IsWaiting = true, At = turn.Now });
            News.TellOne(back.Member, which, name => new PlaceWasTaken(name, which.Event.Title, which.Event.Ref), turn);
        }
    }

    private static void TellHowItStands(CoopEvent about, Planning planning, Turn turn)
    {
        var next = planning.Next(about, 1);
        var says = new EventStands(about.Title, about.Ref, (next is [var first] ? first.Time : about.Time).Told(), about.IsOff);
        var interested = turn.Live<Rsvp>().Where(rsvp => rsvp.Event == about.Id && rsvp.Reply != Reply.No).Select(rsvp => rsvp.Member).Distinct();
        foreach (var person in interested.Where(member => member != turn.Member.Id).Select(turn.Find<Member>).OfType<Member>().Where(turn.HasPrivateChat))
        {
            turn.Tell(person, says);
        }
    }
}
