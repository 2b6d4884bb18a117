using Bot.Core.Jobs;
using Bot.Core.Memory;
using Bot.Core.Turns;
using NodaTime;

namespace Bot.Core.Actions;

/// <summary>A done action leaves the board once its week is over; late does no harm, and one that was taken up again stays.</summary>
/// <param name="Subject">The action's code.</param>
public sealed record PutActionAway(string Subject) : Job(Subject)
{
    /// <inheritdoc/>
    public override void Run(Turn turn, Instant due)
    {
        if (Ref.TryParse(Subject, out var code) && turn.Find<CoopAction>(code.Number) is { IsOpen: false } done)
        {
            turn.KeepQuietly(done with { IsPutAway = true });
            foreach (var former in done.Passing(turn).ToList())
            {
                turn.Remove(former);
            }

            // What comes back keeps what people wrote on it.
            if (done.Returns is not null)
            {
                return;
            }

            foreach (var note in done.Notes(turn).ToList())
            {
                turn.KeepQuietly(note with { IsPutAway = true });
            }

            foreach (var step in done.Steps(turn))
            {
                turn.KeepQuietly(step with { IsPutAway = true });
            }
        }
    }
}
