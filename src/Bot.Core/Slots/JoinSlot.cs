using Bot.Core.Commands;
using Bot.Core.Memory;
using Bot.Core.Texts;
using Bot.Core.Turns;
using NodaTime;

namespace Bot.Core.Slots;

/// <summary>Somebody has a place.</summary>
/// <param name="Other">Their name, when it is somebody else than who asks.</param>
/// <param name="Title">The slot's title.</param>
/// <param name="Slot">Its code.</param>
/// <param name="When">When it is.</param>
/// <param name="Count">How many come.</param>
/// <param name="Places">How many places there are.</param>
/// <param name="InsteadOf">In whose place they come, if in somebody's.</param>
public sealed record PlaceKept(string? Other, string Title, Ref Slot, Says When, int Count, int Places, string? InsteadOf) : Says;

/// <summary>There is no place left.</summary>
/// <param name="Title">The slot's title.</param>
/// <param name="Slot">Its code.</param>
/// <param name="When">When it is.</param>
/// <param name="Who">Who has them.</param>
public sealed record SlotIsFull(string Title, Ref Slot, Says When, IReadOnlyList<string> Who) : Says;

/// <summary>To who looked for somebody: their place has been taken over.</summary>
/// <param name="By">By whom.</param>
/// <param name="Title">The slot's title.</param>
/// <param name="Slot">Its code.</param>
/// <param name="When">When it is.</param>
public sealed record PlaceTakenOver(string By, string Title, Ref Slot, Says When) : Says;

/// <summary>To somebody for whom another took a place.</summary>
/// <param name="By">Who did.</param>
/// <param name="Title">The slot's title.</param>
/// <param name="Slot">Its code.</param>
/// <param name="When">When it is.</param>
public sealed record PlaceTakenForYou(string By, string Title, Ref Slot, Says When) : Says;

/// <summary>« Je viens », on a button.</summary>
public sealed record ICome : Says;

/// <summary>« Je viens », on a button among several.</summary>
/// <param name="Slot">The slot's code.</param>
public sealed record IComeTo(Ref Slot) : Says;

/// <summary>Takes a place at one time of a slot; the place of who looks for somebody comes first.</summary>
[HeardBy(Audience.Asker, IsPersonal = false)]
public sealed record JoinSlot(Target<Slot> Slot, Due? On = null, OnBehalf? For = null) : ICommand, ISuitMoments, ISeeks<JoinSlot, Slot>
{
    private const int OtherDays = 2;

    /// <inheritdoc/>
    public static bool FitsNow(Turn turn) => turn.Live<Slot>().Any();

    /// <inheritdoc/>
    public Says Run(Turn turn)
    {
        var (slot, who) = (Slot.Value, For?.Member ?? turn.Member);
        var crew = Crew.Of(slot, slot.Meant(On?.On, turn), turn);
        if (crew.Find(who.Id) is { } held)
        {
            turn.Keep(held with { SeekingSince = null });
            return Told(crew, who, insteadOf: null, turn);
        }

        var left = crew.Seeking.FirstOrDefault();
        if (crew.IsFull && left is null)
        {
            throw new Refusal(new SlotIsFull(slot.Title, slot.Ref, crew.Time.Told(), crew.Names(turn)) { Offers = Elsewhen(slot, turn) });
        }

        Engagement.AskIfBusy(who, slot.Ref, crew.Time, turn);
        turn.Keep(new HeldPlace { Id = turn.NextId<HeldPlace>(), Slot = slot.Id, On = crew.Day, Member = who.Id, At = turn.Now });
        TellOthers(crew, who, left, turn);
        return Told(Crew.Of(slot, crew.Day, turn), who, left is null ? null : turn.Find<Member>(left.Member)?.Name, turn);
    }

    /// <inheritdoc/>
    public static IEnumerable<IEnumerable<Slot>> Candidates(Turn turn) => SlotTimes.Shelves(turn);

    /// <summary>The button that takes a place.</summary>
    internal static Offer OfferFor(Slot slot, LocalDate day) => new(new ICome(), Intent.To<JoinSlot>().With(nameof(Slot), slot.Ref).With(nameof(On), Due.Typed(new DueOn(day, null))));

    // Who takes over a place is named: the others read it.
    private static PlaceKept Told(Crew crew, Member who, string? insteadOf, Turn turn) =>
        new(who.Id == turn.Member.Id && insteadOf is null ? null : who.Name, crew.Slot.Title, crew.Slot.Ref, crew.Time.Told(), crew.Count, crew.Slot.Places, insteadOf);

    private static IReadOnlyList<Offer> Elsewhen(Slot slot, Turn turn) => slot.Series is null ? []
        : [.. slot.ToCome(turn).Where(day => !Crew.Of(slot, day, turn).IsFull).Take(OtherDays).Select(day => OfferFor(slot, day) with { Label = new ThatDay(day) })];

    private static void TellOthers(Crew crew, Member who, HeldPlace? left, Turn turn)
    {
        var (slot, ends) = (crew.Slot, crew.Time.Ends(turn.Zone));
        if (who.Id != turn.Member.Id && turn.HasPrivateChat(who))
        {
            turn.Tell(who, new PlaceTakenForYou(turn.Member.Name, slot.Title, slot.Ref, crew.Time.Told()) { Offers = [SeekStandIn.OfferFor(slot, crew.Day)] }, until: ends);
            crew.TellIfBusy(who.Id, turn);
        }

        if (left is null)
        {
            return;
        }

        turn.Remove(left);
        if (turn.Room is not null)
        {
            turn.HeardBy = Audience.Room;
        }

        if (turn.Find<Member>(left.Member) is { } former && turn.HasPrivateChat(former))
        {
            turn.Tell(former, new PlaceTakenOver(who.Name, slot.Title, slot.Ref, crew.Time.Told()), until: ends);
        }
        else if (turn.Room?.Id != slot.Room && turn.Find<Room>(slot.Room) is { } room)
        {
            turn.Tell(room, new PlaceKept(who.Name, slot.Title, slot.Ref, crew.Time.Told(), crew.Count, slot.Places, turn.Find<Member>(left.Member)?.Name), until: ends);
        }
    }
}
