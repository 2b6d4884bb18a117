using Bot.Core.Commands;
using Bot.Core.Jobs;
using Bot.Core.Memory;
using Bot.Core.Texts;
using Bot.Core.Turns;
using NodaTime;

namespace Bot.Core.Decisions;

/// <summary>A decision is to be looked at again: the three questions.</summary>
/// <param name="Decision">Its code.</param>
/// <param name="Title">Its title.</param>
/// <param name="Since">Since when it holds.</param>
public sealed record TimeToReview(Ref Decision, string Title, LocalDate Since) : Says;

/// <summary>« Reconduire », on a button.</summary>
public sealed record RenewIt : Says;

/// <summary>« Proposer d'y mettre fin », on a button.</summary>
public sealed record ProposeToEndIt : Says;

/// <summary>A decision goes on.</summary>
/// <param name="Decision">Its code.</param>
/// <param name="Title">Its title.</param>
/// <param name="On">When it is looked at again.</param>
public sealed record DecisionRenewed(Ref Decision, string Title, LocalDate On) : Says;

/// <summary>The text of a proposal that ends a decision.</summary>
/// <param name="Ends">The decision's code.</param>
/// <param name="Title">Its title.</param>
public sealed record EndThatDecision(Ref Ends, string Title) : Says;

/// <summary>Only what was adopted, and still holds, is looked at again.</summary>
/// <param name="Decision">Its code.</param>
/// <param name="Title">Its title.</param>
public sealed record DoesNotStand(Ref Decision, string Title) : Says;

/// <summary>What becomes of a decision that is looked at again: « reconduire », « abroger ».</summary>
/// <param name="Ends">Whether it is to end.</param>
public sealed record ReviewVerdict(bool Ends) : IReadable<ReviewVerdict>
{
    /// <inheritdoc/>
    public static ReviewVerdict? Read(Words words, Asked how, Turn turn)
    {
        for (var i = 0; i < words.Left.Count; i++)
        {
            var ends = turn.Parts.Texts.Words("RepealIt.words").Contains(words.Left[i].Folded);
            if (ends || turn.Parts.Texts.Words("RenewIt.words").Contains(words.Left[i].Folded))
            {
                words.Take(i, 1);
                return new ReviewVerdict(ends);
            }
        }

        return null;
    }
}

/// <summary>Looks at a decision again: keeps it for as long as before, or proposes to end it. Another text is proposed with /amender.</summary>
public sealed record ReviewDecision(CodedDecision On, ReviewVerdict? As = null) : ICommand
{
    /// <inheritdoc/>
    public Says Run(Turn turn)
    {
        var decision = On.Decision;
        if (!decision.Stands)
        {
            throw new Refusal(new DoesNotStand(decision.Ref, decision.Title));
        }

        if (As is null)
        {
            return Ask(decision, turn);
        }

        if (As.Ends)
        {
            var text = turn.Parts.Texts.Write(new EndThatDecision(decision.Ref, decision.Title), turn.VoiceIn(turn.Room));
            return Opening.Open(text, new Effect(Ends: decision.Id), turn);
        }

        var renewed = decision with { ReviewOn = turn.Today.PlusMonths(decision.Rules.ReviewMonths) };
        turn.Keep(renewed);
        AskForReview.Plan(renewed, turn);
        return new DecisionRenewed(renewed.Ref, renewed.Title, renewed.ReviewOn.Value);
    }

    /// <summary>The three questions, and what can be done.</summary>
    internal static TimeToReview Ask(Decision decision, Turn turn) => new(decision.Ref, decision.Title, decision.Closure!.At.InZone(turn.Zone).Date)
    {
        Offers = [Offer(new RenewIt(), "RenewIt.words", decision, turn), Offer(new ProposeToEndIt(), "RepealIt.words", decision, turn)],
    };

    private static Offer Offer(Says label, string words, Decision decision, Turn turn)
    {
        var offer = Offering.To<ReviewDecision>(label, decision);
        return offer with { Intent = offer.Intent.With(nameof(As), turn.Parts.Texts.Words(words)[0]) };
    }
}

/// <summary>Asks the coop whether a decision still serves it; late, it still does.</summary>
/// <param name="Subject">The decision's code.</param>
public sealed record AskForReview(string Subject) : Job(Subject)
{
    private static readonly LocalTime InTheMorning = new(9, 0);

    /// <inheritdoc/>
    public override void Run(Turn turn, Instant due)
    {
        if (Ref.TryParse(Subject, out var code) && turn.Find<Decision>(code.Number) is { Stands: true, ReviewOn: { } day } decision && day <= turn.Today
            && turn.Find<Room>(turn.Settings.Home) is { } home)
        {
            turn.Tell(home, ReviewDecision.Ask(decision, turn));
        }
    }

    /// <summary>Sees to it that the coop is asked on that day.</summary>
    internal static void Plan(Decision decision, Turn turn) =>
        turn.At(decision.ReviewOn!.Value.At(InTheMorning).InZoneLeniently(turn.Zone).ToInstant(), new AskForReview(decision.Ref.ToString()));
}
