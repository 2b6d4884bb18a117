using System.Globalization;
using Bot.Core.Memory;
using Bot.Core.Texts;
using Bot.Core.Turns;
using NodaTime;

namespace Bot.Core.Agenda;

/// <summary>To who waited: there is a place now.</summary>
/// <param name="Who">They.</param>
/// <param name="Title">The event's title.</param>
/// <param name="Event">Its code.</param>
/// <param name="When">When it is.</param>
public sealed record PlaceIsYours(string Who, string Title, Ref Event, Says When) : Says, IPassing
{
    /// <summary>Of a series, the day of the time it is about.</summary>
    public LocalDate? On { get; init; }

    /// <inheritdoc/>
    public Says? Still(Member? reader, Turn turn) =>
        turn.Find<CoopEvent>(Event.Number) is { IsOff: false } about && new Planning(turn).Find(about, On) is { } which
        && Attendance.Of(which, turn).Coming.Any(rsvp => turn.Find<Member>(rsvp.Member)?.Name == Who)
            ? this with { When = which.Time.Told() }
            : null;
}

/// <summary>To who takes back that they do not come: their place went to somebody else meanwhile.</summary>
/// <param name="Who">They.</param>
/// <param name="Title">The event's title.</param>
/// <param name="Event">Its code.</param>
public sealed record PlaceWasTaken(string Who, string Title, Ref Event) : Says;

/// <summary>Who comes to one time of an event: who has a place, and who waits for one, in the order they came.</summary>
internal sealed class Attendance
{
    private readonly List<Rsvp> rsvps;

    private Attendance(Occurrence occurrence, List<Rsvp> rsvps)
    {
        Occurrence = occurrence;
        this.rsvps = rsvps;
    }

    /// <summary>Which time.</summary>
    public Occurrence Occurrence { get; }

    /// <summary>Those who come.</summary>
    public IEnumerable<Rsvp> Coming => rsvps.Where(rsvp => rsvp is { Reply: Reply.Yes, IsWaiting: false });

    /// <summary>Those who wait for a place.</summary>
    public IEnumerable<Rsvp> Waiting => rsvps.Where(rsvp => rsvp.IsWaiting);

    /// <summary>Those who may come.</summary>
    public IEnumerable<Rsvp> Perhaps => rsvps.Where(rsvp => rsvp.Reply == Reply.Maybe);

    /// <summary>Those whose plans it changes when the event changes.</summary>
    public IEnumerable<int> Interested => rsvps.Where(rsvp => rsvp.Reply != Reply.No).Select(rsvp => rsvp.Member);

    /// <summary>How many do not come.</summary>
    public int Away => rsvps.Count(rsvp => rsvp.Reply == Reply.No);

    /// <summary>How many people come, guests included.</summary>
    public int People => Coming.Sum(rsvp => rsvp.Party);

    /// <summary>How many answered.</summary>
    public int Answered => rsvps.Count;

    /// <summary>Who comes to one time of an event.</summary>
    /// <param name="occurrence">The time.</param>
    /// <param name="records">Where the answers stand.</param>
    public static Attendance Of(Occurrence occurrence, IRecords records) => new(
        occurrence,
        [.. records.Live<Rsvp>().Where(rsvp => rsvp.Event == occurrence.Event.Id && rsvp.On == occurrence.On).OrderBy(rsvp => rsvp.At).ThenBy(rsvp => rsvp.Id)]);

    /// <summary>What somebody answered, if they did.</summary>
    /// <param name="member">Their number.</param>
    public Rsvp? Find(int member) => rsvps.Find(rsvp => rsvp.Member == member);

    /// <summary>How many places are left for somebody and their guests; null when there is room for everybody.</summary>
    /// <param name="member">Their number.</param>
    public int? LeftFor(int member) => Occurrence.Event.Places - Coming.Where(rsvp => rsvp.Member != member).Sum(rsvp => rsvp.Party);

    /// <summary>How many people wait before somebody, and they.</summary>
    /// <param name="member">Their number.</param>
    public int RankOf(int member) => Waiting.TakeWhile(rsvp => rsvp.Member != member).Count() + 1;

    /// <summary>Gives the places that are free to those who wait, the first who fits in first, and tells them.</summary>
    /// <param name="occurrence">The time.</param>
    /// <param name="turn">The turn.</param>
    public static void Fill(Occurrence occurrence, Turn turn)
    {
        if (occurrence.Event.Places is not { } places)
        {
            return;
        }

        var attendance = Of(occurrence, turn);
        var left = places - attendance.People;
        foreach (var next in attendance.Waiting.ToList())
        {
            if (next.Party <= left)
            {
                left -= next.Party;
                turn.Keep(next with { IsWaiting = false });
                News.TellOne(next.Member, occurrence, name => new PlaceIsYours(name, occurrence.Event.Title, occurrence.Event.Ref, occurrence.Time.Told()) { On = occurrence.On, Offers = [Offering.To<StayAway>(new NotComing(), occurrence.Event, occurrence.On)] }, turn);
                News.TellIfBusy(next with { IsWaiting = false }, occurrence.Event, occurrence.Time, turn);
            }
        }
    }

    /// <summary>The names of some, with how many they bring: « Lina +1 ».</summary>
    /// <param name="some">Those.</param>
    /// <param name="records">Where names stand.</param>
    public static IReadOnlyList<string> Names(IEnumerable<Rsvp> some, IRecords records) =>
    [
        .. from rsvp in some
           let name = records.Find<Member>(rsvp.Member)?.Name
           where name is not null
           select rsvp.Guests == 0 ? name : string.Create(CultureInfo.InvariantCulture, $"{name} +{rsvp.Guests}"),
    ];
}
