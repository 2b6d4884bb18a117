using System.Globalization;
using Bot.Core.Language;
using Bot.Core.Texts;
using Bot.Core.Turns;
using NodaTime;

namespace Bot.Core.Hours;

/// <summary>How much time is due, and how often.</summary>
/// <param name="Time">How much.</param>
/// <param name="Weeks">In how many weeks; null for a month.</param>
internal sealed record DueInACycle(Effort Time, int? Weeks) : Says;

/// <summary>One thing that a coop settles about how it counts time. Their names stand in the texts in the same order.</summary>
/// <param name="Shown">How it stands; null when as usual.</param>
/// <param name="Set">The rules with another value; null when what was typed is none.</param>
internal sealed record HoursRule(Func<HoursRules, Turn, object?> Shown, Func<HoursRules, string, Turn, HoursRules?> Set)
{
    private const int AnHour = 60;

    /// <summary>All of them.</summary>
    public static readonly IReadOnlyList<HoursRule> All =
    [
        Lasting(rules => rules.Day, (rules, time) => rules with { Day = time }),
        Lasting(rules => rules.HalfDay, (rules, time) => rules with { HalfDay = time }),
        Lasting(rules => rules.MostAtOnce, (rules, time) => rules with { MostAtOnce = time }),
        Lasting(rules => rules.MostADay, (rules, time) => rules with { MostADay = time }),
        new(
            (rules, _) => rules.Rounding == 0 ? null : new Effort(rules.Rounding),
            (rules, typed, turn) => IsOff(typed, turn) ? rules with { Rounding = 0 } : Number(typed) is >= 1 and <= AnHour and var minutes ? rules with { Rounding = minutes } : null),
        new(
            (rules, _) => rules.LateDays == HoursRules.Usual.LateDays ? null : Period.FromDays(rules.LateDays),
            (rules, typed, _) => Number(typed) is > 0 and var days ? rules with { LateDays = days } : null),
        new(
            (rules, turn) => rules.Validation == Validation.Trust ? null : new WordOf("HoursValidations.words", (int)rules.Validation),
            (rules, typed, turn) => Place("HoursValidations.words", typed, turn) is >= 0 and var place ? rules with { Validation = (Validation)place } : null),
        new(
            (rules, _) => rules.TrustsOthers ? new WordOf("HoursForOthers.words", 1) : null,
            (rules, typed, turn) => Place("HoursForOthers.words", typed, turn) is >= 0 and var place ? rules with { TrustsOthers = place == 1 } : null),
        new(
            (rules, _) => rules.ClosedUntil,
            (rules, typed, turn) => IsOff(typed, turn) ? rules with { ClosedUntil = null } : LastDay(typed, turn) is { } day ? rules with { ClosedUntil = day } : null),
        new(
            (rules, _) => rules.Due.Minutes == 0 ? null : new DueInACycle(rules.Due, rules.CycleWeeks == 0 ? null : rules.CycleWeeks),
            (rules, typed, turn) => IsOff(typed, turn) ? rules with { Due = default, DueFrom = null } : WithDue(rules, typed, turn)),
        new(
            (rules, _) => rules.HourValue,
            (rules, typed, turn) => IsOff(typed, turn) ? rules with { HourValue = null } : turn.Parts.Reader.ReadMoney(typed, turn.Settings.Language) is { IsRead: true } money ? rules with { HourValue = money.Value } : null),
        new(
            (rules, _) => rules.AsksNobody ? new WordOf("Off.words", 0) : null,
            (rules, typed, turn) => IsOff(typed, turn) ? rules with { AsksNobody = true } : turn.Parts.Texts.Words("On.words").Contains(Folding.Fold(typed)) ? rules with { AsksNobody = false } : null),
    ];

    private static HoursRule Lasting(Func<HoursRules, Effort> of, Func<HoursRules, Effort, HoursRules> with) => new(
        (rules, _) => of(rules) == of(HoursRules.Usual) ? null : of(rules),
        (rules, typed, turn) => Time(typed, turn) is { Minutes: > 0 } time ? with(rules, time) : null);

    private static HoursRules? WithDue(HoursRules rules, string typed, Turn turn)
    {
        var words = turn.Parts.Texts.Words("CycleWeeks.words");
        var all = Folding.Fold(typed).Split(' ');
        var weeks = Array.FindIndex(all, words.Contains);
        return Time(typed, turn) is { Minutes: > 0 } time
            ? rules with { Due = time, CycleWeeks = weeks < 0 ? 0 : Number(all[weeks - 1]) ?? 1, DueFrom = turn.Today }
            : null;
    }

    private static bool IsOff(string typed, Turn turn) => turn.Parts.Texts.Words("Off.words").Contains(Folding.Fold(typed));

    private static Effort? Time(string typed, Turn turn) =>
        turn.Parts.Reader.ReadEffort(typed, turn.Settings.Language, HoursRules.Of(turn).WorkDay) is { IsRead: true } found ? found.Value : null;

    private static LocalDate? LastDay(string typed, Turn turn) => turn.Parts.Reader.ReadWhen(typed, turn.Spoken(Look.Back)) switch
    {
        { IsRead: true, Value: When.Days days } => days.Last,
        { IsRead: true, Value.FirstDay: { } day } => day,
        _ => null,
    };

    // « 15 min » as well as « 15 ».
    private static int? Number(string typed) => int.TryParse(typed.Split(' ')[0], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static int Place(string list, string typed, Turn turn) => turn.Parts.Texts.Languages
        .Select(language => turn.Parts.Texts.Words(language.Code, list).Select(Folding.Fold).ToList().IndexOf(Folding.Fold(typed)))
        .FirstOrDefault(found => found >= 0, -1);
}
