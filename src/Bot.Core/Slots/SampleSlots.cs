using Bot.Core.Commands;
using Bot.Core.Language;
using Bot.Core.Memory;
using Bot.Core.Turns;
using NodaTime;

namespace Bot.Core.Slots;

/// <summary>A weekly slot for who only tries: two neighbours have a place, and one is left.</summary>
public sealed class SampleSlots : IFurnish
{
    private const int Places = 3;

    /// <inheritdoc/>
    public IEnumerable<Document> Furniture(Turn turn, IReadOnlyList<Member> neighbours)
    {
        var slot = new Slot
        {
            Id = turn.NextId<Slot>(),
            Title = turn.Parts.Texts.Words(turn.Settings.Language, "SampleSlots.words")[0],
            Room = turn.Settings.Home,
            Time = new EventTime(turn.Today.Next(IsoDayOfWeek.Wednesday), new LocalTime(14, 0)) { Length = Duration.FromHours(2) },
            Series = new EventSeries(new RecurrenceRule(Frequency.Weekly)),
            Places = Places,
        };
        return [slot, .. neighbours.Take(Places - 1).Select(neighbour => new HeldPlace { Id = turn.NextId<HeldPlace>(), Slot = slot.Id, On = slot.Time.Day, Member = neighbour.Id, At = turn.Now })];
    }

    /// <inheritdoc/>
    public IEnumerable<Offer> ToTry(Turn turn) => [];
}
