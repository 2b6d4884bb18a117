using Bot.Core.Facts;
using Bot.Core.Memory;
using Bot.Core.Turns;

namespace Bot.Core.Agenda;

/// <summary>A date that people settled on stands on the agenda, and those who said that they can come do.</summary>
public sealed class PutChosenDate : IReactTo<DateWasChosen>
{
    /// <inheritdoc/>
    public void When(DateWasChosen fact, Turn turn)
    {
        var planned = new CoopEvent
        {
            Id = turn.NextId<CoopEvent>(),
            Title = fact.Title,
            Room = turn.Room?.Id ?? turn.Settings.Home,
            Time = fact.Time,
            From = fact.From,
        };
        turn.Keep(planned);
        foreach (var (member, reply) in fact.Coming.Select(member => (member, Reply.Yes)).Concat(fact.Perhaps.Select(member => (member, Reply.Maybe))))
        {
            turn.Keep(new Rsvp { Id = turn.NextId<Rsvp>(), Event = planned.Id, Member = member, Reply = reply, At = turn.Now });
        }

        Nights.Plan(turn);
        turn.Raise(new EventWasPlanned(planned.Ref, planned.Title, turn.Member.Id, planned.From));
        if (turn.Find<Room>(planned.Room) is { } room)
        {
            turn.PutUp(room, planned.Ref.ToString());
        }
    }
}
