namespace Bot.Core.Language;

/// <summary>Why what was read is not beyond doubt. The order is how much it matters: of two doubts the later one is told.</summary>
public enum Unsure
{
    /// <summary>It is clear.</summary>
    No,

    /// <summary>Another reading is possible; the first is acted upon, the others are offered.</summary>
    Otherwise,

    /// <summary>The time does not exist, since the clocks are put forward; what is read is as much later.</summary>
    SkippedHour,

    /// <summary>29 February, and the next year has none: to be asked.</summary>
    LeapDay,

    /// <summary>A series may begin now or one turn later: to be asked.</summary>
    SeriesStart,

    /// <summary>3 o'clock: at night or in the afternoon? To be asked.</summary>
    SmallHour,

    /// <summary>A date in full that is over: to be asked.</summary>
    Past,

    /// <summary>Looking back, what is to come cannot be meant: nothing is read.</summary>
    Future,

    /// <summary>The weekday is not that of the date: nothing is read, the other readings are offered.</summary>
    WeekdayMismatch,

    /// <summary>There is no such date or hour: nothing is read.</summary>
    Impossible,

    /// <summary>It speaks of time, but says too little: nothing is read.</summary>
    Vague,
}
