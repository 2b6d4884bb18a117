using System.Globalization;
using System.Text.Json;
using Bot.Core.Hours;
using Bot.Core.Language;
using Bot.Core.Memory;
using Bot.Host;

namespace Bench;

/// <summary>How long « /bilan » of a year with 20,000 lines takes: from when it is heard until the answer, with its drawing, is on the disk.</summary>
internal static class HoursCommand
{
    private const string Coop = "coop";
    private const int Members = 60;
    private const int Lines = 20_000;
    private const int Things = 200;
    private const int DaysBack = 320;
    private const int Asked = 500;
    private const int QuickAsked = 100;
    private const int WarmUp = 20;
    private static readonly string[] Circles = ["jardin", "accueil", "cuisine", "atelier", "bureau", "fêtes", "caisse", "ménage"];

    /// <summary>Runs it.</summary>
    /// <param name="options">What was asked for.</param>
    public static async Task<int> Run(Options options)
    {
        var folder = Directory.CreateTempSubdirectory("babillard-bench-");
        try
        {
            var pace = await Measure(folder.FullName, options.IsQuick ? QuickAsked : Asked);
            Console.WriteLine($"bilan of a year, {Lines} lines  p50 {pace.P50.Text("0.00")} ms, p99 {pace.P99.Text("0.00")} ms");
            if (options.Json is { } file)
            {
                await File.WriteAllTextAsync(file, JsonSerializer.Serialize(new Dictionary<string, double>(StringComparer.Ordinal)
                {
                    ["summary_p50_ms"] = pace.P50,
                    ["summary_p99_ms"] = pace.P99,
                }));
            }

            return 0;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task<Pace> Measure(string folder, int asked)
    {
        var platform = new SilentPlatform();
        var store = Bots.Open(folder);
        await Village.Found(store, Coop, Members, Enumerable.Range(1, Lines).Select(Line), Bots.Now);
        await using var bot = Bots.On(store, platform);
        await Pace.Of(WarmUp, n => Ask(bot, n));
        await bot.Postman.Idle();
        if (!platform.LastText.Contains("accueil", StringComparison.Ordinal))
        {
            throw new InvalidOperationException($"This is no summary: {platform.LastText}");
        }

        var pace = await Pace.Of(asked, n => Ask(bot, WarmUp + n));
        await bot.Postman.Idle();
        return pace;
    }

    private static Task Ask(Babillard bot, int number) =>
        Village.Type(bot, Coop, 1 + (number % Members), string.Create(CultureInfo.InvariantCulture, $"ask:{number}"), "/bilan année");

    private static HoursLine Line(int id) => new()
    {
        Id = id,
        Member = 1 + (id % Members),
        By = 1 + (id % Members),
        Time = new Effort(15 * (1 + (id % 12))),
        Day = Bots.Now.InUtc().Date.PlusDays(-(id % DaysBack)),
        Text = string.Create(CultureInfo.InvariantCulture, $"tâche {id}"),
        Circle = id % 9 < Circles.Length ? Circles[id % 9] : null,
        About = id % 3 == 0 ? new Ref('A', 1 + (id % Things)) : null,
        Title = id % 3 == 0 ? string.Create(CultureInfo.InvariantCulture, $"action {id % Things}") : null,
        Nature = id % 10 == 0 ? Nature.Meeting : Nature.Production,
        At = Bots.Now,
    };
}
