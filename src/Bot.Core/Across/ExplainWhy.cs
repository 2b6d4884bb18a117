using Bot.Core.Commands;
using Bot.Core.Memory;
using Bot.Core.Texts;
using Bot.Core.Turns;

namespace Bot.Core.Across;

/// <summary>Says why something is as it is: the rule, the counts, what is missing.</summary>
public sealed record ExplainWhy(Target<IExplained> Thing) : ICommand, ISeeks<ExplainWhy, IExplained>
{
    /// <inheritdoc/>
    public Says Run(Turn turn) => Thing.Value.Explain(turn);

    /// <inheritdoc/>
    public static IEnumerable<IEnumerable<IExplained>> Candidates(Turn turn) => [turn.LiveHaving<IExplained>()];

    /// <inheritdoc/>
    public static IEnumerable<IExplained> WhatIsOver(Turn turn) => turn.AllHaving<IExplained>();
}
