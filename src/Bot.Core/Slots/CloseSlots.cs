using Bot.Core.Facts;
using Bot.Core.Jobs;
using Bot.Core.Turns;
using NodaTime;

namespace Bot.Core.Slots;

/// <summary>
/// As soon as a slot is over: those who came are known while they still are there, their places go, and the slot goes on from its next
/// time. Coming late does no harm.
/// </summary>
/// <param name="Subject">Nothing: there is one for all.</param>
public sealed record CloseSlots(string Subject = "") : Job(Subject)
{
    // A turn can tell only so much; the rest follows at once.
    private const int MostAtOnce = 20;

    /// <inheritdoc/>
    public override void Run(Turn turn, Instant due)
    {
        var over = turn.Live<HeldPlace>().GroupBy(place => (place.Slot, place.On)).Where(same => turn.Find<Slot>(same.Key.Slot) is not { IsSettled: false } slot || slot.Time.On(same.Key.On).Ends(turn.Zone) <= turn.Now).ToList();
        foreach (var same in over.Take(MostAtOnce))
        {
            Hold(same.Key.Slot, same.Key.On, [.. same.OrderBy(place => place.At)], turn);
        }

        if (over.Count > MostAtOnce)
        {
            turn.At(turn.Now, this);
            return;
        }

        foreach (var slot in turn.Live<Slot>().ToList())
        {
            GoOn(slot, turn);
        }

        SlotTimes.Plan(turn);
    }

    private static void Hold(int number, LocalDate on, IReadOnlyList<HeldPlace> places, Turn turn)
    {
        if (turn.Find<Slot>(number) is { IsSettled: false } slot)
        {
            var time = slot.Time.On(on);
            turn.Raise(new SlotHeld(slot.Ref, slot.Title, on, time.Begins(turn.Zone), time.Length!.Value, [.. places.Select(place => place.Member)]));
        }

        foreach (var place in places)
        {
            turn.RemoveQuietly(place);
        }
    }

    private static void GoOn(Slot slot, Turn turn)
    {
        if (slot.ToCome(turn).Take(1).ToList() is not [var next])
        {
            turn.KeepQuietly(slot with { IsOver = true });
        }
        else if (slot.Time.Day < next && slot.Series?.GoingOn(slot.Time, next) is var (time, series) && time != slot.Time)
        {
            turn.KeepQuietly(slot with { Time = time, Series = series });
        }
    }
}
