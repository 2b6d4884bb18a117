using System.Globalization;
using System.Text.Json;
using Bot.Core.Chat;
using Bot.Core.Memory;
using Bot.Host;

namespace Bench;

/// <summary>
/// How long a tap on a proposal's card takes, where 200 people vote and 150 have answered: from when it is heard until the answer is on
/// the disk and the card's edit, which the same commit holds, waits to be sent. And how long it takes to count the ballots of each way to decide.
/// </summary>
internal static class DecisionsCommand
{
    private const string Coop = "coop";
    private const int Voters = 200;
    private const int Answered = 150;
    private const int Taps = 2000;
    private const int QuickTaps = 500;

    /// <summary>Runs it.</summary>
    /// <param name="options">What was asked for.</param>
    public static async Task<int> Run(Options options)
    {
        var folder = Directory.CreateTempSubdirectory("babillard-bench-");
        try
        {
            var (tap, flush) = await Measure(folder.FullName, options.IsQuick ? QuickTaps : Taps);
            Console.WriteLine($"raw append of 400 bytes  p50 {flush.P50.Text("0.000")} ms");
            Console.WriteLine($"tap in a vote of {Voters}     p50 {tap.P50.Text("0.00")} ms, p99 {tap.P99.Text("0.00")} ms, {tap.PerSecond.Text("0")} per second");
            var tallies = TallyRounds.Run();
            foreach (var (way, milliseconds) in tallies)
            {
                Console.WriteLine($"{TallyRounds.Ballots} ballots, {way,-10} {milliseconds.Text("0.00")} ms");
            }

            if (options.Json is { } file)
            {
                await File.WriteAllTextAsync(file, JsonSerializer.Serialize(new Dictionary<string, double>(tallies.Select(each => KeyValuePair.Create($"tally_{each.Key}_ms", each.Value)), StringComparer.Ordinal)
                {
                    ["tap_p50_ms"] = tap.P50,
                    ["tap_p99_ms"] = tap.P99,
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

    private static async Task<(Pace Tap, Pace Flush)> Measure(string folder, int taps)
    {
        var platform = new SilentPlatform();
        var store = Bots.Open(folder);
        await Village.Found(store, Coop, Voters, Enumerable.Range(1, Voters).Select(id => new Presence { Id = id, Rooms = [1] }), Bots.Now);
        await using var bot = Bots.On(store, platform);
        await Village.Type(bot, Coop, 1, "open", "/consentement fermer le lundi");
        await bot.Postman.Idle();
        var card = platform.LastButtons ?? throw new InvalidOperationException($"There is no card: {platform.LastText}");
        for (var voter = 2; voter <= Answered; voter++)
        {
            await Tap(bot, card, voter, voter);
        }

        await bot.Postman.Idle();
        var pace = await Pace.Of(taps, n => Tap(bot, card, 2 + (n % (Answered - 1)), Voters + n));
        await bot.Postman.Idle();
        using var raw = new RawLoop(folder);
        return (pace, raw.Run(TimeSpan.FromSeconds(1)));
    }

    // Those who answered change their minds, from agreeing to abstaining and back.
    private static Task Tap(Babillard bot, (string MessageId, IReadOnlyList<Button> Buttons) card, int voter, int number)
    {
        var button = card.Buttons[number / (Answered - 1) % 2];
        var key = string.Create(CultureInfo.InvariantCulture, $"{SilentPlatform.PlatformName}:tap:{voter}:{number}");
        return bot.Conversation.Hear(new Pressed(key, Village.Room(Coop), Village.By(Coop, voter), Bots.Now, card.MessageId, button.Token));
    }
}
