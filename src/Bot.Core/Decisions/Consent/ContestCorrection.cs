using Bot.Core.Commands;
using Bot.Core.Memory;
using Bot.Core.Texts;
using Bot.Core.Turns;

namespace Bot.Core.Decisions;

/// <summary>No correction stands that one could still contest.</summary>
/// <param name="Decision">The proposal's code.</param>
public sealed record NothingToContest(Ref Decision) : Says;

/// <summary>Says that a correction changes what the text means: what was answered before has to be confirmed, then.</summary>
public sealed record ContestCorrection(Proposal On) : ICommand
{
    /// <inheritdoc/>
    public Says Run(Turn turn)
    {
        var decision = On.Decision;
        Voting.RefuseIfOver(decision, turn);
        if (decision.Wordings[^1] is not { IsCorrection: true } last || turn.Now - last.At > Rules.TimeToContest || !decision.Poll(turn).Voters.Contains(turn.Member.Id))
        {
            throw new Refusal(new NothingToContest(decision.Ref));
        }

        var contested = decision.Contested();
        turn.Keep(contested);
        return Amending.Changed(contested, decision.Wordings[^2].Text, turn);
    }
}
