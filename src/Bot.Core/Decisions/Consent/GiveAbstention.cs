using Bot.Core.Commands;
using Bot.Core.Texts;
using Bot.Core.Turns;

namespace Bot.Core.Decisions;

/// <summary>Leaves a proposal to the others.</summary>
[HeardBy(Audience.Asker, IsPersonal = false)]
public sealed record GiveAbstention(Proposal On, OnBehalf? For = null) : ICommand
{
    /// <inheritdoc/>
    public Says Run(Turn turn) => Voting.Answer(On.Decision, Choice.Abstention, reason: null, For, turn);
}
