using System.Diagnostics;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json;

namespace Bench;

/// <summary>
/// How fast the bot answers on Telegram, beside bots of two other libraries that only repeat what they hear, on the same server in the
/// same run. Ours finds a command, runs it on a memory, and has it on the disk before it answers.
/// </summary>
internal static class TelegramCommand
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    /// <summary>Measures and reports.</summary>
    public static async Task<int> Run(Options options)
    {
        List<TelegramRounds> all = [new("Babillard", Ours)];
        if (Directory.Exists(Path.Combine(Folder(), "node_modules")))
        {
            all.Add(new("grammY, echo", (root, token, port) => Echo("grammy-echo.mjs", root, token, port)));
            all.Add(new("Telegraf, echo", (root, token, port) => Echo("telegraf-echo.mjs", root, token, port)));
        }
        else
        {
            Measures.Remark("The bots of others are not there: « npm ci » in tests/Bot.Adapters.Tests/Telegram/clients brings them.");
        }

        var figures = new Dictionary<string, double>(StringComparer.Ordinal);
        Console.WriteLine($"{"",-28}{"p50 ms",10}{"p99 ms",10}{"updates/s",12}");
        foreach (var isCalled in new[] { false, true })
        {
            var how = isCalled ? "webhook" : "polling";
            foreach (var bot in all)
            {
                var (one, perSecond) = await bot.Run(isCalled, options.IsQuick);
                Console.WriteLine($"{bot.Name + ", " + how,-28}{one.P50.Text("0.00"),10}{one.P99.Text("0.00"),10}{perSecond.Text("0"),12}");
                var key = $"{bot.Name.Split(',')[0].ToLowerInvariant()}_{how}";
                (figures[key + "_p50_ms"], figures[key + "_p99_ms"], figures[key + "_per_s"]) = (one.P50, one.P99, perSecond);
            }
        }

        if (all.Count > 1)
        {
            Console.WriteLine();
            Compare("polling");
            Compare("webhook");
        }

        if (options.Json is { } file)
        {
            await File.WriteAllTextAsync(file, JsonSerializer.Serialize(figures, Indented) + "\n");
        }

        return 0;

        // Beside the better of the two others.
        void Compare(string how)
        {
            var p50 = figures[$"babillard_{how}_p50_ms"] / Math.Min(figures[$"grammy_{how}_p50_ms"], figures[$"telegraf_{how}_p50_ms"]);
            var pace = figures[$"babillard_{how}_per_s"] / Math.Max(figures[$"grammy_{how}_per_s"], figures[$"telegraf_{how}_per_s"]);
            Console.WriteLine($"{"p50 to the better echo, " + how,-38}{p50.Text("0.00"),8}  ≤ 1.5{(p50 <= 1.5 ? "" : "  short")}");
            Console.WriteLine($"{"updates/s to the better echo, " + how,-38}{pace.Text("0.00"),8}  ≥ 1{(pace >= 1 ? "" : "  short")}");
        }
    }

    private static ProcessStartInfo Ours(string root, string token, int port)
    {
        var program = Environment.ProcessPath!;
        List<string> words = [TelegramBot.Command, root, token, port.ToString(CultureInfo.InvariantCulture)];
        if (Path.GetFileNameWithoutExtension(program) == "dotnet")
        {
            words.Insert(0, typeof(TelegramCommand).Assembly.Location);
        }

        return new ProcessStartInfo(program, words);
    }

    private static ProcessStartInfo Echo(string script, string root, string token, int port) =>
        new("node", [script, root, token, port.ToString(CultureInfo.InvariantCulture), TelegramRounds.Hook]) { WorkingDirectory = Folder() };

    private static string Folder([CallerFilePath] string path = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(path)!, "../Bot.Adapters.Tests/Telegram/clients"));
}
