using Bot.Core.Chat;
using Bot.Core.Commands;
using Bot.Core.Memory;
using Bot.Core.Texts;
using Bot.Core.Turns;

namespace Bot.Core.Decisions;

/// <summary>Asked before a proposal is left to a meeting.</summary>
/// <param name="Decision">Its code.</param>
/// <param name="Title">Its title.</param>
public sealed record ReallyRefer(Ref Decision, string Title) : Says;

/// <summary>To the author: somebody would rather talk about it.</summary>
/// <param name="Decision">The proposal's code.</param>
/// <param name="Who">Who would.</param>
public sealed record RatherTalkAboutIt(Ref Decision, string Who) : Says;

/// <summary>« Renvoyer en réunion », on a button.</summary>
public sealed record ReferIt : Says;

/// <summary>To somebody whose wish was handed on to the author.</summary>
/// <param name="Decision">The proposal's code.</param>
/// <param name="Author">The author.</param>
public sealed record WishHandedOn(Ref Decision, string Author) : Says;

/// <summary>Leaves a proposal to the next meeting: its author does, or the coordination; the wish of others is handed on.</summary>
[Careful]
[HeardBy(Audience.Asker, IsPersonal = false)]
public sealed record ReferDecision(Proposal On) : ICommand
{
    /// <inheritdoc/>
    public Says Run(Turn turn)
    {
        var decision = On.Decision;
        Voting.RefuseIfOver(decision, turn);
        if (turn.Member.Id != decision.Author && !turn.Member.Roles.Contains(Role.Coordination))
        {
            var author = turn.Find<Member>(decision.Author)!;
            turn.Tell(author, new RatherTalkAboutIt(decision.Ref, turn.Member.Name) { Offers = [Offering.To<ReferDecision>(new ReferIt(), decision)] }, OutgoingKind.Ballot);
            return new WishHandedOn(decision.Ref, author.Name);
        }

        turn.Confirm(new ReallyRefer(decision.Ref, decision.Title));
        var closed = Closing.Close(decision, Ending.Referred, turn);
        return closed.Method.Result(closed, closed.Poll(turn), turn);
    }
}
