using Bot.Core.Commands;
using Bot.Core.Language;
using Bot.Core.Memory;
using Bot.Core.Turns;
using NodaTime;

namespace Bot.Core.Rotas;

/// <summary>A rota for who only tries: the turn is a neighbour's, and theirs is next.</summary>
public sealed class SampleRotas : IFurnish
{
    /// <inheritdoc/>
    public IEnumerable<Document> Furniture(Turn turn, IReadOnlyList<Member> neighbours)
    {
        yield return new Rota
        {
            Id = turn.NextId<Rota>(),
            Title = turn.Parts.Texts.Words(turn.Settings.Language, "SampleRotas.words")[0],
            Room = turn.Settings.Home,
            Holder = neighbours[0].Id,
            Queue = [turn.Member.Id, .. neighbours.Skip(1).Select(neighbour => neighbour.Id)],
            Next = new EventTime(turn.Today.Next(IsoDayOfWeek.Monday)),
            Series = new EventSeries(new RecurrenceRule(Frequency.Weekly)),
        };
    }

    /// <inheritdoc/>
    public IEnumerable<Offer> ToTry(Turn turn) => [];
}
