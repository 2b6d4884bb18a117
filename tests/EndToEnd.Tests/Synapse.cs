using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Bot.EndToEnd.Tests;

/// <summary>A real homeserver on this machine alone, with a folder of its own. It can be stopped and started again; what it knows stays.</summary>
internal sealed class Synapse : IAsyncDisposable
{
    // Long enough for the slowest machine: nothing is measured, only ended.
    private static readonly TimeSpan LongEnough = TimeSpan.FromMinutes(2);
    private readonly DirectoryInfo data = Directory.CreateTempSubdirectory("babillard-synapse-");
    private readonly int port = FreePort();
    private readonly string limit;
    private Process? process;

    private Synapse(string limit) => this.limit = limit;

    /// <summary>Where it is.</summary>
    public Uri Root => new(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}"));

    /// <summary>Starts one.</summary>
    /// <param name="limit">How fast messages may come, as Synapse writes it; nothing for no limit.</param>
    public static async Task<Synapse> Open(string limit = "")
    {
        var synapse = new Synapse(limit);
        await synapse.Start();
        return synapse;
    }

    /// <summary>Starts it, and waits until it answers.</summary>
    public async Task Start()
    {
        var start = new ProcessStartInfo("bash", [FarSides.Script, "run", FarSides.Folder, data.FullName, port.ToString(CultureInfo.InvariantCulture)])
        {
            UseShellExecute = false,
            RedirectStandardError = true,
            RedirectStandardOutput = true,
        };
        start.Environment["RC_MESSAGE"] = limit;
        process = Process.Start(start)!;
        var said = process.StandardError.ReadToEndAsync();
        _ = process.StandardOutput.ReadToEndAsync();
        using var http = new HttpClient();
        using var looks = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        for (var begun = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(begun) < LongEnough; await looks.WaitForNextTickAsync())
        {
            Assert.False(process.HasExited, process.HasExited ? await said : "");
            try
            {
                if ((await http.GetAsync(new Uri(Root, "/health"))).IsSuccessStatusCode)
                {
                    return;
                }
            }
            catch (HttpRequestException)
            {
                // Not yet.
            }
        }

        Assert.Fail("The homeserver never answered.");
    }

    /// <summary>It is gone, from one moment to the next.</summary>
    public async Task Stop()
    {
        process!.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
        process.Dispose();
        process = null;
    }

    public async ValueTask DisposeAsync()
    {
        if (process is not null)
        {
            await Stop();
        }

        data.Delete(recursive: true);
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
