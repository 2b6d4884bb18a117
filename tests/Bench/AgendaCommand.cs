using System.Globalization;
using System.Text.Json;
using Bot.Core.Agenda;
using Bot.Core.Language;
using Bot.Core.Memory;
using Bot.Host;
using NodaTime;

namespace Bench;

/// <summary>
/// How long « /agenda » takes in a coop with 40 rituals: from when it is heard until the answer is on the disk. Once with five years of
/// events behind it, once with none: what is over must not matter.
/// </summary>
internal static class AgendaCommand
{
    private const string Coop = "coop";
    private const int Rituals = 40;
    private const int Years = 5;
    private const int EventsAWeek = 6;
    private const int WeeksAYear = 52;
    private const int Members = 60;
    private const int Asked = 1500;
    private const int QuickAsked = 400;
    private const int WarmUp = 200;

    /// <summary>Runs it.</summary>
    /// <param name="options">What was asked for.</param>
    public static async Task<int> Run(Options options)
    {
        var folder = Directory.CreateTempSubdirectory("babillard-bench-");
        try
        {
            var asked = options.IsQuick ? QuickAsked : Asked;
            var young = await Measure(Path.Combine(folder.FullName, "young"), years: 0, asked);
            var old = await Measure(Path.Combine(folder.FullName, "old"), Years, asked);
            using var raw = new RawLoop(folder.FullName);
            var flush = raw.Run(TimeSpan.FromSeconds(1));
            Console.WriteLine($"raw append of 400 bytes      p50 {flush.P50.Text("0.000")} ms");
            Console.WriteLine($"agenda, {Rituals} rituals, no past  p50 {young.P50.Text("0.00")} ms, p99 {young.P99.Text("0.00")} ms");
            Console.WriteLine($"agenda, {Rituals} rituals, {Years} years  p50 {old.P50.Text("0.00")} ms, p99 {old.P99.Text("0.00")} ms");
            Console.WriteLine($"{Years} years to no past         {(old.P50 / young.P50).Text("0.00")}");
            if (options.Json is { } file)
            {
                await File.WriteAllTextAsync(file, JsonSerializer.Serialize(new Dictionary<string, double>(StringComparer.Ordinal)
                {
                    ["agenda_p50_ms"] = old.P50,
                    ["agenda_p99_ms"] = old.P99,
                    ["agenda_without_past_p50_ms"] = young.P50,
                    ["agenda_ratio"] = old.P50 / young.P50,
                    ["fsync_p50_ms"] = flush.P50,
                }));
            }

            return 0;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task<Pace> Measure(string folder, int years, int asked)
    {
        Directory.CreateDirectory(folder);
        var platform = new SilentPlatform();
        var store = Bots.Open(folder);
        await Found(store, years);
        await using var bot = Bots.On(store, platform);
        await Pace.Of(WarmUp, n => Ask(bot, n));
        await bot.Postman.Idle();
        if (!platform.LastText.Contains("rituel", StringComparison.Ordinal))
        {
            throw new InvalidOperationException($"This is no agenda: {platform.LastText}");
        }

        var pace = await Pace.Of(asked, n => Ask(bot, WarmUp + n));
        await bot.Postman.Idle();
        return pace;
    }

    private static Task Ask(Babillard bot, int number) =>
        Village.Type(bot, Coop, 1 + (number % Members), string.Create(CultureInfo.InvariantCulture, $"ask:{number}"), "/agenda");

    private static Task Found(IStore store, int years)
    {
        var today = Bots.Now.InUtc().Date;
        var past = years * WeeksAYear * EventsAWeek;
        List<CoopEvent> events =
        [
            .. Enumerable.Range(1, past).Select(id => Past(id, today.PlusDays(-1 - (id * 7 / EventsAWeek)))),
            .. Enumerable.Range(1, Rituals).Select(number => Ritual(past + number, today.PlusDays(number % 7))),
        ];
        return Village.Found(
            store,
            Coop,
            Members,
            [
                .. Enumerable.Range(1, Members).Select(id => new Presence { Id = id, Rooms = [1] }),
                .. events,
                .. Enumerable.Range(1, Members * 3).Select(id => Answer(id, events[^(1 + (id % Rituals))])),
            ],
            Bots.Now);
    }

    private static CoopEvent Past(int id, LocalDate day) =>
        new() { Id = id, Title = Title("réunion", id), Room = 1, Time = new EventTime(day, new LocalTime(18, 30)), IsOver = true, Came = id % Members };

    private static CoopEvent Ritual(int id, LocalDate day) => new()
    {
        Id = id,
        Title = Title("rituel", id),
        Room = 1,
        Time = new EventTime(day, new LocalTime(8 + (id % 12), 0)) { Length = Duration.FromHours(2) },
        Series = new EventSeries(new RecurrenceRule(id % 4 == 0 ? Frequency.Monthly : Frequency.Weekly) { Interval = 1 + (id % 2) }),
    };

    private static Rsvp Answer(int id, CoopEvent ritual) => new() { Id = id, Event = ritual.Id, On = ritual.Time.Day, Member = 1 + (id % Members), At = Bots.Now };

    private static string Title(string word, int number) => string.Create(CultureInfo.InvariantCulture, $"{word} {number}");
}
