using Bot.Core.Commands;
using Bot.Core.Memory;
using Bot.Core.Texts;
using Bot.Core.Turns;
using NodaTime;

namespace Bot.Core.Slots;

/// <summary>A slot can't take more people than it has places.</summary>
/// <param name="Least">How many it was to take.</param>
/// <param name="Places">How many places it has.</param>
public sealed record MoreThanPlaces(int Least, int Places) : Says;

/// <summary>To who planned a slot in private: it stands on the agenda.</summary>
/// <param name="Title">Its title.</param>
/// <param name="Slot">Its code.</param>
/// <param name="When">When it is, or first is.</param>
/// <param name="Places">How many places it has.</param>
public sealed record SlotPlanned(string Title, Ref Slot, Says When, int Places) : Says;

/// <summary>Plans some hours that the coop does together, with places to fill.</summary>
[Menu(14)]
public sealed record AddSlot(string Title, SlotHours On, Places Places, Least? Least = null, FirstTime? From = null) : ICommand
{
    // « Se donner un temps de 2 h »: what people mean when they do not say it.
    private static readonly Duration Usual = Duration.FromHours(2);

    /// <inheritdoc/>
    public Says Run(Turn turn)
    {
        var title = Titles.Of<AddSlot>(Title);
        var time = On.Occasion.Starting(From);
        if (Least?.Count > Places.Count)
        {
            throw new Refusal(new MoreThanPlaces(Least.Count, Places.Count));
        }

        var slot = new Slot
        {
            Id = turn.NextId<Slot>(),
            Title = title,
            Room = Circle.RoomFor(title, turn)?.Id ?? turn.Settings.Home,
            Time = time with { Length = time.Length ?? Usual },
            Series = On.Occasion.Series,
            Places = Places.Count,
            Least = Least?.Count < Places.Count ? Least.Count : 0,
        };
        turn.Keep(slot);
        SlotTimes.Plan(turn);
        return PutUp(slot, turn);
    }

    private static Says PutUp(Slot slot, Turn turn)
    {
        if (slot.Room != turn.Room?.Id && turn.Find<Room>(slot.Room) is { } theirs)
        {
            turn.PutUp(theirs, slot.Ref.ToString());
        }

        if (turn.Room is not null)
        {
            return turn.Card(slot.Ref.ToString());
        }

        turn.HeardBy = Audience.Asker;
        return new SlotPlanned(slot.Title, slot.Ref, slot.Time.Told(), slot.Places);
    }
}
