using Bot.Core.Texts;

namespace Bot.Core.Turns;

/// <summary>A polite no. What the turn staged is forgotten; the answer and its offers are kept.</summary>
/// <param name="says">What to answer: why not, and what to do instead.</param>
public sealed class Refusal(Says says) : Exception
{
    /// <summary>What to answer.</summary>
    public Says Says { get; } = says;
}
