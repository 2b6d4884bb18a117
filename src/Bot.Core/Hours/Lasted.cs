using System.Globalization;
using Bot.Core.Commands;
using Bot.Core.Language;
using Bot.Core.Texts;
using Bot.Core.Turns;

namespace Bot.Core.Hours;

/// <summary>What is no amount of time that anybody can have worked.</summary>
/// <param name="Typed">What was typed.</param>
public sealed record NoSuchTime(string Typed) : Says;

/// <summary>A number that may be minutes or hours.</summary>
/// <param name="Number">The number.</param>
public sealed record MinutesOrHours(int Number) : Says;

/// <summary>An amount of time, on a button.</summary>
/// <param name="Time">It.</param>
public sealed record ThatLong(Effort Time) : Says;

/// <summary>How long somebody worked: « 2h30 », « une demi-journée », « de 14h à 16h30 », « 2 ».</summary>
/// <param name="Time">How long.</param>
public sealed record Lasted(Effort Time) : IReadable<Lasted>
{
    /// <summary>What else was possibly meant: « 8 » may be minutes.</summary>
    public Effort? Otherwise { get; init; }

    /// <inheritdoc/>
    public static Lasted? Read(Words words, Asked how, Turn turn)
    {
        if (words.IsEmpty || Find(words.LeftText, turn) is not { } found || IsPartOfADay(found, words.LeftText, turn))
        {
            return null;
        }

        // Among people a bare number answers nothing: it may be said to anybody.
        if (how.IsAnswer && found.Unsure != Unsure.No)
        {
            return null;
        }

        var typed = string.Join(' ', found.Parts.Select(part => words.LeftText[part]));
        var isBelowZero = IsBelowZero(words.LeftText[..found.Parts[0].Start.GetOffset(words.LeftText.Length)]);
        words.Take(found.Parts);
        return found switch
        {
            _ when isBelowZero => throw new Refusal(new NoSuchTime("-" + typed)),
            { IsRead: true } => new Lasted(found.Value) { Otherwise = found.Others.Cast<Effort?>().FirstOrDefault() },
            { Unsure: Unsure.Vague, Candidates: { Count: > 0 } ways } => throw new Doubt(new MinutesOrHours(ways[0].Minutes), [.. ways.Select(way => new Way(new ThatLong(way), Typed(way)))]),
            _ => throw new Refusal(new NoSuchTime(Plain.Short(typed))),
        };
    }

    /// <summary>How one could type it.</summary>
    /// <param name="time">How long.</param>
    internal static string Typed(Effort time) => string.Create(CultureInfo.InvariantCulture, $"{time.Minutes} min");

    /// <summary>What is said of time in some words, numbers alone included.</summary>
    internal static Found<Effort>? Find(string text, Turn turn) =>
        turn.Parts.Reader.ReadEffort(text, turn.Settings.Language, HoursRules.Of(turn).WorkDay);

    // « le 8 » is a day: a number alone is only hours when no day needs it.
    private static bool IsPartOfADay(Found<Effort> found, string text, Turn turn) =>
        found.Unsure != Unsure.No
        && turn.Parts.Reader.ReadWhen(text, turn.Spoken(Look.Back)) is { Value: not When.Lasting and not When.Hours and not When.At, IsRead: true } day
        && day.Parts.Any(part => found.Parts.Any(number => part.Start.Value < number.End.Value && number.Start.Value < part.End.Value));

    private static bool IsBelowZero(string before) => before is [.., '-' or '\u2212'] && (before.Length == 1 || char.IsWhiteSpace(before[^2]));
}
