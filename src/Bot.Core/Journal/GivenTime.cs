using Bot.Core.Memory;
using NodaTime;

namespace Bot.Core.Journal;

/// <summary>Time that somebody gave, as far as it is for all to know: how much, on which day. A day tells their sum.</summary>
[Kind("given")]
public sealed record GivenTime : Document
{
    /// <summary>The day it counts for.</summary>
    public required LocalDate Day { get; init; }

    /// <summary>How much; less than nothing when it takes back what another says.</summary>
    public required int Minutes { get; init; }

    /// <inheritdoc/>
    public override bool IsSettled => true;
}
