using Bot.Core.Commands;
using Bot.Core.Memory;
using Bot.Core.Texts;
using Bot.Core.Turns;

namespace Bot.Core.Decisions;

/// <summary>An objection was lifted. That is no accord: what they answer now is asked for.</summary>
/// <param name="Decision">The proposal's code.</param>
public sealed record ObjectionLifted(Ref Decision) : Says;

/// <summary>Who would lift an objection has none.</summary>
/// <param name="Decision">The proposal's code.</param>
public sealed record NoObjectionOfYours(Ref Decision) : Says;

/// <summary>Lifts one's own objection. Nobody lifts another's.</summary>
[HeardBy(Audience.Asker, IsPersonal = false)]
public sealed record LiftObjection(Proposal On) : ICommand
{
    /// <inheritdoc/>
    public Says Run(Turn turn)
    {
        var decision = On.Decision;
        Voting.RefuseIfOver(decision, turn);
        if (decision.BallotOf(turn.Member.Id, turn) is not { IsObjection: true } ballot)
        {
            throw new Refusal(new NoObjectionOfYours(decision.Ref));
        }

        turn.Keep(ballot.Lifted(turn.SaidAt, decision.Version));
        Course.Follow(decision, turn);
        return new ObjectionLifted(decision.Ref) { Offers = Offering.Answers(decision) };
    }
}
