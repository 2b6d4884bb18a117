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
            foreach (var note in done.Notes(turn).ToList())
            {
                turn.KeepQuietly(note with { IsPutAway = true });
            }

            foreach (var step in done.Steps(turn))
            {
                turn.KeepQuietly(step with { IsPutAway = true });
            }

            foreach (var settled in Passing(done, turn).ToList())
            {
                turn.Remove(settled);
            }
        }
    }

    // What was only of use while it was to be done.
    private static IEnumerable<Document> Passing(CoopAction done, Turn turn) =>
    [
        .. done.Beside<SeatWish>(turn),
        .. done.Beside<Handing>(turn),
        .. done.Beside<Snooze>(turn),
        .. done.Beside<Nudged>(turn),
    ];
}
