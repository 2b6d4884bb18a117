using Bot.Core.Chat;
using Bot.Core.Commands;
using Bot.Core.Memory;
using Bot.Core.Texts;
using Bot.Core.Turns;

namespace Bot.Core.Decisions;

/// <summary>What another had written down for somebody no longer counts.</summary>
/// <param name="Decision">The proposal's code.</param>
public sealed record AnswerTakenBack(Ref Decision) : Says;

/// <summary>To who had written it down.</summary>
/// <param name="Who">For whom.</param>
/// <param name="Decision">The proposal's code.</param>
public sealed record TheyNeverSaidThat(string Who, Ref Decision) : Says;

/// <summary>Says that what another wrote down is not what one answered.</summary>
[Untyped]
[HeardBy(Audience.Asker, IsPersonal = false)]
public sealed record TakeAnswerBack(Proposal On) : ICommand
{
    /// <inheritdoc/>
    public Says Run(Turn turn)
    {
        var decision = On.Decision;
        Voting.RefuseIfOver(decision, turn);
        if (decision.BallotOf(turn.Member.Id, turn) is { By: { } by } ballot)
        {
            turn.Remove(ballot);
            Casting.TakeOut(decision, turn.Member.Id, turn);
            turn.Tell(turn.Find<Member>(by)!, new TheyNeverSaidThat(turn.Member.Name, decision.Ref), OutgoingKind.Ballot);
            Course.Follow(decision, turn);
        }

        return new AnswerTakenBack(decision.Ref) { Offers = Offering.Answers(decision) };
    }
}
