using Bot.Core.Chat;
using Bot.Core.Jobs;
using Bot.Core.Memory;
using Bot.Core.Texts;
using Bot.Core.Turns;
using NodaTime;

namespace Bot.Core.Agenda;

/// <summary>What takes place the next day, for a room.</summary>
/// <param name="Lines">One each.</param>
public sealed record TomorrowHere(IReadOnlyList<Says> Lines) : Says, IPassing
{
    /// <inheritdoc/>
    public Says? Still(Member? reader, Turn turn) => TellTomorrow.Left(Lines, turn) is { Count: > 0 } left ? TellTomorrow.ToRoom(left, turn) : null;

    /// <inheritdoc/>
    public Says? Joined(Says earlier) => earlier is TomorrowHere other ? this with { Lines = [.. other.Lines, .. Lines] } : null;
}

/// <summary>What somebody goes to the next day.</summary>
/// <param name="Lines">One each.</param>
public sealed record TomorrowForYou(IReadOnlyList<Says> Lines) : Says, IPassing
{
    /// <inheritdoc/>
    public Says? Still(Member? reader, Turn turn)
    {
        List<Occurrence> left = [.. TellTomorrow.Left(Lines, turn).Where(each => Attendance.Of(each, turn).Coming.Any(rsvp => rsvp.Member == reader?.Id))];
        return left.Count == 0 ? null : TellTomorrow.ToOne(left);
    }

    /// <inheritdoc/>
    public Says? Joined(Says earlier) => earlier is TomorrowForYou other ? this with { Lines = [.. other.Lines, .. Lines] } : null;
}

/// <summary>An event of the next day, on a line.</summary>
/// <param name="When">When it is; the day is said, since it may be read another day.</param>
/// <param name="Title">Its title.</param>
/// <param name="Event">Its code.</param>
/// <param name="Place">Where.</param>
/// <param name="Yes">How many people come, for who does not know; null if nobody does yet.</param>
public sealed record EventTomorrow(Says When, string Title, Ref Event, string? Place, int? Yes) : Says;

/// <summary>
/// The evening before, each room reads in one message what takes place there, and who comes is reminded alone. After a night off it
/// looks as far as it would have by now: what has begun meanwhile is not told any more. On a silent day nothing is told: the evening before
/// it is about two days.
/// </summary>
/// <param name="Subject">Nothing: there is one for all.</param>
public sealed record TellTomorrow(string Subject = "") : Job(Subject)
{
    private const int AfterASilentDay = 2;

    /// <inheritdoc/>
    public override void Run(Turn turn, Instant due)
    {
        Nights.Plan(turn);
        var quiet = turn.Settings.QuietHours;
        var evening = due.InZone(turn.Zone).Date;
        var first = evening.PlusDays(quiet.IsSilent(evening) ? AfterASilentDay : 1);
        var now = turn.Now.InZone(turn.Zone);
        var last = now.TimeOfDay < Nights.Evening ? now.Date : now.Date.PlusDays(1);
        last = quiet.IsSilent(last) ? last.PlusDays(1) : last;
        if (first <= last)
        {
            List<Occurrence> soon = [.. new Planning(turn).Between(first, last).Where(each => each.Time.Day >= first && each.Time.Begins(turn.Zone) > turn.Now)];
            TellRooms(soon, turn);
            TellPeople(soon, turn);
        }
    }

    /// <summary>What of some lines still is to come, at the time they say.</summary>
    internal static IReadOnlyList<Occurrence> Left(IReadOnlyList<Says> lines, Turn turn) =>
        [.. new Planning(turn).Between(turn.Today, turn.Today.PlusDays(AfterASilentDay)).Where(each =>
            each.Time.Begins(turn.Zone) > turn.Now && lines.OfType<EventTomorrow>().Any(line => line.Event == each.Event.Ref && turn.Parts.Sayings.AreTheSame(line.When, each.Time.Told())))];

    /// <summary>What a room reads.</summary>
    internal static TomorrowHere ToRoom(IEnumerable<Occurrence> here, Turn turn) => new([.. here.Select(each => Line(each, Attendance.Of(each, turn).People))]);

    /// <summary>What one person reads.</summary>
    internal static TomorrowForYou ToOne(IReadOnlyList<Occurrence> mine) =>
        new([.. mine.Select(each => Line(each, people: 0))]) { Offers = mine is [var only] ? [Offering.To<StayAway>(new NotComing(), only.Event, only.On)] : [] };

    private static void TellRooms(List<Occurrence> soon, Turn turn)
    {
        foreach (var here in soon.Where(each => each.Event.For is null).GroupBy(each => each.Event.Room))
        {
            if (turn.Find<Room>(here.Key) is { } room)
            {
                turn.Tell(room, ToRoom(here, turn), OutgoingKind.Nudge, LastBeginning(here, turn));
            }
        }
    }

    private static void TellPeople(List<Occurrence> soon, Turn turn)
    {
        var theirs = soon.SelectMany(each => Attendance.Of(each, turn).Coming.Select(rsvp => (rsvp.Member, Occurrence: each)));
        foreach (var mine in theirs.GroupBy(each => each.Member, each => each.Occurrence))
        {
            if (turn.Find<Member>(mine.Key) is { } person && turn.HasPrivateChat(person))
            {
                turn.Tell(person, ToOne([.. mine]), OutgoingKind.Nudge, LastBeginning(mine, turn));
            }
        }
    }

    private static Instant LastBeginning(IEnumerable<Occurrence> some, Turn turn) => some.Max(each => each.Time.Begins(turn.Zone));

    private static EventTomorrow Line(Occurrence each, int people) => new(each.Time.Told(), each.Event.Title, each.Event.Ref, each.Event.Place, people == 0 ? null : people);
}
