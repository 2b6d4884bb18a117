using Bot.Core.Commands;
using Bot.Core.Texts;
using Bot.Core.Turns;
using NodaTime;

namespace Bot.Core.Hours;

/// <summary>A stopwatch begins to run.</summary>
/// <param name="Since">Since when.</param>
/// <param name="What">For what.</param>
public sealed record TimerBegan(Instant Since, string? What) : Says;

/// <summary>A stopwatch runs already.</summary>
/// <param name="Since">Since when.</param>
/// <param name="What">For what.</param>
public sealed record TimerRunsAlready(Instant Since, string? What) : Says;

/// <summary>There is no stopwatch to stop.</summary>
public sealed record NoTimer : Says;

/// <summary>What a stopwatch measured counts for nothing.</summary>
public sealed record TimerDropped : Says;

/// <summary>« Arrêter », on a button.</summary>
public sealed record StopIt : Says;

/// <summary>« Rien à noter », on a button.</summary>
public sealed record NothingToNote : Says;

/// <summary>What becomes of the stopwatch: « stop », « rien ».</summary>
/// <param name="IsForNothing">Whether what it measured counts for nothing.</param>
public sealed record TimerStop(bool IsForNothing) : IReadable<TimerStop>
{
    /// <inheritdoc/>
    public static TimerStop? Read(Words words, Asked how, Turn turn)
    {
        if (words.Left is not [var only])
        {
            return null;
        }

        var isForNothing = turn.Parts.Texts.Words("NothingGiven.words").Contains(only.Folded);
        if (!isForNothing && !turn.Parts.Texts.Words("StopTimer.words").Contains(only.Folded))
        {
            return null;
        }

        words.Take(0, 1);
        return new TimerStop(isForNothing);
    }
}

/// <summary>Starts a member's stopwatch, or stops it and notes how long it ran. What is said of time counts instead of what it measured.</summary>
[HeardBy(Audience.Asker)]
public sealed record RunTimer(TimerStop? Stop = null, Lasted? Time = null, AboutThing? About = null, Tag? Circle = null, string? Text = null) : ICommand
{
    /// <inheritdoc/>
    public Says Run(Turn turn)
    {
        var timer = turn.Find<HoursTimer>(turn.Member.Id);
        var isStop = Stop is not null || Time is not null;
        if (timer is null)
        {
            return isStop ? throw new Refusal(new NoTimer()) : Begin(turn);
        }

        if (!isStop && (Text is not null || Circle is not null || About is not null))
        {
            throw new Refusal(new TimerRunsAlready(timer.Since, timer.What) { Offers = [OfferToStop()] });
        }

        if (Stop is not { IsForNothing: true })
        {
            return timer.SuspendedAt is not null && Time is null ? throw new Refusal(SuspendTimer.Ask(timer)) : End(timer, turn);
        }

        turn.Remove(timer);
        return new TimerDropped();
    }

    /// <summary>The button that stops it.</summary>
    internal static Offer OfferToStop() => new(new StopIt(), Intent.To<RunTimer>().With(nameof(Stop), "stop"));

    private TimerBegan Begin(Turn turn)
    {
        var timer = new HoursTimer
        {
            Id = turn.Member.Id,
            Since = turn.Now,
            Text = Plain.Line(Text ?? "") is { Length: > 0 } text ? text : null,
            Circle = Circle?.Name,
            About = About?.Code,
            Title = About?.Title,
        };
        turn.Keep(timer);
        RemindOfTimer.Plan(timer, turn);
        SuspendTimer.Plan(timer, turn);
        return new TimerBegan(timer.Since, timer.What) { Offers = [OfferToStop()] };
    }

    // Work past midnight counts for the day it began.
    private Says End(HoursTimer timer, Turn turn)
    {
        var entry = new Entry(Time?.Time ?? timer.Ran(turn.Now), new WorkedOn(timer.Since.InZone(turn.Zone).Date))
        {
            Text = timer.Text,
            Circle = timer.Circle is null ? null : new Tag(timer.Circle),
            About = timer.About is { } code ? new AboutThing(code, timer.Title!) : null,
        };
        turn.Remove(timer);
        Noting.PlanCall(turn);
        return Noting.Noted(Noting.Note(entry, turn.Member, turn)!, null, null, turn);
    }
}
