using Bot.Core.Commands;
using Bot.Core.Memory;
using Bot.Core.Texts;
using Bot.Core.Turns;

namespace Bot.Core.Decisions;

/// <summary>A ballot paper, for one person alone.</summary>
/// <param name="Decision">The code.</param>
/// <param name="Text">What it is about.</param>
/// <param name="Lines">The options.</param>
/// <param name="How">How to answer.</param>
/// <param name="IsSecret">Whether nobody learns who voted what.</param>
/// <param name="Next">What is asked first.</param>
public sealed record PaperReads(Ref Decision, string Text, IReadOnlyList<Says> Lines, Says How, bool IsSecret, Says? Next) : Says, IListItsChoices;

/// <summary>Hands out a ballot paper: alone with the bot, one marks the options one after the other.</summary>
[Untyped]
[HeardBy(Audience.Asker)]
public sealed record OpenPaper(Proposal On) : ICommand
{
    /// <inheritdoc/>
    public Says Run(Turn turn)
    {
        var decision = On.Decision;
        Voting.RefuseIfOver(decision, turn);
        if (decision.Method is not ByBallot method)
        {
            throw new Refusal(new DecisionIsClosed(decision.Ref, decision.Title));
        }

        var terms = decision.Terms!;
        var order = method.OrderFor(turn.Member.Id, decision, turn);
        var step = method.Next(decision, System.Collections.Immutable.ImmutableSortedDictionary<int, int>.Empty, order);
        return new PaperReads(
            decision.Ref,
            decision.Text,
            OptionNames.Lines(terms, order),
            ByBallot.HowOnPaper(decision),
            terms.IsSecret,
            step.Next)
        {
            Offers = step.Offers,
        };
    }
}
