using Bot.Core.Commands;
using Bot.Core.Texts;
using Bot.Core.Turns;

namespace Bot.Core.Decisions;

/// <summary>Has people score options from 0 to 5; the best mean is chosen. With the code of one in front, answers it.</summary>
public sealed record OpenScores(ThatVote? On = null, Secretly? Secret = null, Delay? Until = null, string? Text = null) : ICommand
{
    /// <inheritdoc/>
    public Says Run(Turn turn) => Voted.OnOptions<OpenScores>(Text, On, Until, new Terms { Manner = Manner.Scores, IsSecret = Secret is not null }, turn);
}
