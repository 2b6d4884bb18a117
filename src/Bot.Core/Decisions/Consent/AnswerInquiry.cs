using System.Globalization;
using Bot.Core.Chat;
using Bot.Core.Commands;
using Bot.Core.Memory;
using Bot.Core.Texts;
using Bot.Core.Turns;

namespace Bot.Core.Decisions;

/// <summary>A question was answered.</summary>
/// <param name="Decision">The proposal's code.</param>
/// <param name="Question">The question.</param>
/// <param name="Answer">The answer.</param>
/// <param name="Who">Who answered.</param>
public sealed record QuestionAnswered(Ref Decision, string Question, string Answer, string Who) : Says;

/// <summary>No question waits for an answer.</summary>
/// <param name="Decision">The proposal's code.</param>
public sealed record NoOpenQuestion(Ref Decision) : Says;

/// <summary>Which question is meant: only buttons say it.</summary>
/// <param name="Number">Its number.</param>
public sealed record InquiryNumber(int Number) : IReadable<InquiryNumber>
{
    /// <inheritdoc/>
    public static InquiryNumber? Read(Words words, Asked how, Turn turn) =>
        how.IsAlone && int.TryParse(words.LeftText, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? new InquiryNumber(number) : null;
}

/// <summary>Answers a question about a proposal: the oldest one that waits, unless a button says which.</summary>
public sealed record AnswerInquiry(Proposal On, string Text, InquiryNumber? Which = null) : ICommand
{
    /// <inheritdoc/>
    public Says Run(Turn turn)
    {
        var decision = On.Decision;
        Voting.RefuseIfOver(decision, turn);
        var inquiry = decision.Inquiries(turn).FirstOrDefault(each => each.IsOpen && (Which is null || each.Id == Which.Number))
            ?? throw new Refusal(new NoOpenQuestion(decision.Ref));
        var text = Voting.Reasoned(Text) ?? throw Doubt.NoWords<AnswerInquiry>(nameof(Text), decision.Ref.ToString());
        turn.Keep(inquiry with { Answer = text, AnsweredBy = turn.Member.Id });
        Course.Follow(decision, turn);
        var answered = new QuestionAnswered(decision.Ref, inquiry.Text, text, turn.Member.Name);
        var asker = turn.Find<Member>(inquiry.Member);
        if (asker is not null && asker.Id != turn.Member.Id && turn.HasPrivateChat(asker))
        {
            turn.Tell(asker, answered with { Offers = Offering.Answers(decision) }, OutgoingKind.Ballot);
        }

        return answered;
    }

    /// <summary>The button that answers a question.</summary>
    internal static Offer Offer(Decision decision, Inquiry inquiry)
    {
        var offer = Offering.To<AnswerInquiry>(new GiveAnswer(), decision);
        return offer with { Intent = offer.Intent.With(nameof(Which), inquiry.Id) };
    }
}
