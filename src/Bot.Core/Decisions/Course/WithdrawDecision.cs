using Bot.Core.Commands;
using Bot.Core.Memory;
using Bot.Core.Texts;
using Bot.Core.Turns;

namespace Bot.Core.Decisions;

/// <summary>Asked before a proposal is taken back for good.</summary>
/// <param name="Decision">Its code.</param>
/// <param name="Title">Its title.</param>
public sealed record ReallyWithdraw(Ref Decision, string Title) : Says;

/// <summary>Takes one's own proposal back. It stays in the register.</summary>
[Careful]
[HeardBy(Audience.Asker, IsPersonal = false)]
public sealed record WithdrawDecision(Proposal On) : ICommand
{
    /// <inheritdoc/>
    public Says Run(Turn turn)
    {
        On.Decision.RefuseIfNotMine(turn);
        turn.Confirm(new ReallyWithdraw(On.Decision.Ref, On.Decision.Title));
        var closed = Closing.Close(On.Decision, Ending.Withdrawn, turn);
        return new DecisionWithdrawn(closed.Ref, closed.Title, turn.Member.Name);
    }
}
