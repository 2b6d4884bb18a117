using Bot.Core.Commands;
using Bot.Core.Texts;
using Bot.Core.Turns;

namespace Bot.Core.Decisions;

/// <summary>Consents with a concern, which is kept with the outcome. What was answered before stands until the concern is said.</summary>
[HeardBy(Audience.Asker, IsPersonal = false)]
public sealed record GiveReserve(Proposal On, string Reason, OnBehalf? For = null) : ICommand
{
    /// <inheritdoc/>
    public Says Run(Turn turn) => Voting.Reasoned(Reason) is { } reason
        ? Voting.Answer(On.Decision, Choice.Reserve, reason, For, turn)
        : throw Doubt.NoWords<GiveReserve>(nameof(Reason), On.Decision.Ref.ToString());
}
