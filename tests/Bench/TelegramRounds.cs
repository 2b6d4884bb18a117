using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Bot.Adapters.Tests.Telegram.Fake;

namespace Bench;

/// <summary>One bot on a Bot API server of ours: somebody writes, and the bot's answer comes to the server.</summary>
/// <param name="name">What the bot is called in the report.</param>
/// <param name="start">Starts it in a process of its own: the server, the token, and the port on which it is called or 0.</param>
internal sealed class TelegramRounds(string name, Func<string, string, int, ProcessStartInfo> start)
{
    /// <summary>Where bots say that they can be called; the server knows where that really is.</summary>
    public const string Hook = "https://bench.example/hook";

    private const string Token = "900001:bench";
    private const int Groups = 64;
    private static readonly TimeSpan LongEnough = TimeSpan.FromSeconds(60);

    /// <summary>Measures: one message after the other, then 64 groups at once.</summary>
    /// <param name="isCalled">Whether updates are delivered by webhook.</param>
    /// <param name="isQuick">Whether fewer and shorter rounds will do.</param>
    public async Task<(Pace One, double PerSecond)> Run(bool isCalled, bool isQuick)
    {
        await using var api = await FakeBotApi.Open(TimeProvider.System);
        api.Remembers = false;
        var bot = api.NewBot(Token, "bench_bot");
        var port = isCalled ? FreePort() : 0;
        api.WebhookTarget = isCalled ? new Uri($"http://127.0.0.1:{port.ToString(CultureInfo.InvariantCulture)}") : null;
        var info = start(api.Root.AbsoluteUri.TrimEnd('/'), Token, port);
        (info.RedirectStandardInput, info.RedirectStandardOutput, info.UseShellExecute) = (true, true, false);
        using var process = Process.Start(info)!;
        process.OutputDataReceived += static (_, _) => { };
        process.BeginOutputReadLine();
        try
        {
            var answered = new ConcurrentDictionary<long, TaskCompletionSource>();
            api.OnSent = chat => answered[chat].TrySetResult();
            var people = Enumerable.Range(0, Groups).Select(n => api.NewPerson(100 + n, "Membre")).ToList();
            var groups = people.Select((person, n) => api.NewGroup(-1000 - n, "Jardin", isForum: false, person)).ToList();
            groups.ForEach(group => group.Members[bot.Account.Id] = "member");
            for (var n = 0; n < 3 * Groups; n++)
            {
                await Say(n % Groups).WaitAsync(LongEnough);
            }

            var one = new Pace();
            var span = TimeSpan.FromSeconds(isQuick ? 1 : 4);
            var begun = Stopwatch.GetTimestamp();
            for (var n = 0; Stopwatch.GetElapsedTime(begun) < span; n++)
            {
                var before = Stopwatch.GetTimestamp();
                await Say(n % Groups).WaitAsync(LongEnough);
                one.Add(Stopwatch.GetElapsedTime(before));
            }

            one.Over(Stopwatch.GetElapsedTime(begun));
            var count = 0;
            begun = Stopwatch.GetTimestamp();
            await Task.WhenAll(Enumerable.Range(0, Groups).Select(async group =>
            {
                while (Stopwatch.GetElapsedTime(begun) < span)
                {
                    await Say(group).WaitAsync(LongEnough);
                    Interlocked.Increment(ref count);
                }
            }));
            return (one, count / Stopwatch.GetElapsedTime(begun).TotalSeconds);

            Task Say(int group)
            {
                var heard = answered[groups[group].Id] = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
                groups[group].Messages.Clear();
                api.Say(people[group], groups[group], "/libres");
                return heard.Task;
            }
        }
        finally
        {
            process.StandardInput.Close();
            if (!process.WaitForExit(LongEnough))
            {
                process.Kill();
            }
        }
    }

    /// <summary>What the bot is called in the report.</summary>
    public string Name => name;

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
