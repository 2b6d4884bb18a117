using Bot.Core.Commands;
using Bot.Core.Language;
using Bot.Core.Memory;
using Bot.Core.Turns;
using NodaTime;

namespace Bot.Core.Actions;

/// <summary>A few actions for who only tries: the last one is a neighbour's, the others are free. One comes back each Monday.</summary>
public sealed class SampleActions : IFurnish
{
    /// <inheritdoc/>
    public IEnumerable<Document> Furniture(Turn turn, IReadOnlyList<Member> neighbours)
    {
        var titles = turn.Parts.Texts.Words(turn.Settings.Language, "SampleActions.words");
        return
        [
            .. titles.Select((title, index) => new CoopAction { Id = turn.NextId<CoopAction>(), Title = title, Owners = index == titles.Count - 1 ? [neighbours[0].Id] : [] }),
            EachMonday(turn),
        ];
    }

    /// <inheritdoc/>
    public IEnumerable<Offer> ToTry(Turn turn) =>
        turn.Live<CoopAction>().Where(action => action.IsFree).Take(1).Select(action => ClaimAction.OfferToTake(action) with { Label = new TakeThat(action.Ref) });

    private static CoopAction EachMonday(Turn turn)
    {
        var monday = turn.Today.Next(IsoDayOfWeek.Monday);
        var again = new Comeback(new Occasion(new EventTime(monday), new EventSeries(new RecurrenceRule(Frequency.Weekly) { Days = [new NthDay(IsoDayOfWeek.Monday)] })), After: null);
        var action = new CoopAction { Id = turn.NextId<CoopAction>(), Title = turn.Parts.Texts.Words(turn.Settings.Language, "SampleRhythm.words")[0] };
        return action.ComingBack(again, from: null);
    }
}
