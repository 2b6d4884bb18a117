using Bot.Core.Commands;
using Bot.Core.Texts;
using Bot.Core.Turns;

namespace Bot.Core.Decisions;

/// <summary>Has people grade options in words; the best majority grade is chosen. With the code of one in front, answers it.</summary>
public sealed record OpenJudgment(ThatVote? On = null, Secretly? Secret = null, Delay? Until = null, string? Text = null) : ICommand
{
    /// <inheritdoc/>
    public Says Run(Turn turn) => Voted.OnOptions<OpenJudgment>(Text, On, Until, new Terms { Manner = Manner.Judgment, IsSecret = Secret is not null }, turn);
}
