using Bot.Core.Commands;
using Bot.Core.Language;
using Bot.Core.Memory;
using Bot.Core.Turns;
using NodaTime;

namespace Bot.Core.Agenda;

/// <summary>Two events for who only tries: a meeting to which a neighbour comes, and something that comes again each week.</summary>
public sealed class SampleEvents : IFurnish
{
    /// <inheritdoc/>
    public IEnumerable<Document> Furniture(Turn turn, IReadOnlyList<Member> neighbours)
    {
        if (turn.Parts.Texts.Words(turn.Settings.Language, "SampleEvents.words") is not [var meeting, var market])
        {
            yield break;
        }

        var tuesday = turn.Today.Next(IsoDayOfWeek.Tuesday);
        var met = new CoopEvent { Id = turn.NextId<CoopEvent>(), Title = meeting, Room = turn.Settings.Home, Time = new EventTime(tuesday, new LocalTime(18, 30)) };
        yield return met;
        yield return new Rsvp { Id = turn.NextId<Rsvp>(), Event = met.Id, Member = neighbours[0].Id, At = turn.Now };
        yield return new CoopEvent
        {
            Id = turn.NextId<CoopEvent>(),
            Title = market,
            Room = turn.Settings.Home,
            Time = new EventTime(turn.Today.Next(IsoDayOfWeek.Saturday), new LocalTime(10, 0)) { Length = Duration.FromHours(2) },
            Series = new EventSeries(new RecurrenceRule(Frequency.Weekly)),
        };
    }

    /// <inheritdoc/>
    public IEnumerable<Offer> ToTry(Turn turn) => [];
}
