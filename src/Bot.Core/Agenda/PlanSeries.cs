using Bot.Core.Commands;
using Bot.Core.Texts;
using Bot.Core.Turns;

namespace Bot.Core.Agenda;

/// <summary>Puts something on the agenda that comes again and again.</summary>
public sealed record PlanSeries(string Title, Rhythm On, Places? Places = null, Privately? Only = null, Venue? At = null, FirstTime? From = null) : ICommand
{
    /// <inheritdoc/>
    public Says Run(Turn turn) => Planner.Plan<PlanSeries>(Title, On.Occasion, Places, Only, At, From, turn);
}
