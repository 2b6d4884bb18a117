using Bot.Core.Facts;
using Bot.Core.Language;
using Bot.Core.Memory;
using Bot.Core.Turns;
using NodaTime;

namespace Bot.Core.Hours;

/// <summary>The time that people gave: lines, and what they come to. Whatever is shown of it is worked out from the lines each time.</summary>
public sealed class Ledger
{
    private readonly HashSet<int> takenBack;

    private Ledger(List<HoursLine> lines)
    {
        Lines = lines;
        takenBack = [.. lines.Where(line => line.TakesBack is not null).Select(line => line.TakesBack!.Value)];
    }

    /// <summary>All lines, in the order they were noted.</summary>
    public IReadOnlyList<HoursLine> Lines { get; }

    /// <summary>The lines that stand: none that was taken back, and none that takes one back.</summary>
    public IEnumerable<HoursLine> Standing => Lines.Where(Stands);

    /// <summary>What a coop knows.</summary>
    /// <param name="records">It.</param>
    public static Ledger Of(IRecords records) => new([.. records.Live<HoursLine>()]);

    /// <summary>Whether a line stands.</summary>
    /// <param name="line">The line.</param>
    public bool Stands(HoursLine line) => line.TakesBack is null && !takenBack.Contains(line.Id);

    /// <summary>How far a line is believed.</summary>
    /// <param name="line">The line.</param>
    /// <param name="records">What the coop knows.</param>
    /// <param name="now">The time it is.</param>
    public LineState StateOf(HoursLine line, IRecords records, Instant now) =>
        Stands(line) ? Hours.Standing.Of(line, records).StateOf(line, HoursRules.Of(records), now) : LineState.Cancelled;

    /// <summary>What some lines come to.</summary>
    /// <param name="lines">The lines.</param>
    public static Effort Sum(IEnumerable<HoursLine> lines) => new(lines.Sum(line => line.Time.Minutes));

    /// <summary>Somebody's balance, or what they gave within some days.</summary>
    /// <param name="member">Whose.</param>
    /// <param name="days">The days; null for always.</param>
    public Effort Of(int member, HoursPeriod? days = null) => Sum(Lines.Where(line => line.Member == member && days?.Holds(line.Day) != false));

    /// <summary>Adds a line, and tells those who count days.</summary>
    internal static HoursLine Add(HoursLine line, Turn turn)
    {
        var rules = HoursRules.Of(turn);
        var open = rules.IsClosed(line.Day) ? line with { Late = line.Day, From = null, Day = rules.ClosedUntil!.Value.PlusDays(1) } : line;
        turn.Keep(open);
        turn.Raise(new HoursGiven(open.Ref, open.Day, open.Time));
        return open;
    }

    /// <summary>Adds the line that takes another one back.</summary>
    internal static void TakeBack(HoursLine line, Turn turn) => Add(line.TakenBack(turn.NextId<HoursLine>(), turn.Member.Id, turn.Now), turn);
}
