using Bot.Core.Memory;
using Bot.Core.Turns;
using NodaTime;

namespace Bot.Core.Slots;

/// <summary>Who has a place at one time of a slot, in the order they came.</summary>
internal sealed class Crew
{
    private readonly List<HeldPlace> places;

    private Crew(Slot slot, LocalDate day, List<HeldPlace> places)
    {
        Slot = slot;
        Day = day;
        this.places = places;
    }

    /// <summary>The slot.</summary>
    public Slot Slot { get; }

    /// <summary>The day on which it comes.</summary>
    public LocalDate Day { get; }

    /// <summary>When it is.</summary>
    public EventTime Time => Slot.Time.On(Day);

    /// <summary>The places that people have.</summary>
    public IReadOnlyList<HeldPlace> Places => places;

    /// <summary>How many people come.</summary>
    public int Count => places.Count;

    /// <summary>Whether there is no place left.</summary>
    public bool IsFull => Count >= Slot.Places;

    /// <summary>How many more people it takes.</summary>
    public int Missing => Math.Max(0, Slot.Needed - Count);

    /// <summary>Those who look for somebody in their place, who asked first before the others.</summary>
    public IEnumerable<HeldPlace> Seeking => places.Where(place => place.SeekingSince is not null).OrderBy(place => place.SeekingSince).ThenBy(place => place.Id);

    /// <summary>Who comes to one time of a slot.</summary>
    public static Crew Of(Slot slot, LocalDate day, IRecords records) =>
        new(slot, day, [.. records.Live<HeldPlace>().Where(place => place.Slot == slot.Id && place.On == day).OrderBy(place => place.At).ThenBy(place => place.Id)]);

    /// <summary>To who comes because of what another did: whether they would be in two places then.</summary>
    public void TellIfBusy(int member, Turn turn) => Engagement.TellIfBusy(member, new Engagement(Slot.Ref, Slot.Title, Time), Slot.Room, turn);

    /// <summary>All times of slots within some days, in order.</summary>
    public static IReadOnlyList<Crew> Between(LocalDate first, LocalDate last, Turn turn) =>
        [.. turn.Live<Slot>().SelectMany(slot => slot.Days(first, last).Select(day => Of(slot, day, turn))).OrderBy(crew => crew.Day).ThenBy(crew => crew.Time.Time).ThenBy(crew => crew.Slot.Id)];

    /// <summary>Somebody's place, if they have one.</summary>
    public HeldPlace? Find(int member) => places.Find(place => place.Member == member);

    /// <summary>The names of those who come.</summary>
    public IReadOnlyList<string> Names(IRecords records) => NamesOf(places, records);

    /// <summary>The names of those who have some places.</summary>
    public static IReadOnlyList<string> NamesOf(IEnumerable<HeldPlace> places, IRecords records) =>
        [.. places.Select(place => records.Find<Member>(place.Member)?.Name).OfType<string>()];
}
