using Bot.Core.Turns;

namespace Bot.Core.Agenda;

/// <summary>The events somebody goes to.</summary>
public sealed class ComingAlong : IEngage
{
    /// <inheritdoc/>
    public IEnumerable<Engagement> Of(int member, Turn turn)
    {
        var planning = new Planning(turn);
        return from rsvp in turn.Live<Rsvp>()
               where rsvp.Member == member && rsvp is { Reply: Reply.Yes, IsWaiting: false }
               let about = turn.Find<CoopEvent>(rsvp.Event)
               where about is { IsSettled: false }
               let which = planning.Find(about, rsvp.On)
               where which is not null
               select new Engagement(about.Ref, about.Title, which.Time);
    }
}
