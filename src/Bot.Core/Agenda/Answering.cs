using Bot.Core.Commands;
using Bot.Core.Memory;
using Bot.Core.Texts;
using Bot.Core.Turns;

namespace Bot.Core.Agenda;

/// <summary>Somebody's answer to an event was noted.</summary>
/// <param name="Who">Whose.</param>
/// <param name="Guests">The people they bring, if any.</param>
/// <param name="IsAway">Whether they do not come.</param>
/// <param name="IsMaybe">Whether they may come.</param>
/// <param name="Yes">How many people come.</param>
/// <param name="Maybe">How many may, if any.</param>
/// <param name="Title">The event's title.</param>
/// <param name="Event">Its code.</param>
/// <param name="When">When it is.</param>
public sealed record ComingNoted(string Who, Says? Guests, bool IsAway, bool IsMaybe, int Yes, int? Maybe, string Title, Ref Event, Says When) : Says;

/// <summary>People whom somebody brings.</summary>
/// <param name="Count">How many.</param>
public sealed record GuestsBrought(int Count) : Says;

/// <summary>There is no place left: somebody waits for one.</summary>
/// <param name="Rank">Which of those who wait they are.</param>
/// <param name="Other">Their name, when it is somebody else than who asks.</param>
/// <param name="Places">How many places there are.</param>
/// <param name="Title">The event's title.</param>
/// <param name="Event">Its code.</param>
/// <param name="When">When it is.</param>
public sealed record WaitsForPlace(int Rank, string? Other, int Places, string Title, Ref Event, Says When) : Says;

/// <summary>There are not as many places left as somebody would like.</summary>
/// <param name="Left">How many there are for them and their guests.</param>
/// <param name="Title">The event's title.</param>
/// <param name="Event">Its code.</param>
public sealed record OnlySoManyPlaces(int Left, string Title, Ref Event) : Says;

/// <summary>To somebody for whom another answered.</summary>
/// <param name="By">Who did.</param>
/// <param name="Answer">What.</param>
/// <param name="Title">The event's title.</param>
/// <param name="Event">Its code.</param>
/// <param name="When">When it is.</param>
public sealed record RepliedForYou(string By, Says Answer, string Title, Ref Event, Says When) : Says;

/// <summary>Notes whether people come.</summary>
internal static class Answering
{
    /// <summary>Notes an answer to one time of an event.</summary>
    /// <param name="about">The event.</param>
    /// <param name="on">Which time of it; null for the next.</param>
    /// <param name="reply">What.</param>
    /// <param name="guests">How many people they bring.</param>
    /// <param name="behalf">For whom, when for another.</param>
    /// <param name="turn">The turn.</param>
    /// <exception cref="Refusal">It is over, or there are fewer places.</exception>
    /// <exception cref="Doubt">They come to something else then.</exception>
    public static Says Note(CoopEvent about, Due? on, Reply reply, int guests, OnBehalf? behalf, Turn turn)
    {
        var who = behalf?.Member ?? turn.Member;
        var planning = new Planning(turn);
        var which = planning.Meant(about, on?.On);
        var before = Attendance.Of(which, turn);
        var known = before.Find(who.Id);
        var isWaiting = reply == Reply.Yes && Waits(before, who, 1 + guests);
        if (known is not null && known.Reply == reply && known.Guests == guests && known.IsWaiting == isWaiting)
        {
            return Told(which, known, who, turn);
        }

        if (reply == Reply.Yes && known?.Reply != Reply.Yes)
        {
            Engagement.AskIfBusy(who, about.Ref, which.Time, turn);
        }

        var rsvp = new Rsvp
        {
            Id = known?.Id ?? turn.NextId<Rsvp>(),
            Event = about.Id,
            On = which.On,
            Member = who.Id,
            Reply = reply,
            Guests = guests,
            IsWaiting = isWaiting,
            At = known is { Reply: Reply.Yes } && reply == Reply.Yes ? known.At : turn.Now,
        };
        turn.Keep(rsvp);
        Attendance.Fill(which, turn);
        if (who.Id != turn.Member.Id && turn.HasPrivateChat(who))
        {
            turn.Tell(who, new RepliedForYou(turn.Member.Name, rsvp.Answer(), about.Title, about.Ref, which.Time.Told()) { Offers = Offering.Answers(about, which.On) }, until: which.Time.Ends(turn.Zone));
            News.TellIfBusy(rsvp, about, which.Time, turn);
        }

        return Told(which, rsvp, who, turn);
    }

    // Who has a place keeps it, and brings as many as there are places left; who has none waits for as many as they ask for.
    private static bool Waits(Attendance before, Member who, int party)
    {
        if (before.LeftFor(who.Id) is not { } left || party <= left)
        {
            return false;
        }

        var about = before.Occurrence.Event;
        var hasPlace = before.Find(who.Id) is { Reply: Reply.Yes, IsWaiting: false };
        return hasPlace || party > about.Places ? throw new Refusal(new OnlySoManyPlaces(hasPlace ? left : about.Places!.Value, about.Title, about.Ref)) : true;
    }

    private static Says Told(Occurrence which, Rsvp rsvp, Member who, Turn turn)
    {
        var (about, after) = (which.Event, Attendance.Of(which, turn));
        if (rsvp.IsWaiting)
        {
            return new WaitsForPlace(after.RankOf(who.Id), who.Id == turn.Member.Id ? null : who.Name, about.Places!.Value, about.Title, about.Ref, which.Time.Told())
            {
                Offers = [Offering.To<StayAway>(new NotComing(), about, which.On)],
            };
        }

        var maybe = after.Perhaps.Count();
        return new ComingNoted(
            who.Name, rsvp.Guests == 0 ? null : new GuestsBrought(rsvp.Guests), rsvp.Reply == Reply.No, rsvp.Reply == Reply.Maybe, after.People, maybe == 0 ? null : maybe, about.Title, about.Ref, which.Time.Told());
    }
}
