using Bot.Core.Chat;
using Bot.Core.Jobs;
using Bot.Core.Memory;
using Bot.Core.Texts;
using NodaTime;

namespace Bot.Core.Turns;

/// <summary>The coop's week.</summary>
/// <param name="Lines">What slices say of it.</param>
public sealed record ThisWeek(IReadOnlyList<Says> Lines) : Says;

/// <summary>What a slice says of the week that begins, in the digest. Needs a constructor without parameters; is found by itself.</summary>
public interface IWeekly
{
    /// <summary>Where it stands in the digest: what has a time first (1, the agenda), then what waits for people.</summary>
    int Order { get; }

    /// <summary>Its lines, the most important first; <see cref="WeeklyDigest.LinesEach"/> of them are read. None when there is nothing to say.</summary>
    /// <param name="turn">The turn in which the digest is told.</param>
    IEnumerable<Says> Lines(Turn turn);
}

/// <summary>Each Monday the group reads what its week holds, unless it holds nothing; late, as long as the week is not over.</summary>
/// <param name="Subject">Nothing: there is one for all.</param>
public sealed record WeeklyDigest(string Subject = "") : Job(Subject)
{
    /// <summary>So many lines each slice may have.</summary>
    public const int LinesEach = 3;

    /// <summary>So many lines are read on a phone.</summary>
    private const int MostLines = 7;

    private static readonly LocalTime InTheMorning = new(9, 0);
    private static readonly Duration AMoment = Duration.FromMinutes(1);

    /// <inheritdoc/>
    public override void Run(Turn turn, Instant due)
    {
        Plan(turn);
        List<Says> lines = [.. turn.Parts.Weekly.OrderBy(each => each.Order).SelectMany(each => each.Lines(turn).Take(LinesEach)).Take(MostLines)];
        if (turn.Settings.HasNoDigest || lines.Count == 0)
        {
            return;
        }

        var says = new ThisWeek(lines);
        var untilItIsOver = turn.Today.Next(IsoDayOfWeek.Monday).AtStartOfDayInZone(turn.Zone).ToInstant();
        if (turn.Find<Room>(turn.Settings.Home) is { } home)
        {
            turn.Tell(home, says, OutgoingKind.Nudge, untilItIsOver);
        }

        foreach (var member in turn.Live<Member>().Where(member => member.Notices == Notices.All))
        {
            turn.Tell(member, says, OutgoingKind.Nudge, untilItIsOver);
        }
    }

    /// <summary>When the next one is due.</summary>
    internal static Instant Next(Turn turn) => Next(turn, Duration.Zero);

    /// <summary>When what waits for the next one is told: just after it, unless something that was told that morning took it along.</summary>
    internal static Instant After(Turn turn) => Next(turn, AMoment);

    /// <summary>Sees to the next one; a coop's clock may have been changed since it was planned.</summary>
    internal static void Plan(Turn turn)
    {
        var next = Next(turn);
        if (turn.Pending(new WeeklyDigest()) is not { } planned || (planned.Due > turn.Now && planned.Due != next))
        {
            turn.At(next, new WeeklyDigest());
        }
    }

    private static Instant Next(Turn turn, Duration later)
    {
        var monday = turn.Today.PlusDays(-1).Next(IsoDayOfWeek.Monday);
        return At(monday, turn) + later is var next && next > turn.Now ? next : At(monday.PlusDays(7), turn) + later;
    }

    private static Instant At(LocalDate day, Turn turn) => day.At(InTheMorning).InZoneLeniently(turn.Zone).ToInstant();
}
