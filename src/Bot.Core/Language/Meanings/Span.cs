using NodaTime;

namespace Bot.Core.Language.Meanings;

/// <summary>An amount of time as it was said.</summary>
/// <param name="Period">How much.</param>
internal sealed record Span(Period Period)
{
    /// <summary>What it says word by word, where custom means something else: « huit jours » are a week.</summary>
    public Period? Literal { get; init; }

    /// <summary>How many half working days it counts; how long they are is the coop's affair.</summary>
    public int HalfDays { get; init; }

    /// <summary>Whether it counts hours or minutes.</summary>
    public bool HasTime => Period.HasTimeComponent;

    /// <summary>What begins at some time and lasts so long.</summary>
    public When From(When when) => when switch
    {
        When.At at when HasTime => new When.Hours(at.Moment, at.Moment.Plus(Period)),
        When.OnDay on when !HasTime => new When.Days(on.Day, on.Day.Plus(Period).PlusDays(-1)),
        _ => when,
    };

    /// <summary>Its readings.</summary>
    public Reading<Period> Readings => Literal is null ? Reading<Period>.Sure(Period) : Reading<Period>.Of(Period, Unsure.Otherwise, Literal);
}
