using Bot.Core.Commands;
using Bot.Core.Texts;
using Bot.Core.Turns;

namespace Bot.Core.Decisions;

/// <summary>Has people vote for or against something, by a majority. With the code of one in front, answers it.</summary>
public sealed record OpenVote(ThatVote? On = null, MajorityRule? By = null, Secretly? Secret = null, Delay? Until = null, string? Text = null) : ICommand
{
    /// <inheritdoc/>
    public Says Run(Turn turn) => On is not null
        ? Casting.Cast(On.Decision, Text ?? "", turn)
        : Voted.Open<OpenVote>(
            Text ?? throw Doubt.NoWords<OpenVote>(nameof(Text)),
            new Terms { Manner = Manner.Majority, IsSecret = Secret is not null, Majority = By?.Majority ?? Majority.Simple, Base = By?.Base ?? Base.Expressed },
            Until,
            turn);
}
