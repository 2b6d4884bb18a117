using Bot.Core.Memory;
using Bot.Core.Texts;
using Bot.Core.Turns;
using NodaTime;

namespace Bot.Core.Slots;

/// <summary>How a slot stands, as after an undo.</summary>
/// <param name="Title">Its title.</param>
/// <param name="Slot">Its code.</param>
/// <param name="When">When it is, or comes next.</param>
/// <param name="IsOff">Whether it was called off.</param>
public sealed record SlotStands(string Title, Ref Slot, Says When, bool IsOff) : Says;

/// <summary>A slot is over, or was called off.</summary>
/// <param name="Title">Its title.</param>
/// <param name="Slot">Its code.</param>
/// <param name="IsOff">Whether it was called off.</param>
public sealed record SlotIsOver(string Title, Ref Slot, bool IsOff) : Says;

/// <summary>A slot does not come on that day.</summary>
/// <param name="Title">Its title.</param>
/// <param name="Slot">Its code.</param>
/// <param name="Day">The day.</param>
/// <param name="Next">When it comes next.</param>
public sealed record NoSlotThatDay(string Title, Ref Slot, LocalDate Day, Says Next) : Says;

/// <summary>Some hours the coop does together, once or again and again, with places that people promise to fill.</summary>
[Kind("slot", Letter = 'C')]
public sealed partial record Slot : Document, ITitled, IDescribed, IRemarked, IFiled, IMovable, ICancellable, IOftenOnAgenda, ISearchable, ILackPeople
{
    /// <inheritdoc/>
    public required string Title { get; init; }

    /// <inheritdoc/>
    public required int Room { get; init; }

    /// <summary>When it is; of what comes again, the first time to come. It has an hour and a length.</summary>
    public required EventTime Time { get; init; }

    /// <summary>How it comes again, if it does.</summary>
    public EventSeries? Series { get; init; }

    /// <summary>How many people there is room for.</summary>
    public required int Places { get; init; }

    /// <summary>How many it takes at least; 0 when every place is to be filled.</summary>
    public int Least { get; init; }

    /// <summary>Whether it was called off, each time of it.</summary>
    public bool IsOff { get; init; }

    /// <summary>Whether it is over, each time of it.</summary>
    public bool IsOver { get; init; }

    /// <inheritdoc/>
    public override bool IsSettled => IsOff || IsOver;

    /// <inheritdoc/>
    public bool ComesAgain => Series is not null;

    /// <inheritdoc/>
    public string FoundBy => Title;

    /// <inheritdoc/>
    public Ref FoundAs => Ref;

    /// <summary>With fewer people than that it lacks some.</summary>
    public int Needed => Least == 0 ? Places : Least;

    /// <inheritdoc/>
    public LocalDateTime? FoundAt(DateTimeZone zone) => Time.Day.At(Time.Time ?? LocalTime.Midnight);

    /// <inheritdoc/>
    public int Lacking(Turn turn) => ToCome(turn).Take(1).Sum(day => Crew.Of(this, day, turn).Missing);

    /// <summary>The days on which it comes, of some.</summary>
    /// <param name="first">The first of them.</param>
    /// <param name="last">The last.</param>
    public IEnumerable<LocalDate> Days(LocalDate first, LocalDate last) => IsSettled ? []
        : Series is not null ? Series.From(Time).Days(first, last)
        : Time.Touches(first, last) ? [Time.Day] : [];

    /// <inheritdoc/>
    public IEnumerable<AgendaLine> OnAgenda(LocalDate first, LocalDate last, Turn turn) => Days(first, last)
        .Select(day => Crew.Of(this, day, turn))
        .Select(crew => new AgendaLine(crew.Time, new SlotOnAgenda(crew.Time.Told(), Title, Ref, crew.Count, Places)));

    /// <inheritdoc/>
    public IEnumerable<Remark> Remarks(IRecords records) => records.Live<HeldPlace>().Where(place => place.Slot == Id).Select(place => new Remark(place.At, place.Tell(records)));

    /// <inheritdoc/>
    public Says Describe(IRecords records) => Days((Series?.Also ?? []).Append(Time.Day).Min(), Time.Day + EventSeries.Farthest).Take(1).ToList() is [var first]
        ? new SlotStands(Title, Ref, Time.On(first).Told(), IsOff) { Offers = [JoinSlot.OfferFor(this, first)] }
        : new SlotStands(Title, Ref, Time.Told(), IsOff);

    /// <summary>The days of the next times that are not over.</summary>
    internal IEnumerable<LocalDate> ToCome(Turn turn) =>
        Days(turn.Today.PlusDays(-1), Series is null ? LocalDate.Max(turn.Today, Time.Day) : turn.Today + EventSeries.Farthest).Where(day => Time.On(day).Ends(turn.Zone) > turn.Now);

    /// <summary>The time that is meant: the next, or the one on a day.</summary>
    /// <exception cref="Refusal">It is over, or not on that day.</exception>
    internal LocalDate Meant(DueOn? on, Turn turn)
    {
        if (ToCome(turn).Take(1).ToList() is not [var next])
        {
            throw new Refusal(new SlotIsOver(Title, Ref, IsOff));
        }

        return on is null ? next
            : Days(on.Day, on.Day).Any() && Time.On(on.Day).Ends(turn.Zone) > turn.Now ? on.Day
            : throw new Refusal(new NoSlotThatDay(Title, Ref, on.Day, Time.On(next).Told()));
    }
}
