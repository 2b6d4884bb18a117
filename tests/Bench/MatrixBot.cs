using Bot.Adapters.Matrix;
using Microsoft.Extensions.Logging.Abstractions;

namespace Bench;

/// <summary>The real bot in a process of its own, on a homeserver and a file of its own, until its input ends.</summary>
internal static class MatrixBot
{
    /// <summary>The first word of such a process.</summary>
    public const string Command = "matrix-bot";

    /// <summary>Runs it.</summary>
    /// <param name="root">Where the homeserver is.</param>
    /// <param name="token">Its token.</param>
    public static async Task<int> Run(string root, string token)
    {
        var folder = Directory.CreateTempSubdirectory("babillard-matrix-");
        using var platform = new MatrixPlatform(new MatrixSettings(new Uri(root), token, ["*"]), TimeProvider.System, NullLogger<MatrixPlatform>.Instance);
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
