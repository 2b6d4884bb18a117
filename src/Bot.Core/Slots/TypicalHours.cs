using Bot.Core.Commands;
using Bot.Core.Language;
using Bot.Core.Texts;
using Bot.Core.Turns;
using NodaTime;

namespace Bot.Core.Slots;

/// <summary>A week that is over.</summary>
/// <param name="Monday">Its first day.</param>
/// <param name="Sunday">Its last.</param>
public sealed record WeekIsOver(LocalDate Monday, LocalDate Sunday) : Says;

/// <summary>A day of the typical week and its hours: « mercredi 14h-16h », « du lundi au vendredi 9h-12h ».</summary>
/// <param name="Occasion">When.</param>
public sealed record TypicalHours(Occasion Occasion) : IReadable<TypicalHours>
{
    /// <summary>The days of the week; none when it is no rhythm of weeks.</summary>
    internal IEnumerable<IsoDayOfWeek> Days => Occasion.Series is not { Rule: var rule } ? [Occasion.Time.Day.DayOfWeek]
        : rule is not { Interval: 1, Count: null, Until: null } ? []
        : rule.Frequency == Frequency.Daily ? Enum.GetValues<IsoDayOfWeek>().Skip(1)
        : rule.Frequency == Frequency.Weekly ? rule.Days.Select(day => day.Day) : [];

    // A day alone is the week that is to be made; a day among other words lacks its hours.
    /// <inheritdoc/>
    public static TypicalHours? Read(Words words, Asked how, Turn turn)
    {
        if (!how.IsAlone && WeekToMake.DaysIn(words, turn) is not null)
        {
            return null;
        }

        return Occasion.Read(words, how, turn) switch
        {
            null => null,
            { Time.Time: null } => throw new Doubt(new WhichHours(), []),
            var occasion => new TypicalHours(occasion),
        };
    }
}

/// <summary>The week whose slots are to be made: « semaine prochaine », « semaine 49 », « du 7 décembre ».</summary>
/// <param name="Monday">Its first day.</param>
public sealed record WeekToMake(LocalDate Monday) : IReadable<WeekToMake>
{
    private const int DaysOfWeek = 7;

    /// <summary>Its last day.</summary>
    internal LocalDate Sunday => Monday.PlusDays(DaysOfWeek - 1);

    /// <summary>The week of a day.</summary>
    internal static WeekToMake Of(LocalDate day) => new(day.PlusDays(1).Previous(IsoDayOfWeek.Monday));

    /// <inheritdoc/>
    public static WeekToMake? Read(Words words, Asked how, Turn turn)
    {
        if (DaysIn(words, turn) is not { } found)
        {
            return null;
        }

        words.Take(0, words.Left.Count);
        if (Due.DoubtOf(found) is { } doubt)
        {
            throw doubt;
        }

        var week = Of(found.Value.FirstDay!.Value);
        return week.Sunday < turn.Today ? throw new Refusal(new WeekIsOver(week.Monday, week.Sunday)) : week;
    }

    /// <summary>The days that some words are, and nothing else: at most a week of them, without any hours.</summary>
    internal static Found<When>? DaysIn(Words words, Turn turn) =>
        !words.IsEmpty && turn.Parts.Reader.ReadWhen(words.LeftText, turn.Spoken(Look.Forward)) is { Candidates: [When.OnDay or When.Days or When.By, ..], Rest.Length: 0 } found
        && (found.Candidates[0] is not When.Days days || Period.DaysBetween(days.First, days.Last) < DaysOfWeek) ? found : null;
}
