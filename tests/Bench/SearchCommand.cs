using System.Globalization;
using System.Text.Json;
using Bot.Core.Actions;
using Bot.Core.Journal;
using Bot.Core.Memory;
using Bot.Host;
using NodaTime;

namespace Bench;

/// <summary>
/// How long « /chercher » takes among 50,000 entries of some fifteen years: from when it is heard until the answer is on the disk; how long
/// the first one takes, which looks at all of them; what that costs in memory, and the ordinary turns after it.
/// </summary>
internal static class SearchCommand
{
    private const string Coop = "coop";
    private const int Members = 60;
    private const int Lines = 34_000;
    private const int Actions = 10_000;
    private const int Notes = 6_000;
    private const int LinesADay = 6;
    private const int WordsALine = 12;
    private const int Vocabulary = 20_000;
    private const int Asked = 2000;
    private const int QuickAsked = 400;
    private const int WarmUp = 200;
    private const double Megabyte = 1024 * 1024;

    private static readonly string[] Syllables =
        ["ba", "cho", "dé", "fon", "gri", "jar", "la", "mou", "ni", "pé", "ra", "sau", "té", "vi", "qua", "lon", "mer", "tis", "cœ", "eau"];

    /// <summary>Runs it.</summary>
    /// <param name="options">What was asked for.</param>
    public static async Task<int> Run(Options options)
    {
        var folder = Directory.CreateTempSubdirectory("babillard-bench-");
        try
        {
            var figures = await Measure(folder.FullName, options.IsQuick ? QuickAsked : Asked);
            using var raw = new RawLoop(folder.FullName);
            figures["fsync_p50_ms"] = raw.Run(TimeSpan.FromSeconds(1)).P50;
            Console.WriteLine($"raw append of 400 bytes     p50 {figures["fsync_p50_ms"].Text("0.000")} ms");
            Console.WriteLine($"search in {Lines + Actions + Notes} entries  p50 {figures["search_p50_ms"].Text("0.00")} ms, p99 {figures["search_p99_ms"].Text("0.00")} ms");
            Console.WriteLine($"the first one               {figures["first_search_ms"].Text("0")} ms, and {figures["index_mb"].Text("0.0")} MB from then on");
            Console.WriteLine($"a line in the journal       p50 {figures["line_before_p50_ms"].Text("0.00")} ms before, {figures["line_after_p50_ms"].Text("0.00")} ms after");
            if (options.Json is { } file)
            {
                await File.WriteAllTextAsync(file, JsonSerializer.Serialize(figures));
            }

            return 0;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task<Dictionary<string, double>> Measure(string folder, int asked)
    {
        var platform = new SilentPlatform();
        var store = Bots.Open(folder);
        await Village.Found(store, Coop, Members, Entries(), Bots.Now);
        await using var bot = Bots.On(store, platform);
        await Paced(bot, "write", WarmUp, Line);
        var before = await Paced(bot, "before", asked, Line);
        var small = GC.GetTotalMemory(forceFullCollection: true);
        var first = await Paced(bot, "first", 1, Search);
        await bot.Postman.Idle();
        var large = GC.GetTotalMemory(forceFullCollection: true);
        await Paced(bot, "warm", WarmUp, Search);
        var search = await Paced(bot, "search", asked, Search);
        await bot.Postman.Idle();
        if (!platform.LastText.Contains(" pour ", StringComparison.Ordinal))
        {
            throw new InvalidOperationException($"This is no answer: {platform.LastText}");
        }

        var after = await Paced(bot, "after", asked, Line);
        await bot.Postman.Idle();
        return new(StringComparer.Ordinal)
        {
            ["search_p50_ms"] = search.P50,
            ["search_p99_ms"] = search.P99,
            ["first_search_ms"] = first.P50,
            ["index_mb"] = (large - small) / Megabyte,
            ["line_before_p50_ms"] = before.P50,
            ["line_after_p50_ms"] = after.P50,
        };
    }

    private static Task<Pace> Paced(Babillard bot, string what, int times, Func<int, string> text) =>
        Pace.Of(times, n => Village.Type(bot, Coop, 1 + (n % Members), string.Create(CultureInfo.InvariantCulture, $"{what}:{n}"), text(n)));

    private static string Line(int number) => $"/journal {Sentence(Lines + number)}";

    // A word that many lines hold, a rare one, two words, the beginning of one, and one with a slip.
    private static string Search(int number) => "/chercher " + (number % 5) switch
    {
        0 => Word(number % 40),
        1 => Word(Vocabulary - 1 - number),
        2 => $"{Word(number % 40)} {Word((number + 7) % 40)}",
        3 => Word(number * 31 % Vocabulary)[..4],
        _ => Word(1000 + number).Remove(2, 1),
    };

    private static IEnumerable<Document> Entries()
    {
        var today = Bots.Now.InUtc().Date;
        for (var id = 1; id <= Lines; id++)
        {
            var day = today.PlusDays(-(Lines - id) / LinesADay);
            yield return new JournalLine { Id = id, Day = day, At = day.AtMidnight().InUtc().ToInstant(), Member = 1 + (id % Members), Text = Sentence(id) };
        }

        for (var id = 1; id <= Actions; id++)
        {
            yield return new CoopAction { Id = id, Title = Sentence(id * 3)[..40], DoneAt = Bots.Now - Duration.FromHours(id), IsPutAway = true };
        }

        for (var id = 1; id <= Notes; id++)
        {
            yield return new ActionNote { Id = id, Action = id, Member = 1, At = Bots.Now - Duration.FromHours(id), Text = Sentence(id * 5), IsPutAway = true };
        }
    }

    private static string Sentence(int seed) => string.Join(' ', Enumerable.Range(0, WordsALine).Select(place => Word(Rank(seed, place))));

    // Few words stand everywhere and most hardly anywhere, as in what people write (Zipf's law).
    private static int Rank(int seed, int place)
    {
        var share = (((uint)((seed * 7919) + (place * 104_729)) * 2_654_435_761u) >> 8) / (double)(1 << 24);
        return (int)Math.Pow(Vocabulary, share) - 1;
    }

    private static string Word(int rank)
    {
        var word = "";
        for (var left = rank + Syllables.Length; left > 0; left /= Syllables.Length)
        {
            word += Syllables[left % Syllables.Length];
        }

        return word + Syllables[rank % 7];
    }
}
