using Bot.Core.Facts;
using Bot.Core.Turns;

namespace Bot.Core.Decisions;

/// <summary>What elsewhere wants to be chosen or proposed is put to the coop like anything else it decides.</summary>
public sealed class OpenWanted : IReactTo<ChoiceWasWanted>, IReactTo<ChoiceWasEnough>, IReactTo<ProposalWasWanted>
{
    /// <inheritdoc/>
    public void When(ChoiceWasWanted fact, Turn turn)
    {
        var terms = new Terms { Manner = Manner.Survey, TakesSeveral = true, Options = [.. fact.Things.Select(thing => new Option(thing.Name) { Thing = thing.Thing })] };
        turn.Raise(new ChoiceWasOpened(Opening.Open(fact.Title, from: null, terms, turn).Ref));
    }

    /// <inheritdoc/>
    public void When(ChoiceWasEnough fact, Turn turn)
    {
        if (turn.Find<Decision>(fact.Decision.Number) is { IsOpen: true } decision)
        {
            Closing.Close(decision, decision.Poll(turn).Count.Answered == 0 ? Ending.NoQuorum : Ending.Told, turn);
        }
    }

    /// <inheritdoc/>
    public void When(ProposalWasWanted fact, Turn turn) => Opening.Open(fact.Text, fact.From, terms: null, turn);
}
