using Bot.Core.Memory;
using Bot.Core.Texts;
using Bot.Core.Turns;
using NodaTime;

namespace Bot.Core.Agenda;

/// <summary>An event is not on the day that was named.</summary>
/// <param name="Title">Its title.</param>
/// <param name="Event">Its code.</param>
/// <param name="Day">The day.</param>
/// <param name="Next">When it comes next.</param>
public sealed record NotOnThatDay(string Title, Ref Event, LocalDate Day, Says Next) : Says;

/// <summary>One time that an event takes place.</summary>
/// <param name="Event">The event.</param>
/// <param name="On">Of what comes again: the day on which its rule has it. Null of what is once.</param>
/// <param name="Time">When it is.</param>
internal sealed record Occurrence(CoopEvent Event, LocalDate? On, EventTime Time);

/// <summary>Works out when events take place. Series are told day by day, only as far as somebody looks.</summary>
internal sealed class Planning(Turn turn)
{
    private readonly ILookup<int, AlteredTime> altered = turn.Live<AlteredTime>().ToLookup(each => each.Event);

    /// <summary>What takes place within some days, in order, whoever it concerns.</summary>
    /// <param name="first">The first day.</param>
    /// <param name="last">The last.</param>
    public IEnumerable<Occurrence> Between(LocalDate first, LocalDate last) => InOrder(turn.Live<CoopEvent>().SelectMany(each => Of(each, first, last)));

    /// <summary>The next times of an event that are not over, in order.</summary>
    /// <param name="about">The event.</param>
    /// <param name="count">How many at most.</param>
    public IReadOnlyList<Occurrence> Next(CoopEvent about, int count) => about.IsSettled ? []
        : about.Series is null ? [.. Of(about, about.Time.Day, about.Time.Day).Where(IsToCome)]
        : [.. InOrder(AsUsual(about, turn.Today.PlusDays(-1), turn.Today + EventSeries.Farthest).Where(IsToCome).Take(count).Concat(Moved(about).Where(IsToCome))).Take(count)];

    /// <summary>One time of an event, by the day on which its rule has it; null when it is not, or was called off.</summary>
    /// <param name="about">The event.</param>
    /// <param name="on">The day; null of what is once.</param>
    public Occurrence? Find(CoopEvent about, LocalDate? on) => on is { } day && about.Series is not null
        ? AsUsual(about, day, day).Concat(Moved(about).Where(each => each.On == day)).FirstOrDefault()
        : new Occurrence(about, null, about.Time);

    /// <summary>The time that is meant: the next, or the one on a day.</summary>
    /// <param name="about">The event.</param>
    /// <param name="on">The day; null for the next.</param>
    /// <exception cref="Refusal">It is over, or not on that day.</exception>
    public Occurrence Meant(CoopEvent about, DueOn? on)
    {
        if (Next(about, 1) is not [var next])
        {
            throw new Refusal(new EventIsOver(about.Title, about.Ref, about.IsOff));
        }

        return on is null ? next
            : Of(about, on.Day, on.Day).Append(Find(about, on.Day)).OfType<Occurrence>().FirstOrDefault(each => IsToCome(each) && (about.Series is not null || each.Time.Touches(on.Day, on.Day)))
                ?? throw new Refusal(new NotOnThatDay(about.Title, about.Ref, on.Day, next.Time.Told()));
    }

    /// <summary>Each time to come of an event about which somebody has said something.</summary>
    /// <param name="about">The event.</param>
    public IEnumerable<Occurrence> OfEach(CoopEvent about) => turn.Live<Rsvp>().Where(rsvp => rsvp.Event == about.Id).Select(rsvp => rsvp.On).Distinct()
        .Select(on => Find(about, on)).OfType<Occurrence>().Where(IsToCome);

    /// <summary>Whether it is not over.</summary>
    /// <param name="each">A time.</param>
    public bool IsToCome(Occurrence each) => each.Time.Ends(turn.Zone) > turn.Now;

    private static IEnumerable<Occurrence> InOrder(IEnumerable<Occurrence> some) =>
        some.OrderBy(each => each.Time.Day).ThenBy(each => each.Time.Time).ThenBy(each => each.Event.Id);

    private IEnumerable<Occurrence> Of(CoopEvent about, LocalDate first, LocalDate last) => about.Series is not null
        ? AsUsual(about, first, last).Concat(Moved(about).Where(each => each.Time.Touches(first, last)))
        : about.Time.Touches(first, last) ? [new Occurrence(about, null, about.Time)] : [];

    private IEnumerable<Occurrence> AsUsual(CoopEvent about, LocalDate first, LocalDate last) => about.Series!.From(about.Time).Days(first, last)
        .Where(day => !altered[about.Id].Any(each => each.On == day)).Select(day => new Occurrence(about, day, about.Time.On(day)));

    private IEnumerable<Occurrence> Moved(CoopEvent about) => altered[about.Id].Where(each => each.To is not null).Select(each => new Occurrence(about, each.On, each.To!));
}
