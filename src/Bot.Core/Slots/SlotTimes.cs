using Bot.Core.Jobs;
using Bot.Core.Turns;
using NodaTime;

namespace Bot.Core.Slots;

/// <summary>When slots are looked at by themselves: in the evening for the days to come, and as soon as one is over.</summary>
internal static class SlotTimes
{
    /// <summary>When people make up their minds about the days to come.</summary>
    public static readonly LocalTime Evening = new(18, 0);

    /// <summary>Sees to it, as long as there are slots.</summary>
    /// <param name="turn">The turn.</param>
    public static void Plan(Turn turn)
    {
        var ends = turn.Live<Slot>().SelectMany(slot => slot.ToCome(turn).Take(1).Select(day => slot.Time.On(day).Ends(turn.Zone))).Order().Take(1).ToList();
        if (ends is not [var end])
        {
            return;
        }

        turn.At(end, new CloseSlots());
        if (!turn.Live<PendingJob>().Any(pending => pending.Name == nameof(WatchSlots)))
        {
            var today = At(turn.Today, turn);
            turn.At(today > turn.Now ? today : At(turn.Today.PlusDays(1), turn), new WatchSlots());
        }
    }

    /// <summary>Where to look for the slot somebody names: those of the room they speak in before the others.</summary>
    /// <param name="turn">The turn.</param>
    public static IEnumerable<IEnumerable<Slot>> Shelves(Turn turn) =>
        [turn.Live<Slot>().Where(slot => slot.Room == turn.Room?.Id), turn.Live<Slot>().Where(slot => slot.Room != turn.Room?.Id)];

    private static Instant At(LocalDate day, Turn turn) => day.At(Evening).InZoneLeniently(turn.Zone).ToInstant();
}
