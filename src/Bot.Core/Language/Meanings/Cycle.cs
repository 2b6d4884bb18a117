using NodaTime;

namespace Bot.Core.Language.Meanings;

/// <summary>What was said about something that comes again and again, piece by piece.</summary>
internal sealed record Cycle
{
    /// <summary>How often.</summary>
    public Frequency Frequency { get; init; }

    /// <summary>Each so-manieth time.</summary>
    public int Interval { get; init; } = 1;

    /// <summary>The weekdays.</summary>
    public IReadOnlyList<NthDay> Days { get; init; } = [];

    /// <summary>The days of the month.</summary>
    public IReadOnlyList<int> MonthDays { get; init; } = [];

    /// <summary>Which of these days in each month: « le dernier jour ouvré » is -1.</summary>
    public IReadOnlyList<int> Positions { get; init; } = [];

    /// <summary>The months.</summary>
    public IReadOnlyList<int> Months { get; init; } = [];

    /// <summary>Which weeks of the year: 0 the even ones, 1 the odd ones.</summary>
    public int? Parity { get; init; }

    /// <summary>« un mardi sur deux »: it may begin now or one turn later, so that must be asked.</summary>
    public bool IsAlternate { get; init; }

    /// <summary>« le lundi », « du mois »: more likely always than once.</summary>
    public bool IsHabit { get; init; }

    /// <summary>« deux fois par mois »: how many times, without saying which.</summary>
    public int Times { get; init; } = 1;

    /// <summary>How many times in all.</summary>
    public int? Count { get; init; }

    /// <summary>The time.</summary>
    public Clock? Clock { get; init; }

    /// <summary>From when to when.</summary>
    public Hours? Hours { get; init; }

    /// <summary>The part of the day.</summary>
    public Part? Part { get; init; }

    /// <summary>How long each time lasts.</summary>
    public Span? Lasting { get; init; }

    /// <summary>The first day on which it may come.</summary>
    public Sense<LocalDate>? From { get; init; }

    /// <summary>The last one.</summary>
    public Sense<LocalDate>? Until { get; init; }

    /// <summary>For how long it goes on.</summary>
    public Span? GoesOn { get; init; }

    /// <summary>Stretches in which it does not come.</summary>
    public IReadOnlyList<Sense<DateInterval>> Except { get; init; } = [];

    /// <summary>Days on which it comes as well.</summary>
    public IReadOnlyList<Sense<LocalDate>> Also { get; init; } = [];

    /// <summary>« sauf pendant les vacances »: an exception nobody here knows.</summary>
    public bool IsVague { get; init; }

    /// <summary>The day of the week or month was said.</summary>
    public bool SaysDay => Days.Count + MonthDays.Count > 0;
}

/// <summary>Something more that is said about a cycle; null if it does not go with it.</summary>
/// <param name="cycle">What was said before.</param>
internal delegate Cycle? More(Cycle cycle);
