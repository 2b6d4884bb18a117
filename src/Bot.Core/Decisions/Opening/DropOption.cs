using Bot.Core.Commands;
using Bot.Core.Memory;
using Bot.Core.Texts;
using Bot.Core.Turns;

namespace Bot.Core.Decisions;

/// <summary>There is one less to choose from; the others keep their numbers and what was answered.</summary>
/// <param name="Decision">The code.</param>
/// <param name="Option">What was taken off.</param>
public sealed record OptionDropped(Ref Decision, Says Option) : Says;

/// <summary>Takes an option off, of a survey or of dates: who opened it may. What was said of the others stays.</summary>
public sealed record DropOption(Proposal On, PageNumber Number) : ICommand
{
    /// <inheritdoc/>
    public Says Run(Turn turn)
    {
        var decision = On.Decision;
        decision.RefuseIfNotMine(turn);
        if (decision.Terms is not { Manner: Manner.Survey or Manner.Dates } terms || terms.Numbers.Count <= OptionList.Fewest)
        {
            throw new Refusal(new ListIsClosed(decision.Ref, decision.Title));
        }

        var number = BySurvey.Options([Number.Number], decision)[0];
        var gone = terms.Options[number - 1];
        turn.Keep(decision with { Terms = terms with { Options = terms.Options.SetItem(number - 1, gone with { IsGone = true }) } });
        return new OptionDropped(decision.Ref, OptionNames.Of(gone));
    }
}
