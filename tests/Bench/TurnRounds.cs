using System.Diagnostics;
using System.Globalization;
using Bot.Host;

namespace Bench;

/// <summary>Turns of one coop, turns of 64 at once, and the raw loop, in alternating rounds on the same disk.</summary>
internal static class TurnRounds
{
    private const int Coops = 64;
    private const int Documents = 1000;
    private const int TurnsPerSample = 500;

    /// <summary>Measures.</summary>
    public static async Task<Dictionary<string, double>> Run(string folder, bool isQuick)
    {
        var (rounds, span) = isQuick ? (3, TimeSpan.FromSeconds(0.7)) : (7, TimeSpan.FromSeconds(1.2));
        var platform = new SilentPlatform();
        var store = Bots.Open(folder);
        var names = Enumerable.Range(0, Coops).Select(n => string.Create(CultureInfo.InvariantCulture, $"coop{n}")).ToList();
        foreach (var name in names)
        {
            await Village.Found(store, name, Documents, Bots.Now);
        }

        await using var bot = Bots.On(store, platform);
        using var raw = new RawLoop(folder);
        var people = names.ConvertAll(name => new Neighbour(bot, platform, name));
        await people[0].Rehearse();
        await Alone(people[0], span * 2);
        await Together(people, span * 2);
        raw.Run(span / 4);

        List<Pace> flushes = [], alone = [], together = [];
        List<double> bytes = [];
        for (var round = 0; round < rounds; round++)
        {
            flushes.Add(raw.Run(span / 2));
            alone.Add(await Alone(people[0], span));
            together.Add(await Together(people, span));
            bytes.Add(await BytesPerTurn(bot, people[0]));
        }

        return new(StringComparer.Ordinal)
        {
            ["fsync"] = Pace.Median(flushes.Select(pace => pace.PerSecond)),
            ["fsync_p50_ms"] = Pace.Median(flushes.Select(pace => pace.P50)),
            ["one"] = Pace.Median(alone.Select(pace => pace.PerSecond)),
            ["one_p50_ms"] = Pace.Median(alone.Select(pace => pace.P50)),
            ["one_p99_ms"] = Pace.Median(alone.Select(pace => pace.P99)),
            ["many"] = Pace.Median(together.Select(pace => pace.PerSecond)),
            ["many_p50_ms"] = Pace.Median(together.Select(pace => pace.P50)),
            ["many_p99_ms"] = Pace.Median(together.Select(pace => pace.P99)),
            ["one_to_fsync"] = Pace.Median(alone.Zip(flushes, (one, flush) => one.PerSecond / flush.PerSecond)),
            ["many_to_one"] = Pace.Median(together.Zip(alone, (many, one) => many.PerSecond / one.PerSecond)),
            ["bytes"] = Pace.Median(bytes),
        };
    }

    /// <summary>Turns of one coop, one after the other.</summary>
    public static async Task<Pace> Alone(Neighbour neighbour, TimeSpan span)
    {
        var pace = new Pace();
        var start = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(start) < span)
        {
            var before = Stopwatch.GetTimestamp();
            await neighbour.Speak();
            pace.Add(Stopwatch.GetElapsedTime(before));
        }

        return pace.Over(Stopwatch.GetElapsedTime(start));
    }

    // Each coop has somebody who speaks as soon as they were answered.
    private static async Task<Pace> Together(List<Neighbour> people, TimeSpan span)
    {
        var start = Stopwatch.GetTimestamp();
        var paces = await Task.WhenAll(people.Select(neighbour => Task.Run(() => Alone(neighbour, span))));
        var all = new Pace();
        Array.ForEach(paces, all.Add);
        return all.Over(Stopwatch.GetElapsedTime(start));
    }

    // All threads count: the turn's, the writer's and the Postman's.
    private static async Task<double> BytesPerTurn(Babillard bot, Neighbour neighbour)
    {
        await bot.Postman.Idle();
        var before = GC.GetTotalAllocatedBytes(precise: true);
        for (var n = 0; n < TurnsPerSample; n++)
        {
            await neighbour.Speak();
        }

        await bot.Postman.Idle();
        return (GC.GetTotalAllocatedBytes(precise: true) - before) / (double)TurnsPerSample;
    }
}
