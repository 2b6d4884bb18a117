using Bot.Core.Commands;
using Bot.Core.Memory;
using Bot.Core.Texts;
using Bot.Core.Turns;
using NodaTime;

namespace Bot.Core.Slots;

/// <summary>One time of a slot keeps its hours when it is moved alone.</summary>
/// <param name="Title">Its title.</param>
/// <param name="Slot">Its code.</param>
public sealed record OneTimeKeepsHours(string Title, Ref Slot) : Says;

/// <summary>A rhythm that can't be shifted so.</summary>
/// <param name="Title">The title.</param>
/// <param name="Slot">The code.</param>
public sealed record OtherSlotRhythm(string Title, Ref Slot) : Says;

/// <summary>One time of a slot can't be moved to where another time of it is.</summary>
/// <param name="Title">The slot's title.</param>
/// <param name="Slot">Its code.</param>
/// <param name="When">When that is.</param>
public sealed record SlotComesThen(string Title, Ref Slot, Says When) : Says;

/// <summary>People have promised to come: whether it is to be called off all the same.</summary>
/// <param name="Count">How many.</param>
/// <param name="Title">The slot's title.</param>
/// <param name="Slot">Its code.</param>
/// <param name="When">When it is; null for each time of it.</param>
public sealed record PeopleHavePlaces(int Count, string Title, Ref Slot, Says? When) : Says;

/// <summary>To who has a place: it is at another time.</summary>
/// <param name="Title">The slot's title.</param>
/// <param name="Slot">Its code.</param>
/// <param name="Now">When it is.</param>
/// <param name="Before">When it was to be.</param>
/// <param name="By">Who moved it.</param>
public sealed record SlotMoved(string Title, Ref Slot, Says Now, Says Before, string By) : Says;

/// <summary>To who had a place: it will not happen.</summary>
/// <param name="Title">The slot's title.</param>
/// <param name="Slot">Its code.</param>
/// <param name="When">When it would have been; null for each time of it.</param>
/// <param name="By">Who called it off.</param>
public sealed record SlotCancelled(string Title, Ref Slot, Says? When, string By) : Says;

/// <summary>What can happen to a slot as a whole, or to one time of it. Who has a place goes along, and is told.</summary>
public sealed partial record Slot
{
    /// <inheritdoc/>
    public Shift MovedTo(Due to, bool isAll, Turn turn)
    {
        var day = Meant(on: null, turn);
        var (was, time) = (Time.On(day), Time.On(day).MovedTo(to));
        if (time.Ends(turn.Zone) <= turn.Now)
        {
            throw new Refusal(new DayIsOver(time.Told()));
        }

        var moved = Series is null ? this with { Time = time } : isAll ? EachShifted(day, time) : OnceShifted(day, time);
        turn.Keep(moved);
        var told = new HashSet<int>();
        foreach (var place in PlacesOf(turn).Where(place => isAll || Series is null || place.On == day).ToList())
        {
            if (told.Add(place.Member))
            {
                TellHolder(place, new SlotMoved(Title, Ref, time.Told(), was.Told(), turn.Member.Name), Instant.Max(was.Ends(turn.Zone), time.Ends(turn.Zone)), turn);
            }

            Shift(place, Period.DaysBetween(day, time.Day), moved, turn);
        }

        return new Shift(moved, time.Told(), was.Told());
    }

    /// <inheritdoc/>
    public CallingOff CalledOff(DueOn? on, bool isAll, Turn turn)
    {
        var day = Meant(on, turn);
        Says? when = isAll && ComesAgain ? null : Time.On(day).Told();
        var places = PlacesOf(turn).Where(place => isAll || Series is null || place.On == day).ToList();
        var others = places.Where(place => place.Member != turn.Member.Id).DistinctBy(place => place.Member).ToList();
        if (others.Count > 0)
        {
            turn.Confirm(new PeopleHavePlaces(others.Count, Title, Ref, when), new YesCallOffSlot());
        }

        foreach (var other in others)
        {
            TellHolder(other, new SlotCancelled(Title, Ref, when, turn.Member.Name), null, turn);
        }

        places.ForEach(turn.Remove);
        var off = Series is null || isAll ? this with { IsOff = true } : this with { Series = Series with { Except = [.. Series.Except, day], Also = [.. Series.Also.Where(each => each != day)] } };
        return new CallingOff(off, when, [.. others.Select(other => turn.Find<Member>(other.Member)!.Name)]);
    }

    private IEnumerable<HeldPlace> PlacesOf(Turn turn) => turn.Live<HeldPlace>().Where(place => place.Slot == Id);

    private Slot EachShifted(LocalDate day, EventTime time) =>
        Series!.GoingOn(Time, day) is var (first, series) && series.Shifted(first.Day, time.Day) is { } shifted
            ? this with { Time = time, Series = shifted }
            : throw new Refusal(new OtherSlotRhythm(Title, Ref));

    private Slot OnceShifted(LocalDate day, EventTime time) =>
        time.Time != Time.Time || time.Length != Time.Length ? throw new Refusal(new OneTimeKeepsHours(Title, Ref))
        : time.Day != day && Days(time.Day, time.Day).Any() ? throw new Refusal(new SlotComesThen(Title, Ref, time.Told()))
        : this with { Series = Series! with { Except = [.. Series.Except.Where(each => each != time.Day), day], Also = [.. Series.Also.Where(each => each != day), time.Day] } };

    // A place on a day that the new rhythm has no more is nobody's.
    private static void Shift(HeldPlace place, int days, Slot moved, Turn turn)
    {
        var on = place.On.PlusDays(days);
        if (moved.Days(on, on).Any())
        {
            turn.Keep(place with { On = on });
            Crew.Of(moved, on, turn).TellIfBusy(place.Member, turn);
        }
        else
        {
            turn.Remove(place);
        }
    }

    private static void TellHolder(HeldPlace place, Says says, Instant? until, Turn turn)
    {
        if (place.Member != turn.Member.Id && turn.Find<Member>(place.Member) is { } holder && turn.HasPrivateChat(holder))
        {
            turn.Tell(holder, says, until: until);
        }
    }
}
