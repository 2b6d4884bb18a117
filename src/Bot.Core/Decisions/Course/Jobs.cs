using Bot.Core.Jobs;
using Bot.Core.Memory;
using Bot.Core.Turns;
using NodaTime;

namespace Bot.Core.Decisions;

/// <summary>Looks at a proposal when something may happen to it by itself. It works everything out anew, so coming late does no harm.</summary>
/// <param name="Subject">The proposal's code.</param>
public sealed record LookAtDecision(string Subject) : Job(Subject)
{
    // A bot that was away for a moment around the deadline owes people the time they could not use.
    private static readonly Duration Forgiven = Duration.FromHours(2);
    private static readonly Duration OnTime = Duration.FromMinutes(1);

    /// <inheritdoc/>
    public override void Run(Turn turn, Instant due)
    {
        if (!Ref.TryParse(Subject, out var code) || turn.Find<Decision>(code.Number) is not { IsOpen: true } decision)
        {
            return;
        }

        var progress = decision.Progress(turn);
        if (MakingUp(turn, progress.CoolingUntil ?? progress.Deadline) is { } away)
        {
            turn.Keep((progress with
            {
                Deadline = progress.CoolingUntil is null ? progress.Deadline + away : progress.Deadline,
                CoolingUntil = progress.CoolingUntil + away,
            }).With(turn.Now, Turning.MadeUpFor));
        }

        Course.Follow(decision, turn);
    }

    /// <summary>Whether a time that was over when the bot came back is still made up for.</summary>
    internal static bool IsForgiven(Instant over, Instant now) => now - over <= Forgiven;

    private static Duration? MakingUp(Turn turn, Instant over) =>
        turn.AwaySince is { } left && left < over && over + OnTime < turn.Now && IsForgiven(over, turn.Now) ? turn.Now - left : null;
}
