using System.Net;
using System.Net.Sockets;
using System.Text.Json;

namespace Bot.Host;

/// <summary>The page /healthz, which only this machine can read: 200 when the bot is well, 503 with the reason when it is not.</summary>
internal sealed class HealthPage : IAsyncDisposable
{
    private const string Path = "/healthz";
    private const string Status = "status";
    private const string Reason = "reason";
    private const string Ok = "ok";
    private readonly WebApplication app;

    private HealthPage(WebApplication app) => this.app = app;

    /// <summary>Where it can be read.</summary>
    public string Address => app.Urls.First() + Path;

    /// <summary>Opens it.</summary>
    /// <param name="port">The port; 0 for any that is free.</param>
    /// <param name="health">What it tells.</param>
    /// <param name="logs">For the operator.</param>
    /// <param name="stop">Gives up.</param>
    /// <exception cref="RefusedException">The port cannot be had.</exception>
    public static async Task<HealthPage> Open(int port, Health health, ILoggerFactory logs, CancellationToken stop)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Listen(IPAddress.Loopback, port);
        });
        builder.Services.AddSingleton(logs);
        builder.Services.AddSingleton<IHostLifetime, LivesAsLongAsTheBot>();
        var page = new HealthPage(builder.Build());
        page.app.Run(context => Answer(context, health));
        try
        {
            await page.app.StartAsync(stop);
            return page;
        }
        catch (Exception busy) when (busy is IOException or SocketException)
        {
            await page.app.DisposeAsync();
            throw new RefusedException($"The health page cannot have the port {port} ({busy.GetBaseException().Message}). "
                + "Give another one (Health:Port), or turn the page off (Health:On = false).");
        }
        catch
        {
            await page.app.DisposeAsync();
            throw;
        }
    }

    /// <summary>Asks a bot that runs on this machine.</summary>
    /// <param name="port">The port of its page.</param>
    /// <param name="stop">Gives up.</param>
    /// <returns>What is wrong with it, or null when it is well.</returns>
    public static async Task<string?> Ask(int port, CancellationToken stop)
    {
        var address = new UriBuilder(Uri.UriSchemeHttp, IPAddress.Loopback.ToString(), port, Path).Uri;
        using var client = new HttpClient(new SocketsHttpHandler { UseProxy = false }) { Timeout = Health.Patience * 2 };
        try
        {
            using var answer = await client.GetAsync(address, stop);
            var page = await answer.Content.ReadFromJsonAsync<Dictionary<string, string>>(stop) ?? [];
            return page.GetValueOrDefault(Status) == Ok ? null : page.GetValueOrDefault(Reason) ?? Stranger();
        }
        catch (Exception silent) when (silent is HttpRequestException or TaskCanceledException && !stop.IsCancellationRequested)
        {
            return $"No bot answers at {address}.";
        }
        catch (JsonException)
        {
            return Stranger();
        }

        string Stranger() => $"What answers at {address} is not the bot.";
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await app.StopAsync();
        await app.DisposeAsync();
    }

    private static async Task Answer(HttpContext context, Health health)
    {
        if (context.Request.Path != Path)
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        var trouble = await health.Trouble();
        context.Response.StatusCode = trouble is null ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable;
        context.Response.Headers.CacheControl = "no-store";
        await context.Response.WriteAsJsonAsync(trouble is null
            ? new Dictionary<string, string> { [Status] = Ok }
            : new Dictionary<string, string> { [Status] = "unavailable", [Reason] = trouble });
    }

    /// <summary>The program hears the system's signals itself; a web server that also did would stop before the bot.</summary>
    private sealed class LivesAsLongAsTheBot : IHostLifetime
    {
        public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
