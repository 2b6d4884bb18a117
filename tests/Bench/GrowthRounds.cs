using System.Globalization;

namespace Bench;

/// <summary>Whether a turn takes longer in a coop that remembers much: three coops, each in a file of its own, in alternating rounds.</summary>
internal static class GrowthRounds
{
    private static readonly int[] Sizes = [1_000, 10_000, 100_000];

    /// <summary>Measures.</summary>
    public static async Task<Dictionary<string, double>> Run(string folder, bool isQuick)
    {
        var (rounds, span) = isQuick ? (5, TimeSpan.FromSeconds(0.4)) : (11, TimeSpan.FromSeconds(0.7));
        var paces = Sizes.ToDictionary(size => size, _ => new List<Pace>());
        var bots = new List<(int Size, IAsyncDisposable Bot, Neighbour Neighbour)>();
        foreach (var size in Sizes)
        {
            var own = Directory.CreateDirectory(Path.Combine(folder, size.ToString(CultureInfo.InvariantCulture))).FullName;
            var store = Bots.Open(own);
            await Village.Found(store, "coop", size, Bots.Now);
            var platform = new SilentPlatform();
            var bot = Bots.On(store, platform);
            var neighbour = new Neighbour(bot, platform, "coop");
            await neighbour.Rehearse();
            bots.Add((size, bot, neighbour));
        }

        for (var round = 0; round < rounds; round++)
        {
            foreach (var (size, _, neighbour) in bots)
            {
                paces[size].Add(await TurnRounds.Alone(neighbour, span));
            }
        }

        foreach (var (_, bot, _) in bots)
        {
            await bot.DisposeAsync();
        }

        return new(StringComparer.Ordinal)
        {
            ["p50_1k"] = Pace.Median(paces[1_000].Select(pace => pace.P50)),
            ["p50_10k"] = Pace.Median(paces[10_000].Select(pace => pace.P50)),
            ["p50_100k"] = Pace.Median(paces[100_000].Select(pace => pace.P50)),
            ["growth"] = Pace.Median(paces[100_000].Zip(paces[1_000], (large, small) => large.P50 / small.P50)),
        };
    }
}
