using Bot.Core.Memory;
using Bot.Core.Texts;
using Bot.Core.Turns;
using NodaTime;

namespace Bot.Core.Slots;

/// <summary>Somebody has a place, in the slot's history.</summary>
/// <param name="Who">Who.</param>
/// <param name="Day">On which day it comes.</param>
/// <param name="IsSeeking">Whether they look for somebody in their place.</param>
/// <param name="When">Since when they have it.</param>
public sealed record PlaceTakenThen(string Who, LocalDate Day, bool IsSeeking, Instant When) : Says;

/// <summary>What somebody has promised, as after an undo.</summary>
/// <param name="Who">Who.</param>
/// <param name="Title">The slot's title.</param>
/// <param name="Slot">Its code.</param>
/// <param name="When">When it is.</param>
/// <param name="IsSeeking">Whether they look for somebody in their place.</param>
public sealed record PlaceStands(string Who, string Title, Ref Slot, Says When, bool IsSeeking) : Says;

/// <summary>Somebody has no place any more.</summary>
/// <param name="Who">Who.</param>
/// <param name="Title">The slot's title.</param>
/// <param name="Slot">Its code.</param>
/// <param name="When">When it is.</param>
public sealed record PlaceIsGone(string Who, string Title, Ref Slot, Says When) : Says;

/// <summary>Somebody's place at one time of a slot. It goes when that time is over.</summary>
[Kind("place")]
public sealed record HeldPlace : Document, IDescribed, IForget
{
    /// <summary>The slot's number.</summary>
    public required int Slot { get; init; }

    /// <summary>On which day it comes.</summary>
    public required LocalDate On { get; init; }

    /// <summary>Who.</summary>
    public required int Member { get; init; }

    /// <summary>Since when.</summary>
    public required Instant At { get; init; }

    /// <summary>Since when they look for somebody in their place; until somebody takes it, it is theirs.</summary>
    public Instant? SeekingSince { get; init; }

    /// <summary>How it reads in the slot's history.</summary>
    /// <param name="records">Where names stand.</param>
    public Says Tell(IRecords records) => new PlaceTakenThen(Who(records), On, SeekingSince is not null, At);

    /// <inheritdoc/>
    public Says Describe(IRecords records) => new PlaceStands(Who(records), About(records).Title, About(records).Ref, About(records).Time.On(On).Told(), SeekingSince is not null);

    /// <inheritdoc/>
    public Says DescribeGone(IRecords records) => new PlaceIsGone(Who(records), About(records).Title, About(records).Ref, About(records).Time.On(On).Told());

    /// <inheritdoc/>
    public Document? Forget(Forgotten who) => Member == who.Member ? null : this;

    private Slot About(IRecords records) => records.Find<Slot>(Slot)!;

    private string Who(IRecords records) => records.Find<Member>(Member)!.Name;
}

/// <summary>The slots somebody has promised to be at.</summary>
public sealed class PlacesKept : IEngage
{
    /// <inheritdoc/>
    public IEnumerable<Engagement> Of(int member, Turn turn) =>
        from place in turn.Live<HeldPlace>()
        where place.Member == member
        let slot = turn.Find<Slot>(place.Slot)
        where slot is { IsSettled: false }
        select new Engagement(slot.Ref, slot.Title, slot.Time.On(place.On));
}
