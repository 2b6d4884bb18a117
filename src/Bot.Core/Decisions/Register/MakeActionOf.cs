using Bot.Core.Commands;
using Bot.Core.Facts;
using Bot.Core.Memory;
using Bot.Core.Texts;
using Bot.Core.Turns;

namespace Bot.Core.Decisions;

/// <summary>What was decided is to be done by somebody.</summary>
/// <param name="Decision">The decision's code.</param>
/// <param name="Title">What.</param>
public sealed record ActionMadeOf(Ref Decision, string Title) : Says;

/// <summary>Has somebody do what was decided: the board shows it, and anybody may take it on.</summary>
public sealed record MakeActionOf(CodedDecision On, string? Title = null) : ICommand
{
    /// <inheritdoc/>
    public Says Run(Turn turn)
    {
        var decision = On.Decision;
        if (!decision.Stands)
        {
            throw new Refusal(new DoesNotStand(decision.Ref, decision.Title));
        }

        var title = Plain.Line(Title ?? decision.Title);
        turn.Raise(new ActionWasDecided(title, decision.Ref));
        return new ActionMadeOf(decision.Ref, title);
    }
}
