using Bot.Core.Commands;
using Bot.Core.Memory;
using Bot.Core.Texts;
using Bot.Core.Turns;
using NodaTime;

namespace Bot.Core.Agenda;

/// <summary>The agenda of some days.</summary>
/// <param name="Days">Which.</param>
/// <param name="Tag">Of which part of the coop's life, if not of all.</param>
/// <param name="Lines">What stands there.</param>
/// <param name="More">How many there are behind them.</param>
public sealed record AgendaReads(Says Days, string? Tag, IReadOnlyList<Says> Lines, int? More) : Says;

/// <summary>Nothing that is to come carries a tag.</summary>
/// <param name="Tag">The tag.</param>
public sealed record NothingTagged(string Tag) : Says;

/// <summary>An event, on a line.</summary>
/// <param name="When">When it is.</param>
/// <param name="Title">Its title.</param>
/// <param name="Event">Its code.</param>
/// <param name="Yes">How many people come, if any.</param>
public sealed record EventOnAgenda(Says When, string Title, Ref Event, int? Yes) : Says;

/// <summary>Something else that has a day, on a line.</summary>
/// <param name="When">Its day.</param>
/// <param name="Title">Its title.</param>
/// <param name="Code">Its code.</param>
/// <param name="Who">Who takes care of it.</param>
public sealed record ThingOnAgenda(Says When, string Title, Ref Code, IReadOnlyList<string> Who) : Says;

/// <summary>Shows what is on the agenda: what is left of this week and the next, or the days that are asked for.</summary>
[Menu(1)]
public sealed record ShowAgenda(Tag? Of = null, AgendaPeriod? On = null, PageNumber? Page = null) : ICommand, ISuitMoments
{
    /// <summary>One line, and where it stands among the others.</summary>
    private sealed record Line(LocalDate Day, LocalTime? Time, Func<Says> Says);

    /// <inheritdoc/>
    public static bool FitsNow(Turn turn) => turn.Live<CoopEvent>().Any();

    /// <inheritdoc/>
    public Says Run(Turn turn)
    {
        if (Of is not null && !IsKnown(Of, turn))
        {
            throw new Refusal(new NothingTagged(Of.Typed));
        }

        var days = On ?? AgendaPeriod.Usual(turn.Today);
        var page = PageNumber.Of<Line>([.. Events(days, turn).Concat(Things(days, turn)).Concat(Others(days, turn)).OrderBy(line => line.Day).ThenBy(line => line.Time)], Page);
        var again = days.In(Intent.To<ShowAgenda>(), nameof(On));
        return new AgendaReads(days.Told(turn.Today), Of?.Typed, [.. page.Shown.Select(line => line.Says())], page.More)
        {
            Offers = page.OfferRest(Of is null ? again : again.With(nameof(Of), Of.Typed), nameof(Page)),
        };
    }

    // Where others read, what concerns some is not shown.
    private IEnumerable<Line> Events(AgendaPeriod days, Turn turn)
    {
        var planning = new Planning(turn);
        return planning.Between(days.First, days.Last)
            .Where(each => planning.IsToCome(each) && (each.Event.For is null || (turn.IsPrivate && turn.Sees(each.Event))) && Marks(each.Event, turn))
            .Select(each => new Line(LocalDate.Max(each.Time.Day, days.First), each.Time.Time, () => Tell(each, turn)));
    }

    private IEnumerable<Line> Things(AgendaPeriod days, Turn turn) =>
        from thing in turn.LiveHaving<IOnAgenda>()
        let due = thing.OnAgenda
        where due is not null && due.Day >= days.First && due.Day <= days.Last && (Of is null || Of.Marks(thing, turn))
        select new Line(due.Day, due.Time, () => new ThingOnAgenda(due.Told(), thing.Title, thing.Ref, thing.Who(turn)));

    private IEnumerable<Line> Others(AgendaPeriod days, Turn turn) =>
        from thing in turn.LiveHaving<IOftenOnAgenda>()
        where Of is null || Of.Marks(thing, turn)
        from line in thing.OnAgenda(days.First, days.Last, turn)
        where line.Time.Ends(turn.Zone) > turn.Now
        select new Line(LocalDate.Max(line.Time.Day, days.First), line.Time.Time, () => line.Says);

    private static EventOnAgenda Tell(Occurrence each, Turn turn)
    {
        var people = Attendance.Of(each, turn).People;
        return new EventOnAgenda(each.Time.Told(), each.Event.Title, each.Event.Ref, people == 0 ? null : people);
    }

    private bool Marks(CoopEvent about, Turn turn) => Of is null || Of.Marks(about, turn);

    private static bool IsKnown(Tag tag, Turn turn) => Circle.Of(tag, turn) is not null
        || turn.Live<Room>().Any(room => tag.Names(room, turn))
        || turn.LiveHaving<ITitled>().Any(thing => tag.Marks(thing, turn));
}
