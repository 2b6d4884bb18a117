using System.Globalization;
using System.Text;
using NodaTime;
using NodaTime.Text;

namespace Bot.Core.Language;

/// <summary>
/// Rules as RFC 5545 (3.3.10) writes them: FREQ=WEEKLY;INTERVAL=2;BYDAY=TU. The end of a rule is its last day, so it is written
/// with the last second of that day for what has a time, and as a date for what takes the day.
/// </summary>
public static class RecurrenceText
{
    private static readonly LocalDatePattern Date = LocalDatePattern.CreateWithInvariantCulture("uuuuMMdd");
    private static readonly LocalDateTimePattern DateTime = LocalDateTimePattern.CreateWithInvariantCulture("uuuuMMdd'T'HHmmss");
    private static readonly string[] Weekdays = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];

    /// <summary>Writes a rule.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="isTimed">Whether what comes has a time of day.</param>
    public static string Write(RecurrenceRule rule, bool isTimed)
    {
        var text = new StringBuilder("FREQ=").Append(rule.Frequency.ToString().ToUpperInvariant());
        Add("INTERVAL", rule.Interval == 1 ? [] : new[] { rule.Interval });
        Add("BYMONTH", rule.Months);
        Add("BYWEEKNO", rule.Weeks);
        Add("BYMONTHDAY", rule.MonthDays);
        Add("BYDAY", rule.Days.Select(day => $"{(day.Nth == 0 ? "" : day.Nth.ToString(CultureInfo.InvariantCulture))}{Weekdays[(int)day.Day - 1]}"));
        Add("BYSETPOS", rule.Positions);
        Add("COUNT", rule.Count is { } count ? new[] { count } : []);
        Add("UNTIL", rule.Until is { } until ? new[] { isTimed ? Date.Format(until) + "T235959" : Date.Format(until) } : []);
        return text.ToString();

        void Add<T>(string name, IEnumerable<T> values)
        {
            var list = string.Join(',', values.Select(value => Convert.ToString(value, CultureInfo.InvariantCulture)));
            text.Append(list.Length == 0 ? "" : $";{name}={list}");
        }
    }

    /// <summary>Reads a rule, its parts in any order.</summary>
    /// <param name="text">The rule: what stands behind "RRULE:".</param>
    /// <param name="time">The time of day of what comes, by which the last day of an UNTIL is told; null if it takes the day.</param>
    /// <param name="zone">The zone of that time: UNTIL may be in UTC.</param>
    /// <exception cref="FormatException">It is malformed, or says what this bot does not: hours, other weeks.</exception>
    public static RecurrenceRule Parse(string text, LocalTime? time, DateTimeZone zone)
    {
        RecurrenceRule? rule = null;
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var parts = text.Trim().Split(';').Select(part => part.Split('=', 2)).ToList();
        foreach (var part in parts.OrderBy(part => part[0] == "FREQ" ? 0 : 1))
        {
            if (part.Length != 2 || part[1].Length == 0 || !seen.Add(part[0]))
            {
                throw Wrong(text, part[0]);
            }

            rule = part[0] == "FREQ"
                ? new RecurrenceRule(Enum.TryParse<Frequency>(part[1], ignoreCase: true, out var frequency) && char.IsAsciiLetter(part[1][0]) ? frequency : throw Wrong(text, part[1]))
                : With(rule ?? throw Wrong(text, "FREQ"), part[0], part[1].Split(','), text, time, zone);
        }

        return rule switch
        {
            null => throw Wrong(text, "FREQ"),
            { Count: not null, Until: not null } => throw Wrong(text, "COUNT and UNTIL"),
            { Positions.Count: > 0, Days.Count: 0, MonthDays.Count: 0, Months.Count: 0, Weeks.Count: 0 } => throw Wrong(text, "BYSETPOS"),
            _ => rule,
        };
    }

    private static RecurrenceRule With(RecurrenceRule rule, string name, string[] values, string text, LocalTime? time, DateTimeZone zone) => name switch
    {
        "INTERVAL" when values.Length == 1 => rule with { Interval = Number(values[0], 1, 9999, text) },
        "COUNT" when values.Length == 1 => rule with { Count = Number(values[0], 1, 99999, text) },
        "UNTIL" when values.Length == 1 => rule with { Until = Last(values[0], time, zone, text) },
        "BYMONTH" => rule with { Months = [.. values.Select(value => Number(value, 1, 12, text))] },
        "BYWEEKNO" when rule.Frequency == Frequency.Yearly => rule with { Weeks = [.. values.Select(value => Number(value, 1, 53, text))] },
        "BYMONTHDAY" when rule.Frequency != Frequency.Weekly => rule with { MonthDays = [.. values.Select(value => Number(value, -31, 31, text))] },
        "BYDAY" => rule with { Days = [.. values.Select(value => Day(value, rule.Frequency >= Frequency.Monthly, text)).Distinct()] },
        "BYSETPOS" => rule with { Positions = [.. values.Select(value => Number(value, -366, 366, text))] },
        "WKST" when values is ["MO"] => rule,
        _ => throw Wrong(text, name),
    };

    private static int Number(string value, int min, int max, string text) =>
        int.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) && number >= min && number <= max && number != 0
            ? number
            : throw Wrong(text, value);

    private static NthDay Day(string value, bool mayCount, string text)
    {
        var weekday = value.Length < 2 ? -1 : Array.IndexOf(Weekdays, value[^2..]);
        return weekday < 0 || (value.Length > 2 && !mayCount)
            ? throw Wrong(text, value)
            : new NthDay((IsoDayOfWeek)(weekday + 1), value.Length > 2 ? Number(value[..^2], -53, 53, text) : 0);
    }

    private static LocalDate Last(string value, LocalTime? time, DateTimeZone zone, string text)
    {
        if (Date.Parse(value) is { Success: true } day)
        {
            return day.Value;
        }

        var isUtc = value[^1] == 'Z';
        var read = DateTime.Parse(isUtc ? value[..^1] : value);
        var until = !read.Success ? throw Wrong(text, value)
            : isUtc ? read.Value.InUtc().WithZone(zone).LocalDateTime
            : read.Value;
        return until.TimeOfDay < (time ?? LocalTime.Midnight) ? until.Date.PlusDays(-1) : until.Date;
    }

    private static FormatException Wrong(string text, string what) => new($"\"{what}\" can't be read in the rule {text}");
}
