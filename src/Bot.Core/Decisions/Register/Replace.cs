using Bot.Core.Commands;
using Bot.Core.Texts;
using Bot.Core.Turns;

namespace Bot.Core.Decisions;

/// <summary>Proposes a text in place of a decision that stands; once it is adopted, the former one no longer does.</summary>
[Untyped]
public sealed record Replace(Proposal On, string Text) : ICommand
{
    /// <inheritdoc/>
    public Says Run(Turn turn) => On.Decision.Stands
        ? Opening.Open(Propose.TextOf(Text), new Effect(Ends: On.Decision.Id), turn)
        : throw new Refusal(new DecisionIsClosed(On.Decision.Ref, On.Decision.Title));
}
