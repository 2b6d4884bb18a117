using Bot.Core.Commands;
using Bot.Core.Texts;
using Bot.Core.Turns;

namespace Bot.Core.Agenda;

/// <summary>Puts something on the agenda, once or again and again.</summary>
[Menu(13)]
public sealed record PlanEvent(string Title, Occasion On, Places? Places = null, Privately? Only = null, Venue? At = null, FirstTime? From = null) : ICommand
{
    /// <inheritdoc/>
    public Says Run(Turn turn) => Planner.Plan<PlanEvent>(Title, On, Places, Only, At, From, turn);
}
