using Bot.Core.Facts;
using Bot.Core.Memory;
using Bot.Core.Texts;
using Bot.Core.Turns;

namespace Bot.Core.Slots;

/// <summary>To who took back that they left: their place went to somebody else meanwhile.</summary>
/// <param name="Who">They.</param>
/// <param name="Title">The slot's title.</param>
/// <param name="Slot">Its code.</param>
/// <param name="When">When it is.</param>
public sealed record PlaceWentToAnother(string Who, string Title, Ref Slot, Says When) : Says;

/// <summary>What follows when something is taken back: no place is given twice, none is kept at what is no more, and what takes place after all has a card again.</summary>
public sealed class FollowSlots : IReactTo<WasPutBack>
{
    /// <inheritdoc/>
    public void When(WasPutBack fact, Turn turn)
    {
        SlotTimes.Plan(turn);
        PutUpAgain(fact, turn);
        foreach (var gone in fact.Documents.OfType<Slot>().DistinctBy(slot => slot.Id).Where(slot => turn.Find<Slot>(slot.Id) is null))
        {
            foreach (var place in turn.Live<HeldPlace>().Where(place => place.Slot == gone.Id).ToList())
            {
                turn.Remove(place);
                Tell(place, new SlotCancelled(gone.Title, gone.Ref, gone.Time.On(place.On).Told(), turn.Member.Name), gone, turn);
            }
        }

        foreach (var place in fact.Documents.OfType<HeldPlace>().DistinctBy(place => place.Id).Where(place => turn.Find<HeldPlace>(place.Id) is not null))
        {
            GiveBackIfTaken(place, turn);
        }
    }

    // Its card said that it was called off, and was left at that.
    private static void PutUpAgain(WasPutBack fact, Turn turn)
    {
        foreach (var again in fact.Documents.OfType<Slot>().Where(slot => slot.IsSettled && turn.Find<Slot>(slot.Id) is { IsSettled: false }))
        {
            if (turn.Find<Room>(again.Room) is { } room)
            {
                turn.PutUp(room, again.Ref.ToString());
            }
        }
    }

    private static void GiveBackIfTaken(HeldPlace place, Turn turn)
    {
        if (turn.Find<Slot>(place.Slot) is { } slot && Crew.Of(slot, place.On, turn) is var crew && crew.Count > slot.Places)
        {
            turn.Remove(place);
            Tell(place, new PlaceWentToAnother(turn.Find<Member>(place.Member)!.Name, slot.Title, slot.Ref, crew.Time.Told()), slot, turn);
        }
        else
        {
            TellIfBusy(place, turn);
        }
    }

    private static void TellIfBusy(HeldPlace place, Turn turn)
    {
        if (turn.Find<HeldPlace>(place.Id) is { } back && turn.Find<Slot>(back.Slot) is { } slot)
        {
            Crew.Of(slot, back.On, turn).TellIfBusy(back.Member, turn);
        }
    }

    private static void Tell(HeldPlace place, Says says, Slot slot, Turn turn)
    {
        if (turn.Find<Member>(place.Member) is { } holder && turn.HasPrivateChat(holder))
        {
            turn.Tell(holder, says, until: slot.Time.On(place.On).Ends(turn.Zone));
        }
    }
}
