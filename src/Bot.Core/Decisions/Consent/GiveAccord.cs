using Bot.Core.Commands;
using Bot.Core.Texts;
using Bot.Core.Turns;

namespace Bot.Core.Decisions;

/// <summary>Consents to a proposal.</summary>
[HeardBy(Audience.Asker, IsPersonal = false)]
public sealed record GiveAccord(Proposal On, OnBehalf? For = null) : ICommand, ISuitMoments
{
    /// <inheritdoc/>
    public static bool FitsNow(Turn turn) => turn.Live<Decision>().Any(decision => decision.IsOpen);

    /// <inheritdoc/>
    public Says Run(Turn turn) => Voting.Answer(On.Decision, Choice.Accord, reason: null, For, turn);
}
