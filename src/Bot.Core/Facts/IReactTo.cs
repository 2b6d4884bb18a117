using Bot.Core.Turns;

namespace Bot.Core.Facts;

/// <summary>
/// A slice's reaction to something that another slice did, in the same turn and the same commit. Needs a constructor without
/// parameters; is found by itself.
/// </summary>
/// <typeparam name="TFact">A past-tense record of plain values from Bot.Core.Facts.</typeparam>
public interface IReactTo<in TFact>
{
    /// <summary>Reacts: reads what the turn has staged, keeps and tells. It cannot refuse.</summary>
    /// <param name="fact">What happened.</param>
    /// <param name="turn">The turn it happened in.</param>
    void When(TFact fact, Turn turn);
}
