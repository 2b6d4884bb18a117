using System.Globalization;
using Bot.Host;

namespace Bench;

/// <summary>What the process takes up with 20 coops of 2,000 documents in it.</summary>
internal static class Memory
{
    private const int Coops = 20;
    private const int Documents = 2000;
    private const double Megabyte = 1024 * 1024;
    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(2);

    /// <summary>Makes the coops, in another process than the one that is measured.</summary>
    public static async Task<Dictionary<string, double>> Found(string folder)
    {
        await using var store = Bots.Open(folder);
        foreach (var name in Names)
        {
            await Village.Found(store, name, Documents, Bots.Now);
        }

        return [];
    }

    /// <summary>Measures the bot as it runs, health page included, after each coop has taken an action on and given it back.</summary>
    public static async Task<Dictionary<string, double>> Run(string folder)
    {
        var platform = new SilentPlatform();
        var store = Bots.Open(folder);
        await using var bot = Bots.On(store, platform);
        var health = new Health(store, () => bot.IsRunning, TimeProvider.System);
        await using var page = await HealthPage.Open(0, health, Microsoft.Extensions.Logging.Abstractions.NullLoggerFactory.Instance, CancellationToken.None);
        using var stop = new CancellationTokenSource();
        var running = bot.Run(stop.Token);
        foreach (var name in Names)
        {
            var neighbour = new Neighbour(bot, platform, name);
            await neighbour.Speak();
            await neighbour.Speak();
        }

        await Task.Delay(Rest);
        var resident = Environment.WorkingSet / Megabyte;
        await stop.CancelAsync();
        await running;
        return new(StringComparer.Ordinal) { ["rss"] = resident };
    }

    private static IEnumerable<string> Names => Enumerable.Range(0, Coops).Select(n => string.Create(CultureInfo.InvariantCulture, $"coop{n}"));
}
