using Bot.Core.Chat;
using Bot.Core.Jobs;
using Bot.Core.Memory;
using Bot.Core.Texts;
using Bot.Core.Turns;
using NodaTime;

namespace Bot.Core.Slots;

/// <summary>To a room: slots that lack people, or whose people cannot be told alone.</summary>
/// <param name="Lines">One each.</param>
public sealed record SlotsSoon(IReadOnlyList<Says> Lines) : Says, IPassing
{
    /// <inheritdoc/>
    public Says? Still(Member? reader, Turn turn) => WatchSlots.Left(Lines, turn).Where(crew => WatchSlots.IsForRoom(crew, turn)).ToList() is { Count: > 0 } left ? WatchSlots.ToRoom(left, turn) : null;

    /// <inheritdoc/>
    public Says? Joined(Says earlier) => earlier is SlotsSoon other ? this with { Lines = [.. other.Lines, .. Lines] } : null;
}

/// <summary>A slot to come, on a line for a room.</summary>
/// <param name="When">When it is.</param>
/// <param name="Title">Its title.</param>
/// <param name="Slot">Its code.</param>
/// <param name="Missing">How many people it lacks, if any.</param>
/// <param name="Who">Who comes.</param>
/// <param name="Seeking">Who of them looks for somebody in their place.</param>
public sealed record SlotSoon(Says When, string Title, Ref Slot, int? Missing, IReadOnlyList<string> Who, IReadOnlyList<string> Seeking) : Says;

/// <summary>To somebody: where they have a place the next day.</summary>
/// <param name="Lines">One each.</param>
public sealed record YourSlots(IReadOnlyList<Says> Lines) : Says, IPassing
{
    /// <inheritdoc/>
    public Says? Still(Member? reader, Turn turn) =>
        WatchSlots.Left(Lines, turn).Where(crew => reader is not null && crew.Find(reader.Id) is not null).ToList() is { Count: > 0 } left ? WatchSlots.ToOne(left, reader!, turn) : null;

    /// <inheritdoc/>
    public Says? Joined(Says earlier) => earlier is YourSlots other ? this with { Lines = [.. other.Lines, .. Lines] } : null;
}

/// <summary>A slot to come, on a line for who has a place there.</summary>
/// <param name="When">When it is.</param>
/// <param name="Title">Its title.</param>
/// <param name="Slot">Its code.</param>
/// <param name="With">Who else comes.</param>
/// <param name="IsSeeking">Whether they look for somebody in their place, whom nobody has replaced yet.</param>
public sealed record YourSlot(Says When, string Title, Ref Slot, IReadOnlyList<string> With, bool IsSeeking) : Says;

/// <summary>
/// In the evening who has a place the next day is reminded alone, and each room reads in one message which slots lack people: those of the next day,
/// and those of the day after, while there is time to act. On a silent day nothing is told: the evening before it looks a day further. After a
/// night off it looks as far as it would have by now.
/// </summary>
/// <param name="Subject">Nothing: there is one for all.</param>
public sealed record WatchSlots(string Subject = "") : Job(Subject)
{
    private const int Ahead = 2;
    private const int MostButtons = 3;

    /// <inheritdoc/>
    public override void Run(Turn turn, Instant due)
    {
        SlotTimes.Plan(turn);
        var evening = due.InZone(turn.Zone).Date;
        var now = turn.Now.InZone(turn.Zone);
        var latest = now.TimeOfDay < SlotTimes.Evening ? now.Date.PlusDays(-1) : now.Date;
        if (turn.Settings.QuietHours.IsSilent(latest))
        {
            return;
        }

        List<Crew> soon = [.. Crew.Between(evening.PlusDays(1), latest.PlusDays(Ahead + 1), turn).Where(crew => crew.Time.Begins(turn.Zone) > turn.Now)];
        TellRooms([.. soon.Where(crew => IsTurnOf(crew.Day, 1) || (IsTurnOf(crew.Day, Ahead) && crew.Missing > 0))], turn);
        TellPeople([.. soon.Where(crew => IsTurnOf(crew.Day, 1))], turn);

        // Whether the evening so many days before falls on this one, or on those that were missed.
        bool IsTurnOf(LocalDate day, int before) => EveningBefore(day, before, turn) is var at && at >= evening && at <= latest;
    }

    /// <summary>What of some lines still is to come, at the time they say.</summary>
    internal static IEnumerable<Crew> Left(IReadOnlyList<Says> lines, Turn turn) => (
        from line in lines
        let told = line switch { SlotSoon one => (one.Slot, one.When), YourSlot one => (one.Slot, one.When), _ => default }
        let slot = turn.Find<Slot>(told.Slot.Number)
        where slot is not null
        from day in slot.Days(turn.Today, turn.Today.PlusDays(Ahead + 1))
        let crew = Crew.Of(slot, day, turn)
        where crew.Time.Begins(turn.Zone) > turn.Now && turn.Parts.Sayings.AreTheSame(told.When, crew.Time.Told())
        select crew).DistinctBy(crew => (crew.Slot.Id, crew.Day));

    /// <summary>Whether a room has to read of it: people are missing, or cannot be told alone.</summary>
    internal static bool IsForRoom(Crew crew, Turn turn) =>
        crew.Missing > 0 || crew.Seeking.Any() || crew.Places.Any(place => turn.Find<Member>(place.Member) is { } member && !turn.HasPrivateChat(member));

    /// <summary>What a room reads.</summary>
    internal static SlotsSoon ToRoom(IReadOnlyList<Crew> crews, Turn turn) => new([.. crews.Select(crew => Line(crew, turn))])
    {
        Offers = [.. crews.Where(crew => crew.Missing > 0 || crew.Seeking.Any()).Take(MostButtons).Select(crew => JoinSlot.OfferFor(crew.Slot, crew.Day) with { Label = crews.Count == 1 ? new ICome() : new IComeTo(crew.Slot.Ref) })],
    };

    /// <summary>What one person reads.</summary>
    internal static YourSlots ToOne(IReadOnlyList<Crew> mine, Member reader, Turn turn) => new([.. mine.Select(crew => Line(crew, reader, turn))])
    {
        Offers = mine is not [var only] ? []
            : only.Find(reader.Id)!.SeekingSince is null ? [SeekStandIn.OfferFor(only.Slot, only.Day)]
            : [SeekStandIn.OfferToGiveUp(only.Slot, only.Day, turn)],
    };

    private static SlotSoon Line(Crew crew, Turn turn) =>
        new(crew.Time.Told(), crew.Slot.Title, crew.Slot.Ref, crew.Missing == 0 ? null : crew.Missing, crew.Names(turn), Crew.NamesOf(crew.Seeking, turn));

    private static YourSlot Line(Crew crew, Member reader, Turn turn) => new(
        crew.Time.Told(), crew.Slot.Title, crew.Slot.Ref, Crew.NamesOf(crew.Places.Where(place => place.Member != reader.Id), turn), crew.Find(reader.Id)!.SeekingSince is not null);

    private static LocalDate EveningBefore(LocalDate day, int before, Turn turn)
    {
        var evening = day.PlusDays(-before);
        return turn.Settings.QuietHours.IsSilent(evening) ? evening.PlusDays(-1) : evening;
    }

    private static void TellRooms(List<Crew> soon, Turn turn)
    {
        foreach (var here in soon.Where(crew => IsForRoom(crew, turn)).GroupBy(crew => crew.Slot.Room))
        {
            // Who lacks people is said while there is time, however much was said that day.
            var soonest = here.Where(crew => crew.Missing > 0).Select(crew => (Instant?)crew.Time.Begins(turn.Zone)).Min();
            var (kind, until) = soonest is { } begins ? (OutgoingKind.News, begins) : (OutgoingKind.Nudge, here.Max(crew => crew.Time.Begins(turn.Zone)));
            if (turn.Find<Room>(here.Key) is { } room)
            {
                turn.Tell(room, ToRoom([.. here], turn), kind, until);
            }
        }
    }

    private static void TellPeople(List<Crew> soon, Turn turn)
    {
        foreach (var mine in soon.SelectMany(crew => crew.Places.Select(place => (place.Member, Crew: crew))).GroupBy(each => each.Member, each => each.Crew))
        {
            if (turn.Find<Member>(mine.Key) is { } person && turn.HasPrivateChat(person))
            {
                turn.Tell(person, ToOne([.. mine], person, turn), OutgoingKind.Nudge, mine.Max(crew => crew.Time.Begins(turn.Zone)));
            }
        }
    }
}
