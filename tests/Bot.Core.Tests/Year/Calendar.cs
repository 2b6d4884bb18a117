using System.Globalization;
using System.Text.RegularExpressions;
using NodaTime;

namespace Bot.Core.Tests.Year;

/// <summary>The year as people live it: their clock, their nights and Sundays, and when the bot was away.</summary>
internal static partial class Calendar
{
    public static readonly LocalDate First = new(2026, 11, 21);
    public static readonly LocalDate Last = new(2027, 11, 21);

    public static readonly LocalDate CleanRestart = new(2027, 2, 11);
    public static readonly LocalDate Crash = new(2027, 9, 7);

    /// <summary>Both ends of the three days without the bot, in a busy week.</summary>
    public static readonly Interval Outage = new(At(new LocalDate(2027, 4, 20), new LocalTime(15, 30)), At(new LocalDate(2027, 4, 23), new LocalTime(11, 10)));

    private static readonly DateTimeZone Paris = DateTimeZoneProviders.Tzdb["Europe/Paris"];
    private static readonly string[] Weekdays = ["lun.", "mar.", "mer.", "jeu.", "ven.", "sam.", "dim."];
    private static readonly string[] Months = ["janv.", "févr.", "mars", "avr.", "mai", "juin", "juil.", "août", "sept.", "oct.", "nov.", "déc."];
    private static readonly LocalTime MorningComes = new(8, 0);
    private static readonly LocalTime NightFalls = new(21, 0);

    public static LocalDateTime Local(Instant at) => at.InZone(Paris).LocalDateTime;

    public static Instant At(LocalDate day, LocalTime time) => day.At(time).InZoneLeniently(DateTimeZoneProviders.Tzdb["Europe/Paris"]).ToInstant();

    public static Instant Morning(LocalDate day) => At(day.DayOfWeek == IsoDayOfWeek.Sunday ? day.PlusDays(1) : day, MorningComes);

    public static LocalDate MondayOf(Instant at) => Local(at).Date.PlusDays(1).Previous(IsoDayOfWeek.Monday);

    public static bool IsQuiet(Instant at) =>
        Local(at) is var local && (local.DayOfWeek == IsoDayOfWeek.Sunday || local.TimeOfDay < MorningComes || local.TimeOfDay >= NightFalls);

    /// <summary>Then, or when the bot was back.</summary>
    public static Instant WhenAwake(Instant at) => Outage.Contains(at) ? Outage.End : at;

    /// <summary>How lively a day is, as a share of an ordinary one: people rest on Sundays, at Christmas and in August.</summary>
    public static double Liveliness(LocalDate day) =>
        (day.DayOfWeek == IsoDayOfWeek.Sunday ? 0.3 : 1.1) * (day is { Month: 12, Day: > 22 } or { Month: 8 } ? 0.35 : 1.1);

    /// <summary>A day as the bot writes it: « jeu. 26 nov. ».</summary>
    public static string Written(LocalDate? day) => day is not { } date
        ? ""
        : string.Create(CultureInfo.InvariantCulture, $"{Weekdays[(int)date.DayOfWeek - 1]} {date.Day}{(date.Day == 1 ? "er" : "")} {Months[date.Month - 1]}");

    /// <summary>The moment that stands in some words, « mar. 24 nov., 18 h 30 », in the year in which it is nearest.</summary>
    public static Instant Moment(string words, Instant now)
    {
        if (AMoment().Match(words) is not { Success: true } found)
        {
            return Instant.MinValue;
        }

        var (day, month) = (Number(found, "day"), Array.IndexOf(Months, found.Groups["month"].Value) + 1);
        var today = Local(now).Date;
        var date = Enumerable.Range(today.Year - 1, 3).Select(year => new LocalDate(year, month, day)).MinBy(each => Math.Abs(Period.DaysBetween(today, each)));
        return At(date, new LocalTime(Number(found, "hour"), Number(found, "minute")));
    }

    private static int Number(Match found, string group) => found.Groups[group] is { Success: true } number ? int.Parse(number.Value, CultureInfo.InvariantCulture) : 0;

    [GeneratedRegex(@"\. (?<day>\d+)(er)? (?<month>\p{L}+\.?)( \d{4})?, (?<hour>\d+) h( (?<minute>\d+))?", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex AMoment();
}
