using Bot.Core.Commands;
using Bot.Core.Facts;
using Bot.Core.Memory;
using Bot.Core.Texts;
using Bot.Core.Turns;
using NodaTime;

namespace Bot.Core.Decisions;

/// <summary>How a proposal ended, with what its author added.</summary>
/// <param name="Decision">Its code.</param>
/// <param name="Text">Its text.</param>
/// <param name="Outcome">How it ended.</param>
/// <param name="Count">What was counted.</param>
/// <param name="Lines">Concerns and objections.</param>
/// <param name="Note">What was added.</param>
/// <param name="ReviewOn">When it is looked at again.</param>
public sealed record OutcomeReads(Ref Decision, string Text, Says Outcome, Says Count, IReadOnlyList<Says> Lines, string? Note, LocalDate? ReviewOn) : Says;

/// <summary>Something was added to an outcome.</summary>
/// <param name="Decision">The decision's code.</param>
/// <param name="Text">What.</param>
/// <param name="Who">Who added it.</param>
public sealed record OutcomeCompleted(Ref Decision, string Text, string Who) : Says;

/// <summary>The proposal is still open.</summary>
/// <param name="Decision">Its code.</param>
/// <param name="Title">Its title.</param>
public sealed record StillOpen(Ref Decision, string Title) : Says;

/// <summary>It is too late to add something to an outcome.</summary>
/// <param name="Decision">The decision's code.</param>
/// <param name="Hours">How long one can.</param>
public sealed record TooLateToComplete(Ref Decision, int Hours) : Says;

/// <summary>Shows how a proposal ended; or adds to it: its author for two days, or whoever says what the meeting made of it.</summary>
public sealed record ShowOutcome(CodedDecision On, string? Text = null) : ICommand
{
    private static readonly Duration TimeToComplete = Duration.FromHours(48);

    /// <inheritdoc/>
    public Says Run(Turn turn)
    {
        var decision = On.Decision;
        if (decision.Closure is not { } closure)
        {
            throw new Refusal(new StillOpen(decision.Ref, decision.Title));
        }

        return Text is null ? Show(decision, turn) : Complete(decision, closure, Text, turn);
    }

    private static OutcomeReads Show(Decision decision, Turn turn) => new(
        decision.Ref,
        decision.Text,
        DecisionCard.Outcome(decision),
        decision.Method.Counted(decision, turn),
        decision.Method.Lines(decision, turn),
        decision.Note,
        decision.ReviewOn)
    {
        Offers = decision.Stands ? [Offering.ToMakeAction(decision)] : [],
    };

    private static OutcomeCompleted Complete(Decision decision, Closure closure, string typed, Turn turn)
    {
        var isCoordination = turn.Member.Roles.Contains(Role.Coordination);
        if (turn.Member.Id != decision.Author && !isCoordination)
        {
            throw new Refusal(new OnlyItsAuthor(decision.Ref, turn.Find<Member>(decision.Author)!.Name));
        }

        if (!closure.Ending.IsForMeeting() && turn.Now - closure.At > TimeToComplete)
        {
            throw new Refusal(new TooLateToComplete(decision.Ref, (int)TimeToComplete.TotalHours));
        }

        var text = Voting.Reasoned(typed) ?? throw Doubt.NoWords<ShowOutcome>(nameof(Text), decision.Ref.ToString());
        turn.Keep(decision with { Note = text });
        turn.Raise(new OutcomeWasWritten(decision.Ref, decision.Title, turn.Member.Id, text));
        return new OutcomeCompleted(decision.Ref, text, turn.Member.Name);
    }
}
