using Bot.Core.Turns;

namespace Bot.Core.Agenda;

/// <summary>Where to look for the event somebody names.</summary>
internal static class Where
{
    /// <summary>The events to come that are for who speaks to know of: those of the room they speak in before the others, the next ones first.</summary>
    /// <param name="turn">The turn.</param>
    public static IEnumerable<IEnumerable<CoopEvent>> ToCome(Turn turn)
    {
        var events = turn.Live<CoopEvent>().Where(turn.Sees).OrderBy(each => each.Time.Day).ThenBy(each => each.Time.Time).ToList();
        return [events.Where(each => each.Room == turn.Room?.Id), events.Where(each => each.Room != turn.Room?.Id)];
    }
}
