using System.Collections.Immutable;
using Bot.Core.Memory;
using NodaTime;

namespace Bot.Core.Hours;

/// <summary>Some days on which somebody owes no time.</summary>
/// <param name="From">The first.</param>
/// <param name="To">The last; null while it goes on.</param>
public sealed record Leave(LocalDate From, LocalDate? To);

/// <summary>How one member and the counting of time get along. Carries the member's number.</summary>
[Kind("hours_habit")]
public sealed record HoursHabit : Document, IForget
{
    /// <summary>Whether they do not want to be asked how long something took, nor whether they gave any time.</summary>
    public bool IsNotAsked { get; init; }

    /// <summary>The first day of the last month for which they were asked whether they gave any time.</summary>
    public LocalDate? CalledFor { get; init; }

    /// <summary>When they owe no time.</summary>
    public ImmutableList<Leave>? Leaves { get; init; }

    /// <summary>How a member and the counting of time get along.</summary>
    /// <param name="member">Their number.</param>
    /// <param name="records">What the coop knows.</param>
    public static HoursHabit Of(int member, IRecords records) => records.Find<HoursHabit>(member) ?? new HoursHabit { Id = member };

    /// <summary>Whether they owe nothing for some days: a leave touches them.</summary>
    /// <param name="days">The days.</param>
    public bool IsExempt(HoursPeriod days) => Leaves?.Exists(leave => leave.From <= days.Last && (leave.To is not { } end || end >= days.First)) == true;

    /// <inheritdoc/>
    public Document? Forget(Forgotten who) => Id == who.Member ? null : this;
}
