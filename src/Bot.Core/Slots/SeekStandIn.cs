using Bot.Core.Commands;
using Bot.Core.Memory;
using Bot.Core.Texts;
using Bot.Core.Turns;
using NodaTime;

namespace Bot.Core.Slots;

/// <summary>Somebody looks for another in their place, which stays theirs until then.</summary>
/// <param name="Who">Who.</param>
/// <param name="Title">The slot's title.</param>
/// <param name="Slot">Its code.</param>
/// <param name="When">When it is.</param>
public sealed record StandInWanted(string Who, string Title, Ref Slot, Says When) : Says;

/// <summary>Somebody can't come, whoever takes their place or not.</summary>
/// <param name="Who">Who.</param>
/// <param name="Title">The slot's title.</param>
/// <param name="Slot">Its code.</param>
/// <param name="When">When it is.</param>
/// <param name="Missing">How many people it lacks now.</param>
public sealed record PlaceGivenUp(string Who, string Title, Ref Slot, Says When, int Missing) : Says;

/// <summary>Who looks for somebody in their place has none.</summary>
/// <param name="Other">Their name, when it is somebody else than who asks.</param>
/// <param name="Title">The slot's title.</param>
/// <param name="Slot">Its code.</param>
/// <param name="When">When it is.</param>
public sealed record NoPlaceToLeave(string? Other, string Title, Ref Slot, Says When) : Says;

/// <summary>« Je cherche quelqu'un », on a button.</summary>
public sealed record FindSomebody : Says;

/// <summary>« Je ne peux vraiment pas », on a button.</summary>
public sealed record ReallyCannot : Says;

/// <summary>That somebody will not come, whoever takes their place or not: « tant pis ».</summary>
public sealed record Regardless : IReadable<Regardless>
{
    /// <inheritdoc/>
    public static Regardless? Read(Words words, Asked how, Turn turn)
    {
        foreach (var phrase in turn.Parts.Texts.Words("Regardless.words"))
        {
            for (var i = how.IsAlone ? 0 : 1; i < words.Left.Count; i++)
            {
                if (words.Spells(phrase, i) is > 0 and var length && i + length == words.Left.Count)
                {
                    words.Take(i, length);
                    return new Regardless();
                }
            }
        }

        return null;
    }
}

/// <summary>Looks for somebody to take one's place: it stays one's own until somebody does.</summary>
public sealed record SeekStandIn(Target<Slot> Slot, Due? On = null, Regardless? Anyway = null, OnBehalf? For = null) : ICommand, ISeeks<SeekStandIn, Slot>
{
    /// <inheritdoc/>
    public Says Run(Turn turn)
    {
        var (slot, who) = (Slot.Value, For?.Member ?? turn.Member);
        var mine = turn.Live<HeldPlace>().Where(place => place.Slot == slot.Id && place.Member == who.Id).Select(place => place.On);
        var next = On is null ? mine.Where(day => slot.Time.On(day).Ends(turn.Zone) > turn.Now).Order().Take(1).ToList() : [];
        var crew = Crew.Of(slot, next is [var day] ? day : slot.Meant(On?.On, turn), turn);
        if (crew.Find(who.Id) is not { } place)
        {
            throw new Refusal(new NoPlaceToLeave(who.Id == turn.Member.Id ? null : who.Name, slot.Title, slot.Ref, crew.Time.Told()));
        }

        Says says = Anyway is null ? Seek(crew, place, who, turn) : GiveUp(crew, place, who, turn);
        if (slot.Room != (turn.Room?.Id ?? turn.Settings.Home) && turn.Find<Room>(slot.Room) is { } room)
        {
            turn.Tell(room, says, until: crew.Time.Ends(turn.Zone));
        }

        return says;
    }

    /// <inheritdoc/>
    public static IEnumerable<IEnumerable<Slot>> Candidates(Turn turn)
    {
        var mine = turn.Live<HeldPlace>().Where(place => place.Member == turn.Member.Id).Select(place => place.Slot).ToHashSet();
        return [turn.Live<Slot>().Where(slot => mine.Contains(slot.Id)), turn.Live<Slot>().Where(slot => !mine.Contains(slot.Id))];
    }

    /// <summary>The button that looks for somebody.</summary>
    internal static Offer OfferFor(Slot slot, LocalDate day) => new(new FindSomebody(), To(slot, day));

    /// <summary>The button that gives a place up, come what may.</summary>
    internal static Offer OfferToGiveUp(Slot slot, LocalDate day, Turn turn) => new(new ReallyCannot(), To(slot, day).With(nameof(Anyway), turn.Parts.Texts.Words("Regardless.words")[0]));

    private static Intent To(Slot slot, LocalDate day) => Intent.To<SeekStandIn>().With(nameof(Slot), slot.Ref).With(nameof(On), Due.Typed(new DueOn(day, null)));

    private static StandInWanted Seek(Crew crew, HeldPlace place, Member who, Turn turn)
    {
        turn.Keep(place with { SeekingSince = place.SeekingSince ?? turn.Now });
        return new StandInWanted(who.Name, crew.Slot.Title, crew.Slot.Ref, crew.Time.Told()) { Offers = [JoinSlot.OfferFor(crew.Slot, crew.Day)] };
    }

    private static PlaceGivenUp GiveUp(Crew crew, HeldPlace place, Member who, Turn turn)
    {
        turn.Remove(place);
        return new PlaceGivenUp(who.Name, crew.Slot.Title, crew.Slot.Ref, crew.Time.Told(), Crew.Of(crew.Slot, crew.Day, turn).Missing) { Offers = [JoinSlot.OfferFor(crew.Slot, crew.Day)] };
    }
}
