using System.Collections.Immutable;
using Bot.Core.Commands;
using Bot.Core.Texts;
using Bot.Core.Turns;

namespace Bot.Core.Decisions;

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

        var terms = new Terms
        {
            Manner = Manner.Advice,
            Days = ByAdvice.DaysToAnswer,
            Asked = asked,
            Special = Experts.Members.Count == 0 ? null : [.. Experts.Members],
            WhyNone = Experts.WhyNone,
        };
        return Voted.Open<OpenAdvice>(Text.Trim(',', ';', ' ', ':'), terms, until: null, turn);
    }
}
