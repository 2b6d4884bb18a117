using Bot.Core.Jobs;
using Bot.Core.Turns;
using NodaTime;

namespace Bot.Core.Agenda;

/// <summary>When the agenda is looked at by itself, as long as anything stands on it: in the evening for the next day, and when everybody sleeps.</summary>
internal static class Nights
{
    /// <summary>When people make up their minds about the next day.</summary>
    public static readonly LocalTime Evening = new(18, 0);

    private static readonly LocalTime Night = new(4, 0);

    /// <summary>Sees to it; what is due already is left to be done.</summary>
    /// <param name="turn">The turn.</param>
    public static void Plan(Turn turn)
    {
        Plan(new TellTomorrow(), Evening, turn);
        Plan(new PutEventsAway(), Night, turn);
    }

    private static void Plan(Job job, LocalTime time, Turn turn)
    {
        if (turn.Live<CoopEvent>().Any() && !turn.Live<PendingJob>().Any(pending => pending.Name == job.GetType().Name))
        {
            var today = turn.Today.At(time).InZoneLeniently(turn.Zone).ToInstant();
            turn.At(today > turn.Now ? today : turn.Today.PlusDays(1).At(time).InZoneLeniently(turn.Zone).ToInstant(), job);
        }
    }
}
