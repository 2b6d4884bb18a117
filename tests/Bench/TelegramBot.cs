using System.Net;
using Bot.Adapters.Telegram;
using Microsoft.Extensions.Logging.Abstractions;

namespace Bench;

/// <summary>The real bot in a process of its own, on a Bot API server of ours and a file of its own, until its input ends.</summary>
internal static class TelegramBot
{
    /// <summary>The first word of such a process.</summary>
    public const string Command = "telegram-bot";

    /// <summary>Runs it. Without limits, since the server has none: what is measured is the bot.</summary>
    /// <param name="root">Where the server is.</param>
    /// <param name="token">Its token.</param>
    /// <param name="port">The port on which it is called; 0 to ask.</param>
    public static async Task<int> Run(string root, string token, int port)
    {
        var folder = Directory.CreateTempSubdirectory("babillard-telegram-");
        var settings = new TelegramSettings(token, new Uri(root))
        {
            Limits = Limits.None,
            Webhook = port == 0 ? null : new WebhookSettings(new Uri(TelegramRounds.Hook), IPAddress.Loopback, port),
        };
        using var platform = new TelegramPlatform(settings, TimeProvider.System, NullLogger<TelegramPlatform>.Instance);
        using var stop = new CancellationTokenSource();
        await using (var bot = Bots.On(Bots.Open(folder.FullName), platform))
        {
            var running = bot.Run(stop.Token);
            await Console.In.ReadToEndAsync();
            await stop.CancelAsync();
            await running;
        }

        folder.Delete(recursive: true);
        return 0;
    }
}
