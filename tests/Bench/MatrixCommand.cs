using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Bench;

/// <summary>
/// How fast the bot answers on a real homeserver, beside a bot of another library (matrix-js-sdk) that only repeats what it hears, in turns, as a
/// person's client sees it. Ours finds a command, runs it on a memory, and has it on the disk before it answers.
/// </summary>
internal static class MatrixCommand
{
    private const string Ours = "@babillard:test.local";
    private const string Echo = "@echo:test.local";
    private static readonly TimeSpan LongEnough = TimeSpan.FromSeconds(50);

    /// <summary>Measures and reports.</summary>
    public static async Task<int> Run(Options options)
    {
        var synapse = Environment.GetEnvironmentVariable("SYNAPSE") is { Length: > 0 } named ? named : Path.Combine(Environment.GetEnvironmentVariable("HOME") ?? "", ".cache/babillard/synapse");
        if (!Directory.Exists(Path.Combine(synapse, "root")) || !Directory.Exists(Path.Combine(Clients(), "node_modules")))
        {
            Measures.Remark($"There is no homeserver here, or no client: « tests/servers/synapse.sh get {synapse} », and « npm ci » in tests/EndToEnd.Tests/clients.");
            return 0;
        }

        var data = Directory.CreateTempSubdirectory("babillard-bench-");
        var port = FreePort();
        var root = string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}");
        List<Process> running = [Start("bash", Path.Combine(Clients(), "../../servers/synapse.sh"), "run", synapse, data.FullName, port.ToString(CultureInfo.InvariantCulture))];
        try
        {
            using var http = new HttpClient { BaseAddress = new Uri(root) };
            await Answers(http).WaitAsync(LongEnough);
            running.Add(Start([.. Self(), MatrixBot.Command, root, await Account(http, "babillard")]));
            running.Add(Start("node", Path.Combine(Clients(), "echo.mjs"), root, await Account(http, "echo"), Echo));
            var person = Start("node", Path.Combine(Clients(), "pace.mjs"), root, options.IsQuick ? "4" : "15", Ours, Echo);
            running.Add(person);
            var lines = (await person.StandardOutput.ReadToEndAsync().WaitAsync(LongEnough)).Split('\n', StringSplitOptions.RemoveEmptyEntries);
            return await Report(lines.Select(line => JsonNode.Parse(line)!.AsObject()).ToDictionary(line => (string)line["bot"]!, StringComparer.Ordinal), options);
        }
        finally
        {
            foreach (var process in running)
            {
                process.Kill(entireProcessTree: true);
                await process.WaitForExitAsync();
                process.Dispose();
            }

            data.Delete(recursive: true);
        }
    }

    private static async Task<int> Report(Dictionary<string, JsonObject> bots, Options options)
    {
        Console.WriteLine($"{"",-28}{"p50 ms",10}{"p99 ms",10}");
        foreach (var (name, bot) in new[] { ("Babillard", Ours), ("matrix-js-sdk, echo", Echo) })
        {
            Console.WriteLine($"{name,-28}{Of(bot, "p50").Text("0.00"),10}{Of(bot, "p99").Text("0.00"),10}");
        }

        var ratio = Of(Ours, "p50") / Of(Echo, "p50");
        Console.WriteLine($"\n{"p50 to the echo",-38}{ratio.Text("0.00"),8}  ≤ 1.3{(ratio <= 1.3 ? "" : "  short")}");
        if (options.Json is { } file)
        {
            await File.WriteAllTextAsync(file, JsonSerializer.Serialize(new Dictionary<string, double>(StringComparer.Ordinal)
            {
                ["babillard_p50_ms"] = Of(Ours, "p50"),
                ["echo_p50_ms"] = Of(Echo, "p50"),
                ["p50_to_echo"] = ratio,
            }) + "\n");
        }

        return 0;

        double Of(string bot, string figure) => (double)bots[bot][figure]!;
    }

    private static async Task Answers(HttpClient http)
    {
        using var looks = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        while (await looks.WaitForNextTickAsync())
        {
            try
            {
                if ((await http.GetAsync(new Uri("/health", UriKind.Relative))).IsSuccessStatusCode)
                {
                    return;
                }
            }
            catch (HttpRequestException)
            {
                // Not yet.
            }
        }
    }

    private static async Task<string> Account(HttpClient http, string name)
    {
        var account = new JsonObject { ["username"] = name, ["password"] = "pw", ["auth"] = new JsonObject { ["type"] = "m.login.dummy" } };
        var made = await http.PostAsJsonAsync(new Uri("/_matrix/client/v3/register", UriKind.Relative), account);
        return (string)(await made.Content.ReadFromJsonAsync<JsonObject>())!["access_token"]!;
    }

    private static Process Start(params string[] words) => Process.Start(new ProcessStartInfo(words[0], words.Skip(1))
    {
        UseShellExecute = false,
        WorkingDirectory = Clients(),
        RedirectStandardInput = true,
        RedirectStandardOutput = true,
    })!;

    private static string[] Self() => Path.GetFileNameWithoutExtension(Environment.ProcessPath!) == "dotnet"
        ? [Environment.ProcessPath!, typeof(MatrixCommand).Assembly.Location]
        : [Environment.ProcessPath!];

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static string Clients([CallerFilePath] string path = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(path)!, "../EndToEnd.Tests/clients"));
}
