using System.Globalization;
using System.Text;
using NodaTime;

namespace Bot.Core.Texts;

/// <summary>How a language writes days and hours. Its patterns are templates, whose blanks are the pieces of a date.</summary>
internal sealed class CalendarWords
{
    private readonly string[] weekdays;
    private readonly string[] months;
    private readonly IReadOnlyDictionary<string, string> days;
    private readonly Template date;
    private readonly Template monthDay;
    private readonly Template time;
    private readonly Template both;

    public CalendarWords(LanguageSettings settings, Spacing spacing)
    {
        weekdays = settings.Take("weekdays", value => ReadNames(value, 7));
        months = settings.Take("months", value => ReadNames(value, 12));
        days = settings.TakeAll("day.", value => value);
        date = settings.Take("date", value => ReadPattern(value, spacing, "weekday", "day", "month", "year"));
        monthDay = settings.Take("monthday", value => ReadPattern(value, spacing, "weekday", "day"));
        time = settings.Take("time", value => ReadPattern(value, spacing, "hour", "hour2", "minute"));
        both = settings.Take("datetime", value => ReadPattern(value, spacing, "date", "time"));
    }

    /// <summary>Writes a day; its year only if it is not today's.</summary>
    public void Write(StringBuilder to, LocalDate day, LocalDate today) =>
        date.Write(to, new Pieces(this, day.At(LocalTime.Midnight), today));

    /// <summary>Writes a day whose month is told behind it: « du lun. 23 au mer. 25 nov. ».</summary>
    public void WriteMonthDay(StringBuilder to, LocalDate day) => monthDay.Write(to, new Pieces(this, day.AtMidnight(), day));

    /// <summary>Writes a time of day.</summary>
    public void Write(StringBuilder to, LocalTime hour) => time.Write(to, new Pieces(this, default(LocalDate).At(hour), default));

    /// <summary>Writes a day and a time.</summary>
    public void Write(StringBuilder to, LocalDateTime at, LocalDate today) => both.Write(to, new Pieces(this, at, today));

    private static string[] ReadNames(string value, int count) => CommaList.Read(value) is var names && names.Length == count
        ? names
        : throw new FormatException($"there should be {count.ToString(CultureInfo.InvariantCulture)} names in: {value}");

    private static Template ReadPattern(string value, Spacing spacing, params string[] pieces)
    {
        var pattern = Template.Parse(value, spacing);
        return pattern.Functions.Count == 0 && pattern.Written.Concat(pattern.Asked).All(name => pieces.Contains(name, StringComparer.Ordinal))
            ? pattern
            : throw new FormatException($"this pattern knows only {string.Join(", ", pieces)}: {value}");
    }

    private readonly record struct Pieces(CalendarWords Words, LocalDateTime At, LocalDate Today) : IBlanks
    {
        public char Prefix => '/';

        // A time on the hour may leave its minutes out, as a date of this year its year.
        public bool Has(string name) => name switch
        {
            "minute" => At.Minute != 0,
            "year" => At.Year != Today.Year,
            _ => true,
        };

        public void Write(string name, StringBuilder to)
        {
            switch (name)
            {
                case "date":
                    Words.Write(to, At.Date, Today);
                    break;
                case "time":
                    Words.Write(to, At.TimeOfDay);
                    break;
                default:
                    to.Append(Piece(name));
                    break;
            }
        }

        public void Apply(string function, StringBuilder to, int start) =>
            throw new InvalidOperationException($"A pattern of dates has no function {function}.");

        private string Piece(string name) => name switch
        {
            "weekday" => Words.weekdays[(int)At.DayOfWeek - 1],
            "day" => Words.days.GetValueOrDefault(Number(At.Day), Number(At.Day)),
            "month" => Words.months[At.Month - 1],
            "year" => Number(At.Year),
            "hour" => Number(At.Hour),
            "hour2" => TwoDigits(At.Hour),
            _ => TwoDigits(At.Minute),
        };

        private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

        private static string TwoDigits(int number) => number.ToString("00", CultureInfo.InvariantCulture);
    }
}
