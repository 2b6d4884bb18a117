using System.Net;
using System.Net.Sockets;

namespace Bot.Host;

/// <summary>The page /healthz, which only this machine can read: 200 when the bot is well, 503 with the reason when it is not.</summary>
internal sealed class HealthPage : IAsyncDisposable
{
    private const string Path = "/healthz";
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
            ? new Dictionary<string, string> { ["status"] = "ok" }
            : new Dictionary<string, string> { ["status"] = "unavailable", ["reason"] = trouble });
    }

    /// <summary>The program hears the system's signals itself; a web server that also did would stop before the bot.</summary>
    private sealed class LivesAsLongAsTheBot : IHostLifetime
    {
        public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
