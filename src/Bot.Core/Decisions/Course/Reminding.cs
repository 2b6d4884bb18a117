using Bot.Core.Chat;
using Bot.Core.Jobs;
using Bot.Core.Memory;
using Bot.Core.Texts;
using Bot.Core.Turns;
using NodaTime;

namespace Bot.Core.Decisions;

/// <summary>To somebody who has not answered yet.</summary>
/// <param name="Decision">The proposal's code.</param>
/// <param name="Text">Its text.</param>
/// <param name="Until">Until when one can answer.</param>
public sealed record PleaseAnswer(Ref Decision, string Text, Instant Until) : Says, IPassing
{
    /// <inheritdoc/>
    public Says? Still(Member? reader, Turn turn) =>
        reader is not null && turn.Find<Decision>(Decision.Number) is { IsOpen: true } decision && decision.Poll(turn).Missing.Contains(reader.Id)
            ? this with { Offers = Offering.Answers(decision) }
            : null;

    /// <inheritdoc/>
    public Says? Joined(Says earlier) => earlier is PleaseAnswer other && other.Decision == Decision ? this : null;
}

/// <summary>A day before the end: who is still awaited.</summary>
/// <param name="Decision">The proposal's code.</param>
/// <param name="Title">Its title.</param>
/// <param name="Until">Until when one can answer.</param>
/// <param name="Who">Who, when they are few.</param>
/// <param name="Count">How many.</param>
public sealed record StillAwaited(Ref Decision, string Title, Instant Until, IReadOnlyList<string> Who, int Count) : Says, IPassing
{
    /// <inheritdoc/>
    public Says? Still(Member? reader, Turn turn) => turn.Find<Decision>(Decision.Number) is { IsOpen: true } decision ? Reminding.ToRooms(decision, Until, Reminding.AwaitedIn(decision, turn)) : null;
}

/// <summary>Reminds only those who have not answered, and only twice.</summary>
internal static class Reminding
{
    /// <summary>So many first names are read in a line; more are a count.</summary>
    public const int MostNames = 8;

    private static readonly Duration ADay = Duration.FromHours(24);

    // Two reminders of the same thing on one day are one too many: the first, if it has to wait so long, is none.
    private static readonly Duration Apart = Duration.FromHours(12);

    /// <summary>Sees to it that people are reminded in time: halfway, and a day before the end.</summary>
    public static void Plan(Decision decision, Progress progress, Turn turn)
    {
        var halfway = decision.OpenedAt + ((progress.FirstDeadline - decision.OpenedAt) / 2);
        if (halfway > turn.Now && halfway + Apart <= progress.Deadline - ADay)
        {
            turn.At(halfway, new RemindHalfway(decision.Ref.ToString()));
        }

        if (progress.Deadline - ADay > turn.Now)
        {
            turn.At(progress.Deadline - ADay, new RemindOnLastDay(decision.Ref.ToString()));
        }
    }

    /// <summary>Reminds each of those who are awaited, where they can be written to alone.</summary>
    public static void Remind(string subject, Instant due, bool isLastDay, Turn turn)
    {
        if (!Ref.TryParse(subject, out var code) || turn.Find<Decision>(code.Number) is not { IsOpen: true } decision
            || decision.Progress(turn) is not { CoolingUntil: null } progress || progress.Deadline <= turn.Now || (isLastDay && progress.Deadline - ADay > due))
        {
            return;
        }

        var until = isLastDay ? progress.Deadline : progress.Deadline - ADay - Apart;
        if (until <= turn.Now)
        {
            return;
        }

        var awaited = AwaitedIn(decision, turn);
        foreach (var voter in awaited.Where(turn.HasPrivateChat))
        {
            turn.Tell(voter, new PleaseAnswer(decision.Ref, decision.Text, progress.Deadline) { Offers = Offering.Answers(decision) }, OutgoingKind.Nudge, until);
        }

        if (isLastDay && ToRooms(decision, progress.Deadline, awaited) is { } says)
        {
            foreach (var room in decision.Rooms.Select(turn.Find<Room>).OfType<Room>())
            {
                turn.Tell(room, says, OutgoingKind.Nudge, until);
            }
        }
    }

    /// <summary>Those who are still awaited.</summary>
    public static IReadOnlyList<Member> AwaitedIn(Decision decision, Turn turn) => [.. decision.Poll(turn).Missing.Select(turn.Find<Member>).OfType<Member>()];

    /// <summary>What rooms read of those who are still awaited; null when nobody is.</summary>
    public static StillAwaited? ToRooms(Decision decision, Instant deadline, IReadOnlyList<Member> awaited)
    {
        IReadOnlyList<string> names = awaited.Count <= MostNames ? [.. awaited.Select(voter => voter.Name.Split(' ')[0])] : [];
        return awaited.Count == 0 ? null : new StillAwaited(decision.Ref, decision.Title, deadline, names, awaited.Count) { Offers = Offering.Answers(decision) };
    }
}

/// <summary>Halfway through, those who have not answered are reminded; late, they still are.</summary>
/// <param name="Subject">The proposal's code.</param>
public sealed record RemindHalfway(string Subject) : Job(Subject)
{
    /// <inheritdoc/>
    public override void Run(Turn turn, Instant due) => Reminding.Remind(Subject, due, isLastDay: false, turn);
}

/// <summary>A day before the end, those who have not answered are reminded; late, they still are, unless it is over.</summary>
/// <param name="Subject">The proposal's code.</param>
public sealed record RemindOnLastDay(string Subject) : Job(Subject)
{
    /// <inheritdoc/>
    public override void Run(Turn turn, Instant due) => Reminding.Remind(Subject, due, isLastDay: true, turn);
}
