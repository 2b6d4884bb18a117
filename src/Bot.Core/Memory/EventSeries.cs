using Bot.Core.Language;
using NodaTime;

namespace Bot.Core.Memory;

/// <summary>How an event comes again, from its first time to come on.</summary>
/// <param name="Rule">How often.</param>
public sealed record EventSeries(RecurrenceRule Rule)
{
    /// <summary>No rule that comes again at all leaves out more: 29 February around the year 2100.</summary>
    internal static readonly Period Farthest = Period.FromYears(9);

    /// <summary>Days on which it does not come, though the rule says so.</summary>
    public IReadOnlyList<LocalDate> Except { get; init; } = [];

    /// <summary>Days on which it comes as well.</summary>
    public IReadOnlyList<LocalDate> Also { get; init; } = [];

    /// <summary>The series as it is reckoned with.</summary>
    /// <param name="time">When it comes first.</param>
    internal Recurrence From(EventTime time) => new(time.Day, time.Time, Rule) { Except = Except, Also = Also };

    /// <summary>The same on another rhythm of the same kind, so that it comes on a given day; null when no such rhythm is the same kind.</summary>
    /// <param name="from">A day on which it comes.</param>
    /// <param name="to">The day on which it should come instead.</param>
    internal EventSeries? Shifted(LocalDate from, LocalDate to)
    {
        var rule = Rule switch
        {
            _ when Also.Count > 0 => null,
            _ when Has(Rule, to) => Rule,
            { Frequency: Frequency.Weekly, Weeks: [], Days: [_] } => Rule with { Days = [new NthDay(to.DayOfWeek)] },
            { Days: [{ Nth: not 0 } only] } => Rule with { Days = [only with { Day = to.DayOfWeek }] },
            { Frequency: Frequency.Monthly, MonthDays: [> 0] } => Rule with { MonthDays = [to.Day] },
            { Frequency: Frequency.Yearly, MonthDays: [> 0], Months: [_] } => Rule with { MonthDays = [to.Day], Months = [to.Month] },
            { Days: [], MonthDays: [], Months: [] } => Rule,
            _ => null,
        };
        return rule is null || !Has(rule, to) ? null : this with { Rule = rule, Except = [.. Except.Where(day => day > from)] };
    }

    /// <summary>The same, as it goes on from a day: what was before is forgotten. Null when it does not go on.</summary>
    /// <param name="time">When it comes first.</param>
    /// <param name="from">The day from which on it counts.</param>
    internal (EventTime Time, EventSeries Series)? GoingOn(EventTime time, LocalDate from)
    {
        var passed = 0;
        foreach (var day in new Recurrence(time.Day, time.Time, Rule).Days(time.Day, from.Plus(Farthest)))
        {
            if (day >= from)
            {
                return (time.On(day), this with
                {
                    Rule = Rule with { Count = Rule.Count - passed },
                    Except = [.. Except.Where(each => each >= from)],
                    Also = [.. Also.Where(each => each >= from)],
                });
            }

            passed++;
        }

        return Also.Any(day => day >= from) ? (time, this) : null;
    }

    private static bool Has(RecurrenceRule rule, LocalDate day) => (rule with { Interval = 1 }).Has(day, day);
}
