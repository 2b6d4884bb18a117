using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Bot.Adapters.Telegram.Api;
using Bot.Core.Chat;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using NodaTime;

namespace Bot.Adapters.Telegram;

/// <summary>Being told what happened.</summary>
public sealed partial class TelegramPlatform
{
    private const string SecretHeader = "X-Telegram-Bot-Api-Secret-Token";
    private const int LargestUpdate = 1024 * 1024;
    private const int MostConnections = 40;
    private static readonly Duration BetweenLooks = Duration.FromSeconds(2);
    private readonly TaskCompletionSource<Uri> listensOn = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>What Telegram has to say with each update. Made from the token, so that nobody else knows it and nobody has to choose it.</summary>
    internal string Secret => Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(settings.Token), "webhook"u8));

    private async Task Serve(WebhookSettings webhook, IListener listener, CancellationToken stop)
    {
        await using var server = await Open(webhook, listener, stop);
        listensOn.TrySetResult(new Uri(server.Urls.First()));
        var request = new SetWebhook(webhook.Url.AbsoluteUri, Secret, MostConnections, Update.Kinds);
        for (Failure? failure = null; ;)
        {
            (_, failure) = await client.Call(Methods.SetWebhook, request, stop);
            if (failure is null)
            {
                break;
            }

            if (failure is { Reach: Reach.Answered, Code: 400 })
            {
                throw new PlatformRefusedException($"Telegram will not call {webhook.Url} (Telegram:Webhook:Url): {failure.Description}");
            }

            await After(failure, stop);
        }

        try
        {
            await CatchUp(listener, stop);
            await Task.Delay(Timeout.InfiniteTimeSpan, time, stop);
        }
        finally
        {
            await server.StopAsync(CancellationToken.None);
        }
    }

    // What waited is delivered by and by; the host does not wait for it longer than a minute.
    private async Task CatchUp(IListener listener, CancellationToken stop)
    {
        while ((await client.Call(Methods.GetWebhookInfo, new NoParameters(), stop)).Result is { PendingUpdateCount: > 0 })
        {
            await Wait(Now() + BetweenLooks, stop);
        }

        listener.CaughtUp();
    }

    private async Task<WebApplication> Open(WebhookSettings webhook, IListener listener, CancellationToken stop)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = LargestUpdate;
            kestrel.Listen(webhook.Address, webhook.Port);
        });
        builder.Services.AddSingleton<IHostLifetime, LivesAsLongAsTheBot>();
        var server = builder.Build();
        server.Run(context => Answer(context, webhook.Url.AbsolutePath, listener, stop));
        try
        {
            await server.StartAsync(stop);
            return server;
        }
        catch (Exception busy) when (busy is IOException or System.Net.Sockets.SocketException)
        {
            await server.DisposeAsync();
            throw new PlatformRefusedException($"The webhook cannot have {webhook.Address} port {webhook.Port} ({busy.GetBaseException().Message}). Give another one (Telegram:Webhook:Port).");
        }
    }

    private async Task Answer(HttpContext context, string path, IListener listener, CancellationToken stop)
    {
        var secret = Encoding.UTF8.GetBytes(context.Request.Headers[SecretHeader].ToString());
        context.Response.StatusCode = (int)(
            context.Request.Path != path ? HttpStatusCode.NotFound
            : !HttpMethods.IsPost(context.Request.Method) ? HttpStatusCode.MethodNotAllowed
            : !CryptographicOperations.FixedTimeEquals(secret, Encoding.UTF8.GetBytes(Secret)) ? HttpStatusCode.Unauthorized
            : stop.IsCancellationRequested ? HttpStatusCode.ServiceUnavailable
            : await Receive(context.Request.Body, listener, stop));
    }

    // The answer that all is well comes after what happened is kept; until then Telegram would deliver it again.
    private async Task<HttpStatusCode> Receive(Stream body, IListener listener, CancellationToken stop)
    {
        try
        {
            var update = await JsonSerializer.DeserializeAsync(body, BotApiJson.Default.Update, CancellationToken.None);
            await Take(update!, listener, stop);
            return HttpStatusCode.OK;
        }
        catch (BadHttpRequestException tooLarge)
        {
            return (HttpStatusCode)tooLarge.StatusCode;
        }
        catch (JsonException broken)
        {
            // Said to be well all the same: it would come again for ever.
            LogUnreadable(0, broken.Path ?? "");
            return HttpStatusCode.OK;
        }
        catch (OperationCanceledException)
        {
            return HttpStatusCode.ServiceUnavailable;
        }
    }

    /// <summary>The program hears the system's signals itself; a web server that also did would stop before the bot.</summary>
    private sealed class LivesAsLongAsTheBot : IHostLifetime
    {
        public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
