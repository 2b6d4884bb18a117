using Bot.Core.Commands;
using Bot.Core.Facts;
using Bot.Core.Memory;
using Bot.Core.Texts;
using Bot.Core.Turns;
using NodaTime;

namespace Bot.Core.Agenda;

/// <summary>People come: whether it is to be called off all the same.</summary>
/// <param name="Count">How many.</param>
/// <param name="Title">The event's title.</param>
/// <param name="Event">Its code.</param>
/// <param name="When">When it is; null for each time of it.</param>
public sealed record PeopleAreComing(int Count, string Title, Ref Event, Says? When) : Says;

/// <summary>« Oui, annuler », on a button.</summary>
public sealed record YesCallOff : Says;

/// <summary>An event is at another time, for those who did not hear it where it was said.</summary>
/// <param name="Title">Its title.</param>
/// <param name="Event">Its code.</param>
/// <param name="Now">When it is.</param>
/// <param name="Before">When it was to be.</param>
/// <param name="By">Who moved it.</param>
public sealed record EventMoved(string Title, Ref Event, Says Now, Says Before, string By) : Says;

/// <summary>An event will not happen, for those who did not hear it where it was said.</summary>
/// <param name="Title">Its title.</param>
/// <param name="Event">Its code.</param>
/// <param name="When">When it would have been; null for each time of it.</param>
/// <param name="By">Who called it off.</param>
public sealed record EventCancelled(string Title, Ref Event, Says? When, string By) : Says;

/// <summary>Tells those whose plans change.</summary>
internal static class News
{
    /// <summary>Tells that an event is moved.</summary>
    /// <param name="was">When it was to be.</param>
    /// <param name="those">Each time that is moved.</param>
    /// <param name="on">The day by which that time is known from now on.</param>
    /// <param name="time">When it is.</param>
    /// <param name="turn">The turn.</param>
    public static void TellMoved(Occurrence was, IEnumerable<Occurrence> those, LocalDate? on, EventTime time, Turn turn)
    {
        var about = was.Event;
        var says = new EventMoved(about.Title, about.Ref, time.Told(), was.Time.Told(), turn.Member.Name) { Offers = Offering.Answers(about, on) };
        TellThose(about, [.. those.SelectMany(each => Attendance.Of(each, turn).Interested).Distinct()], says, Later(was.Time, time, turn), turn);
        foreach (var rsvp in those.SelectMany(each => Attendance.Of(each, turn).Coming).DistinctBy(rsvp => rsvp.Member))
        {
            TellIfBusy(rsvp, about, time, turn);
        }

        if (about.For is null)
        {
            turn.Raise(new EventWasMoved(about.Ref, about.Title, turn.Member.Id));
        }
    }

    /// <summary>Tells that an event is called off, and gives the names of those who counted on it.</summary>
    /// <param name="about">The event.</param>
    /// <param name="time">When it would have been; null for each time of it.</param>
    /// <param name="interested">Those who counted on it.</param>
    /// <param name="turn">The turn.</param>
    public static IReadOnlyList<string> TellOff(CoopEvent about, EventTime? time, IReadOnlyList<int> interested, Turn turn)
    {
        TellThose(about, interested, new EventCancelled(about.Title, about.Ref, time?.Told(), turn.Member.Name), time?.Ends(turn.Zone), turn);
        if (about.For is null)
        {
            turn.Raise(new EventWasCancelled(about.Ref, about.Title, turn.Member.Id));
        }

        return [.. interested.Where(member => member != turn.Member.Id).Select(turn.Find<Member>).OfType<Member>().Select(member => member.Name)];
    }

    /// <summary>Tells one person something they wait for: alone, or where the event belongs if that can't be.</summary>
    /// <param name="member">Their number.</param>
    /// <param name="occurrence">The time it is about.</param>
    /// <param name="says">What, by their name.</param>
    /// <param name="turn">The turn.</param>
    public static void TellOne(int member, Occurrence occurrence, Func<string, Says> says, Turn turn)
    {
        if (turn.Find<Member>(member) is not { } person)
        {
            return;
        }

        if (turn.HasPrivateChat(person))
        {
            turn.Tell(person, says(person.Name), until: occurrence.Time.Ends(turn.Zone));
        }
        else if (occurrence.Event.For is null && turn.Find<Room>(occurrence.Event.Room) is { } room)
        {
            turn.Tell(room, says(person.Name), until: occurrence.Time.Ends(turn.Zone));
        }
    }

    /// <summary>The room an event belongs to, when people there don't read the answer.</summary>
    public static Room? RoomToTell(CoopEvent about, Turn turn) =>
        about.For is null && about.Room != (turn.Room?.Id ?? turn.Settings.Home) ? turn.Find<Room>(about.Room) : null;

    /// <summary>To who comes because of what another did: whether they would be in two places then.</summary>
    /// <param name="rsvp">Their answer.</param>
    /// <param name="about">The event.</param>
    /// <param name="time">When it is.</param>
    /// <param name="turn">The turn.</param>
    public static void TellIfBusy(Rsvp rsvp, CoopEvent about, EventTime time, Turn turn)
    {
        if (rsvp is { Reply: Reply.Yes, IsWaiting: false })
        {
            Engagement.TellIfBusy(rsvp.Member, new Engagement(about.Ref, about.Title, time), about.For is null ? about.Room : 0, turn);
        }
    }

    // Who would have gone at the one time, or will go at the other, has to know until both are over.
    private static Instant Later(EventTime one, EventTime other, Turn turn) => Instant.Max(one.Ends(turn.Zone), other.Ends(turn.Zone));

    // What concerns some is said to them alone. The room where it is done reads the answer, and so does Home what is done in private.
    private static void TellThose(CoopEvent about, IReadOnlyList<int> interested, Says says, Instant? until, Turn turn)
    {
        foreach (var person in interested.Where(member => member != turn.Member.Id).Select(turn.Find<Member>).OfType<Member>().Where(turn.HasPrivateChat))
        {
            turn.Tell(person, says, until: until);
        }

        if (about.For is not null)
        {
            turn.HeardBy = Audience.Asker;
        }
        else if (RoomToTell(about, turn) is { } room)
        {
            turn.Tell(room, says with { Offers = [] }, until: until);
        }
    }
}
