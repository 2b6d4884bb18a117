using Bot.Core.Chat;
using Bot.Core.Commands;
using Bot.Core.Memory;
using Bot.Core.Texts;
using Bot.Core.Turns;

namespace Bot.Core.Decisions;

/// <summary>A question was noted.</summary>
/// <param name="Decision">The proposal's code.</param>
/// <param name="Author">Who is told of it.</param>
public sealed record QuestionNoted(Ref Decision, string Author) : Says;

/// <summary>To the author of a proposal: somebody asks something.</summary>
/// <param name="Decision">The proposal's code.</param>
/// <param name="Title">Its title.</param>
/// <param name="Who">Who asks.</param>
/// <param name="Text">What.</param>
public sealed record SomebodyAsks(Ref Decision, string Title, string Who, string Text) : Says;

/// <summary>« Répondre », on a button.</summary>
public sealed record GiveAnswer : Says;

/// <summary>Asks something about a proposal. While it waits for its answer, nothing is adopted early.</summary>
[HeardBy(Audience.Asker, IsPersonal = false)]
public sealed record AskAboutIt(Proposal On, string Text) : ICommand
{
    /// <inheritdoc/>
    public Says Run(Turn turn)
    {
        var decision = On.Decision;
        Voting.RefuseIfOver(decision, turn);
        var text = Voting.Reasoned(Text) ?? throw Doubt.NoWords<AskAboutIt>(nameof(Text), decision.Ref.ToString());
        var inquiry = new Inquiry { Id = turn.NextId<Inquiry>(), Decision = decision.Id, Member = turn.Member.Id, Text = text, At = turn.SaidAt };
        turn.Keep(inquiry);
        var author = turn.Find<Member>(decision.Author)!;
        if (author.Id != turn.Member.Id && turn.HasPrivateChat(author))
        {
            turn.Tell(author, new SomebodyAsks(decision.Ref, decision.Title, turn.Member.Name, text) { Offers = [AnswerInquiry.Offer(decision, inquiry)] }, OutgoingKind.Ballot);
        }

        Course.Follow(decision, turn);
        return new QuestionNoted(decision.Ref, author.Name);
    }
}
