using Bot.Core.Commands;
using Bot.Core.Memory;
using Bot.Core.Turns;

namespace Bot.Core.Actions;

/// <summary>A few actions for who only tries: the last one is a neighbour's, the others are free.</summary>
public sealed class SampleActions : IFurnish
{
    /// <inheritdoc/>
    public IEnumerable<Document> Furniture(Turn turn, IReadOnlyList<Member> neighbours)
    {
        var titles = turn.Parts.Texts.Words(turn.Settings.Language, "SampleActions.words");
        return titles.Select((title, index) => new CoopAction
        {
            Id = turn.NextId<CoopAction>(),
            Title = title,
            Owners = index == titles.Count - 1 ? [neighbours[0].Id] : [],
        });
    }

    /// <inheritdoc/>
    public IEnumerable<Offer> ToTry(Turn turn) =>
        turn.Live<CoopAction>().Where(action => action.IsFree).Take(1).Select(action => ClaimAction.OfferToTake(action) with { Label = new TakeThat(action.Ref) });
}
