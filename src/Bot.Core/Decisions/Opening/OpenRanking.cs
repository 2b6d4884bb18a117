using Bot.Core.Commands;
using Bot.Core.Texts;
using Bot.Core.Turns;

namespace Bot.Core.Decisions;

/// <summary>Has people put options in order; what beats each other in a duel is chosen. With the code of one in front, answers it.</summary>
public sealed record OpenRanking(ThatVote? On = null, Secretly? Secret = null, SeatsToFill? Seats = null, Delay? Until = null, string? Text = null) : ICommand
{
    /// <inheritdoc/>
    public Says Run(Turn turn) => Voted.OnOptions<OpenRanking>(Text, On, Until, new Terms { Manner = Manner.Ranking, IsSecret = Secret is not null, Seats = Seats?.Count ?? 1 }, turn);
}
