using System.Collections.Immutable;
using Bot.Core.Commands;
using Bot.Core.Language;
using Bot.Core.Texts;
using Bot.Core.Turns;

namespace Bot.Core.Decisions;

/// <summary>Something that costs more than one person decides alone.</summary>
/// <param name="Amount">What it costs.</param>
/// <param name="Most">The most it may cost.</param>
public sealed record CostsTooMuch(Money Amount, Money Most) : Says;

/// <summary>« Proposer au groupe », on a button.</summary>
public sealed record ProposeIt : Says;

/// <summary>Somebody who would do something asks those whom it concerns, and those who know, before deciding.</summary>
public sealed record OpenAdvice(Concerned Concerned, Experts Experts, string Text) : ICommand
{
    /// <inheritdoc/>
    public Says Run(Turn turn)
    {
        ImmutableSortedSet<int> asked = [.. Concerned.Members.Concat(Experts.Members).Where(member => member != turn.Member.Id)];
        if (asked.IsEmpty)
        {
            throw Doubt.NoWords<OpenAdvice>(nameof(Concerned), Text);
        }

        var text = Text.Trim(',', ';', ' ', ':');
        if (Charter.Of(turn).Rules.AdviceUpTo is { } most && turn.Parts.Reader.ReadMoney(text, turn.Settings.Language) is { IsRead: true, Value: var amount }
            && amount.Currency == most.Currency && amount.Cents > most.Cents)
        {
            throw new Refusal(new CostsTooMuch(amount, most) { Offers = [new Offer(new ProposeIt(), Intent.To<Propose>().With(nameof(Propose.Text), text))] });
        }

        var terms = new Terms
        {
            Manner = Manner.Advice,
            Days = ByAdvice.DaysToAnswer,
            Asked = asked,
            Special = Experts.Members.Count == 0 ? null : [.. Experts.Members],
            WhyNone = Experts.WhyNone,
        };
        return Voted.Open<OpenAdvice>(text, terms, until: null, turn);
    }
}
