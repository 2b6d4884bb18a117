using System.Globalization;
using Bot.Core.Chat;
using Bot.Core.Commands;
using Bot.Core.Jobs;
using Bot.Core.Language;
using Bot.Core.Memory;
using Bot.Core.Texts;
using Bot.Core.Turns;
using NodaTime;

namespace Bot.Core.Hours;

/// <summary>A stopwatch has been running for long.</summary>
/// <param name="Time">How long.</param>
/// <param name="What">For what.</param>
public sealed record TimerStillRuns(Effort Time, string? What) : Says;

/// <summary>A stopwatch was stopped, since it ran for too long: how long did they work?</summary>
/// <param name="Time">How long it ran.</param>
/// <param name="What">For what.</param>
public sealed record TimerSuspended(Effort Time, string? What) : Says;

/// <summary>Asks whose stopwatch has run for three hours whether that is meant. Late it is asked all the same, while it runs.</summary>
/// <param name="Subject">The member's number.</param>
public sealed record RemindOfTimer(string Subject) : Job(Subject)
{
    private static readonly Duration ALongTime = Duration.FromHours(3);

    /// <inheritdoc/>
    public override void Run(Turn turn, Instant due)
    {
        var member = int.Parse(Subject, CultureInfo.InvariantCulture);
        if (turn.Find<HoursTimer>(member) is { SuspendedAt: null } timer && turn.Now - timer.Since >= ALongTime)
        {
            turn.Tell(turn.Find<Member>(member)!, new TimerStillRuns(timer.Ran(turn.Now), timer.What) { Offers = [RunTimer.OfferToStop()] }, OutgoingKind.Answer);
        }
    }

    /// <summary>Sees to it.</summary>
    internal static void Plan(HoursTimer timer, Turn turn) => turn.At(timer.Since + ALongTime, new RemindOfTimer(timer.Subject));
}

/// <summary>
/// Stops a stopwatch that was forgotten: after six hours, or when the day is over. What it measured counts for nothing until its owner says how long they
/// worked.
/// </summary>
/// <param name="Subject">The member's number.</param>
public sealed record SuspendTimer(string Subject) : Job(Subject)
{
    private static readonly Duration Longest = Duration.FromHours(6);
    private static readonly LocalTime EndOfTheDay = new(23, 59);

    /// <inheritdoc/>
    public override void Run(Turn turn, Instant due)
    {
        var member = int.Parse(Subject, CultureInfo.InvariantCulture);
        if (turn.Find<HoursTimer>(member) is not { SuspendedAt: null } timer || EndOf(timer, turn) > turn.Now)
        {
            return;
        }

        var suspended = timer with { SuspendedAt = EndOf(timer, turn) };
        turn.Keep(suspended);
        turn.Tell(turn.Find<Member>(member)!, Ask(suspended), OutgoingKind.Answer);
    }

    /// <summary>Asks how long they worked.</summary>
    internal static TimerSuspended Ask(HoursTimer timer)
    {
        var ran = timer.Ran(timer.SuspendedAt!.Value);
        var half = new Effort(ran.Minutes / 2);
        return new TimerSuspended(ran, timer.What)
        {
            Offers =
            [
                .. new[] { ran, half }.Select(time => new Offer(new ThatLong(time), Intent.To<RunTimer>().With(nameof(RunTimer.Time), Lasted.Typed(time))) { OrOther = nameof(RunTimer.Time) }),
                new Offer(new NothingToNote(), Intent.To<RunTimer>().With(nameof(RunTimer.Stop), "0")),
            ],
        };
    }

    /// <summary>Sees to it.</summary>
    internal static void Plan(HoursTimer timer, Turn turn) => turn.At(EndOf(timer, turn), new SuspendTimer(timer.Subject));

    private static Instant EndOf(HoursTimer timer, Turn turn)
    {
        var began = timer.Since.InZone(turn.Zone);
        var midnight = began.Date.At(EndOfTheDay).InZoneLeniently(turn.Zone).ToInstant();
        return midnight <= timer.Since ? timer.Since + Longest : Instant.Min(timer.Since + Longest, midnight);
    }
}
