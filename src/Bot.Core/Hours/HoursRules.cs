using Bot.Core.Language;
using Bot.Core.Memory;
using NodaTime;

namespace Bot.Core.Hours;

/// <summary>Who says that a line is right.</summary>
public enum Validation
{
    /// <summary>Nobody: after three days without a question it is.</summary>
    Trust,

    /// <summary>Any other member.</summary>
    Peer,

    /// <summary>Who coordinates.</summary>
    Coordination,
}

/// <summary>How a coop counts time: number 1, and the only one. As long as nothing was settled it is as here.</summary>
[Kind("hours_rules")]
public sealed record HoursRules : Document
{
    /// <summary>As long as nothing was settled.</summary>
    public static readonly HoursRules Usual = new() { Id = 1 };

    /// <summary>How long a day of work is.</summary>
    public Effort Day { get; init; } = WorkDay.Usual.Day;

    /// <summary>How long half a day is.</summary>
    public Effort HalfDay { get; init; } = WorkDay.Usual.Half;

    /// <summary>More than this at once is asked about.</summary>
    public Effort MostAtOnce { get; init; } = new(12 * 60);

    /// <summary>More than this nobody works in a day.</summary>
    public Effort MostADay { get; init; } = new(16 * 60);

    /// <summary>To so many minutes each line is rounded, half of it up; 0 for not at all.</summary>
    public int Rounding { get; init; }

    /// <summary>So many days back one may still note.</summary>
    public int LateDays { get; init; } = 62;

    /// <summary>Who says that a line is right.</summary>
    public Validation Validation { get; init; }

    /// <summary>Whether what one notes for others counts without their confirming it.</summary>
    public bool TrustsOthers { get; init; }

    /// <summary>What is settled up to this day changes no more: corrections count for the days behind it.</summary>
    public LocalDate? ClosedUntil { get; init; }

    /// <summary>How much time each owes in a cycle; none when nobody does.</summary>
    public Effort Due { get; init; }

    /// <summary>How many weeks a cycle has; 0 for a month.</summary>
    public int CycleWeeks { get; init; }

    /// <summary>The day from which on time is due.</summary>
    public LocalDate? DueFrom { get; init; }

    /// <summary>What an hour given is worth in the yearly accounts, if that was settled.</summary>
    public Money? HourValue { get; init; }

    /// <summary>Whether nobody is asked how long something took.</summary>
    public bool AsksNobody { get; init; }

    /// <summary>How long days are.</summary>
    public WorkDay WorkDay => new(Day, HalfDay);

    /// <summary>The rules of a coop.</summary>
    /// <param name="records">What it knows.</param>
    public static HoursRules Of(IRecords records) => records.Find<HoursRules>(1) ?? Usual;

    /// <summary>What counts of a time that was said.</summary>
    /// <param name="said">The time.</param>
    public Effort Counted(Effort said) => Rounding == 0 ? said : new Effort((said.Minutes + (Rounding / 2)) / Rounding * Rounding);

    /// <summary>Whether a day is settled.</summary>
    /// <param name="day">The day.</param>
    public bool IsClosed(LocalDate day) => day <= ClosedUntil;
}
