using Bot.Core.Commands;
using Bot.Core.Language;
using Bot.Core.Texts;
using Bot.Core.Turns;
using NodaTime;

namespace Bot.Core.Hours;

/// <summary>A day that is still to come, where one is asked for on which somebody worked.</summary>
/// <param name="Day">The day.</param>
public sealed record NotWorkedYet(LocalDate Day) : Says;

/// <summary>The day somebody worked, or some days that are told as one: « hier », « semaine dernière ».</summary>
/// <param name="Day">The day it counts for: the last.</param>
/// <param name="From">The first, of several.</param>
public sealed record WorkedOn(LocalDate Day, LocalDate? From = null) : IReadable<WorkedOn>
{
    /// <summary>How many days that are.</summary>
    public int Days => From is { } first ? Period.DaysBetween(first, Day) + 1 : 1;

    /// <inheritdoc/>
    public static WorkedOn? Read(Words words, Asked how, Turn turn)
    {
        if (words.IsEmpty || turn.Parts.Reader.ReadWhen(words.LeftText, turn.Spoken(Look.Back)) is not { } found || Means(found, words, turn) is not { } doubtless)
        {
            return null;
        }

        words.Take(found.Parts);
        return doubtless();
    }

    /// <summary>How it is told.</summary>
    internal When Told() => From is { } first ? new When.Days(first, Day) : new When.OnDay(Day);

    /// <summary>The day it was said.</summary>
    internal static LocalDate Today(Turn turn) => turn.SaidAt.InZone(turn.Zone).Date;

    // What to do with the words; null when they are no day, but part of what was done.
    private static Func<WorkedOn>? Means(Found<When> found, Words words, Turn turn)
    {
        var today = Today(turn);
        if (found is { Unsure: Unsure.Future, Candidates: [{ FirstDay: { } later }, ..] })
        {
            return () => throw new Refusal(new NotWorkedYet(later));
        }

        if (!found.IsRead)
        {
            return found.Unsure is Unsure.Vague || Due.DoubtOf(found) is not { } doubt ? null : () => throw doubt;
        }

        return found.Value switch
        {
            // « mars » alone may well be what somebody worked on.
            When.Days when words.Left.Count == 1 => null,
            When.Days days when days.First <= today => () => new WorkedOn(LocalDate.Min(days.Last, today), days.First),
            When.OnDay or When.At or When.Hours or When.Days when found.Value.FirstDay is { } day => () => day <= today ? new WorkedOn(day) : throw new Refusal(new NotWorkedYet(day)),
            _ => null,
        };
    }
}
