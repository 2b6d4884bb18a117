using Bot.Core.Language;
using Bot.Core.Memory;
using NodaTime;

namespace Bot.Core.Hours;

/// <summary>How somebody stands with the time that each owes.</summary>
/// <param name="Cycle">The days of this cycle.</param>
/// <param name="Due">What is due in it; nothing for who is exempt.</param>
/// <param name="Done">What they gave in it.</param>
/// <param name="Saved">What they gave beyond what was due in the cycles before; less than nothing when they still owe some.</param>
public sealed record Dues(HoursPeriod Cycle, Effort Due, Effort Done, Effort Saved)
{
    private const int DaysAWeek = 7;

    /// <summary>What is left to give in this cycle, once what was saved has been counted.</summary>
    public Effort Left => new(Math.Max(0, Due.Minutes - Done.Minutes - Saved.Minutes));

    /// <summary>How somebody stands; null where nobody owes time.</summary>
    /// <param name="member">Whose.</param>
    /// <param name="today">The day it is.</param>
    /// <param name="ledger">What was given.</param>
    /// <param name="records">What the coop knows.</param>
    public static Dues? Of(int member, LocalDate today, Ledger ledger, IRecords records)
    {
        var rules = HoursRules.Of(records);
        if (rules.Due.Minutes == 0 || rules.DueFrom is not { } first || today < first)
        {
            return null;
        }

        var habit = HoursHabit.Of(member, records);
        var saved = 0;
        for (var cycle = First(first, rules); ; cycle = Next(cycle, rules))
        {
            var due = habit.IsExempt(cycle) ? default : rules.Due;
            var done = ledger.Of(member, cycle);
            if (cycle.Holds(today))
            {
                return new Dues(cycle, due, done, new Effort(saved));
            }

            saved += done.Minutes - due.Minutes;
        }
    }

    private static HoursPeriod First(LocalDate day, HoursRules rules) => rules.CycleWeeks == 0 ? HoursPeriod.MonthOf(day) : Weeks(day, rules);

    private static HoursPeriod Next(HoursPeriod cycle, HoursRules rules) => First(cycle.Last.PlusDays(1), rules);

    private static HoursPeriod Weeks(LocalDate first, HoursRules rules) => new(first, first.PlusDays((rules.CycleWeeks * DaysAWeek) - 1));
}
