using Bot.Core.Commands;
using Bot.Core.Memory;
using Bot.Core.Texts;
using Bot.Core.Turns;

namespace Bot.Core.Decisions;

/// <summary>There is one more to choose from.</summary>
/// <param name="Decision">The code.</param>
/// <param name="Option">What was added.</param>
/// <param name="Number">Its number.</param>
/// <param name="Who">Who added it.</param>
public sealed record OptionAdded(Ref Decision, Says Option, int Number, string Who) : Says;

/// <summary>The options stand as they are.</summary>
/// <param name="Decision">The code.</param>
/// <param name="Title">The title.</param>
public sealed record ListIsClosed(Ref Decision, string Title) : Says;

/// <summary>Adds something to choose from: where the list is open, everybody may; what was answered stays.</summary>
public sealed record AddOption(Proposal On, string Text) : ICommand
{
    /// <inheritdoc/>
    public Says Run(Turn turn)
    {
        var decision = On.Decision;
        Voting.RefuseIfOver(decision, turn);
        if (decision.Terms is not { Manner: Manner.Survey or Manner.Dates } terms || (!terms.TakesMore && turn.Member.Id != decision.Author))
        {
            throw new Refusal(new ListIsClosed(decision.Ref, decision.Title));
        }

        IReadOnlyList<Option> added = terms.Manner == Manner.Dates ? OptionList.SlotsOf(Text, turn) : [new Option(Plain.Short(Plain.Line(Text)))];
        KeepDate.RefuseIfOver(added, turn);
        var wider = terms with { Options = terms.Options.AddRange(added) };
        OptionList.RefuseTwice(wider.Options);
        if (wider.Numbers.Count > OptionList.Most)
        {
            throw new Refusal(new HowManyOptions(OptionList.Fewest, OptionList.Most, new Prompt("AddOption.example")));
        }

        turn.Keep(decision with { Terms = wider });
        return new OptionAdded(decision.Ref, OptionNames.Of(added[0]), terms.Options.Count + 1, turn.Member.Name);
    }
}
