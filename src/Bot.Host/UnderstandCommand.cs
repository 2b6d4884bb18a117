using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;
using Bot.Core.Language;
using NodaTime;
using NodaTime.Text;

namespace Bot.Host;

/// <summary>
/// <c>understand</c> says what the bot understands: one expression a line from standard input, one JSON object a line. It is how
/// somebody who translates, or tests, asks.
/// </summary>
internal static class UnderstandCommand
{
    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private static readonly LocalDateTimePattern Minute = LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm");
    private static readonly LocalDateTimePattern[] Instants = [Minute, LocalDateTimePattern.GeneralIso, LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd")];

    // Those that have a grammar.
    private static readonly string[] Languages = [.. Reader.BuiltIn().Keys.Select(file => file.Split('/')[0]).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    /// <summary>The command, for the program's command line.</summary>
    public static Command Create()
    {
        var at = new Option<string?>("--at") { Description = "when it is said, as 2026-11-21T10:00; now unless told", HelpName = "TIME" };
        var zone = new Option<string>("--zone") { Description = "the time zone it is said in", HelpName = "ZONE", DefaultValueFactory = _ => "Europe/Paris" };
        var lang = new Option<string>("--lang") { Description = "the language to prefer; all are read", HelpName = "LANGUAGE", DefaultValueFactory = _ => "fr" };
        var look = new Option<string>("--look") { Description = "forward if one plans, back if one logs", HelpName = "forward|back", DefaultValueFactory = _ => "forward" };
        var command = new Command("understand", "Read one expression a line (dates, times, series, durations, amounts) and print what is understood, as JSON.") { at, zone, lang, look };
        command.SetAction(async (parsed, stop) =>
        {
            var output = parsed.InvocationConfiguration;
            if (DateTimeZoneProviders.Tzdb.GetZoneOrNull(parsed.GetRequiredValue(zone)) is not { } place)
            {
                return await Refuse(output.Error, $"There is no time zone \"{parsed.GetValue(zone)}\". Try Europe/Paris.");
            }

            if (Moment(parsed.GetValue(at), place) is not { } moment)
            {
                return await Refuse(output.Error, $"\"{parsed.GetValue(at)}\" is no date and time. Try 2026-11-21T10:00.");
            }

            var language = parsed.GetRequiredValue(lang);
            if (!Languages.Contains(language, StringComparer.Ordinal))
            {
                return await Refuse(output.Error, $"There is no language \"{language}\". Try {string.Join(" or ", Languages)}.");
            }

            if (Direction(parsed.GetRequiredValue(look)) is not { } direction)
            {
                return await Refuse(output.Error, $"One does not look \"{parsed.GetValue(look)}\". Try forward or back.");
            }

            var said = new Said(moment, place, direction, language);
            var reader = Reader.Load();
            while (await Console.In.ReadLineAsync(stop) is { } line)
            {
                await output.Output.WriteLineAsync(Line(line, reader, said));
            }

            return ExitCode.Well;
        });
        return command;
    }

    // When something is goes before how much it costs: an amount belongs to the title of what has a date.
    private static string Line(string text, Reader reader, Said said) =>
        reader.ReadWhen(text, said) is { } when ? Line(text, Kind(when), when, Shown)
        : reader.ReadMoney(text, said.Language) is { } money ? Line(text, "money", money, Shown)
        : Line(text, "none", new Found<When>([], Unsure.No, [], text), Shown);

    private static string Line<T>(string text, string kind, Found<T> found, Func<T, object> shown) => JsonSerializer.Serialize(
        new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            ["text"] = text,
            ["kind"] = kind,
            ["value"] = found.IsRead ? shown(found.Value) : null,
            ["alternatives"] = found.Others.Select(shown).ToList(),
            ["ambiguous"] = found.IsRead && found.Unsure is not Unsure.No,
            ["rest"] = found.Rest,
        },
        Plain);

    private static LocalDateTime? Moment(string? typed, DateTimeZone zone) => typed is null
        ? WallClock.Time.GetUtcNow().ToInstant(zone)
        : Instants.Select(pattern => pattern.Parse(typed)).FirstOrDefault(read => read.Success)?.Value;

    private static LocalDateTime ToInstant(this DateTimeOffset now, DateTimeZone zone) => Instant.FromDateTimeOffset(now).InZone(zone).LocalDateTime;

    private static Look? Direction(string typed) => typed switch
    {
        "forward" => Look.Forward,
        "back" => Look.Back,
        _ => null,
    };

    private static async Task<int> Refuse(TextWriter errors, string why)
    {
        await errors.WriteLineAsync(why);
        return ExitCode.Refused;
    }

    private static string Kind(Found<When> found) =>
        found.Unsure is Unsure.Vague ? "vague" : found.IsRead ? Kind(found.Value) : "impossible";

    private static string Kind(When when) => when switch
    {
        When.OnDay => "date",
        When.At => "datetime",
        When.Days or When.Hours => "interval",
        When.By => "deadline",
        When.Repeats => "recurrence",
        When.Several several => Kind(several.All[0]),
        _ => "duration",
    };

    private static object Shown(Money money) => new { cents = money.Cents, currency = money.Currency };

    private static object Shown(When when) => when switch
    {
        When.OnDay on => Date(on.Day),
        When.At at => Minute.Format(at.Moment),
        When.Days days => $"{Date(days.First)}/{Date(days.Last)}",
        When.Hours hours => $"{Minute.Format(hours.Start)}/{Minute.Format(hours.End)}",
        When.By { Time: { } time } by => Minute.Format(by.Day.At(time)),
        When.By by => Date(by.Day),
        When.Repeats repeats => Shown(repeats.Series),
        When.Several several => several.All.Select(Shown).ToList(),
        When.Lasting lasting => PeriodPattern.Roundtrip.Format(lasting.Length),
        _ => throw new InvalidOperationException($"A {when.GetType().Name} can't be shown."),
    };

    private static Dictionary<string, object> Shown(Recurrence series)
    {
        var shown = new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["start"] = series.Time is { } time ? Minute.Format(series.Start.At(time)) : Date(series.Start),
            ["rrule"] = RecurrenceText.Write(series.Rule, series.Time is not null),
            ["exdates"] = series.Except.Select(Date).ToList(),
            ["rdates"] = series.Also.Select(Date).ToList(),
        };
        if (series.Length is { } length)
        {
            shown["duration"] = PeriodPattern.Roundtrip.Format(length);
        }

        return shown;
    }

    private static string Date(LocalDate day) => LocalDatePattern.Iso.Format(day);
}
