using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Bot.Adapters.Telegram.Api;
using Bot.Core.Chat;

namespace Bot.Adapters.Telegram;

/// <summary>
/// Asks the Bot API. The address of every request holds the token, so nothing that HttpClient says ever leaves this class: what
/// goes wrong becomes a <see cref="Failure"/> in words of its own.
/// </summary>
internal sealed class TelegramClient : IDisposable
{
    // Longer than the longest poll (50 s, the server's own limit), so that only a connection that is dead comes to this.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(75);
    private static readonly TimeSpan MostConnecting = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan ConnectionsLast = TimeSpan.FromMinutes(5);
    private const int LargestAnswer = 16 * 1024 * 1024;
    private static readonly MediaTypeHeaderValue JsonType = new("application/json");
    private readonly HttpClient http;
    private readonly string token;

    public TelegramClient(Uri root, string token)
    {
        this.token = token;
        var handler = new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            ConnectTimeout = MostConnecting,
            PooledConnectionLifetime = ConnectionsLast,

            // Without it there are no activities, which would carry the address to whoever collects traces.
            ActivityHeadersPropagator = null,
        };
        http = new HttpClient(handler)
        {
            BaseAddress = new Uri($"{root.AbsoluteUri.TrimEnd('/')}/bot{token}/"),
            Timeout = Patience,
            MaxResponseContentBufferSize = LargestAnswer,
        };
    }

    /// <summary>Asks for something. Throws only when it is stopped.</summary>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public async Task<Answer<TResult>> Call<TRequest, TResult>(Method<TRequest, TResult> method, TRequest request, CancellationToken stop)
    {
        using var content = new ByteArrayContent(JsonSerializer.SerializeToUtf8Bytes(request, method.Request));
        content.Headers.ContentType = JsonType;
        return await Send(method, content, stop);
    }

    /// <summary>Sends a message with a file. Throws only when it is stopped.</summary>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public async Task<Answer<Message>> Upload(SendFile request, Attachment file, CancellationToken stop)
    {
        var (method, field) = file.IsPicture ? (Methods.SendPhoto, "photo") : (Methods.SendDocument, "document");
        using var form = new MultipartFormDataContent();
        foreach (var (name, value) in JsonSerializer.SerializeToElement(request, method.Request).EnumerateObject().Select(each => (each.Name, each.Value)))
        {
            form.Add(new StringContent(value.ValueKind == JsonValueKind.String ? value.GetString()! : value.GetRawText()), name);
        }

        var content = new ByteArrayContent(file.Content);
        content.Headers.ContentType = MediaTypeHeaderValue.TryParse(file.MediaType, out var type) ? type : null;
        form.Add(content, field, file.Name);
        return await Send(method, form, stop);
    }

    public void Dispose() => http.Dispose();

    private async Task<Answer<TResult>> Send<TRequest, TResult>(Method<TRequest, TResult> method, HttpContent content, CancellationToken stop)
    {
        try
        {
            using var response = await http.PostAsync(new Uri(method.Name, UriKind.Relative), content, stop);
            return Read(method, response.StatusCode, await response.Content.ReadAsByteArrayAsync(stop));
        }
        catch (HttpRequestException failure)
        {
            return Failed<TResult>(Reaching.Of(failure), $"The network failed ({failure.HttpRequestError}).");
        }
        catch (IOException)
        {
            return Failed<TResult>(Reach.Unknown, "The connection broke.");
        }
        catch (OperationCanceledException)
        {
            // What HttpClient throws holds the address only in its inner parts, but a fresh one holds nothing at all.
            return stop.IsCancellationRequested
                ? throw new OperationCanceledException(stop)
                : Failed<TResult>(Reach.Unknown, "The server did not answer in time.");
        }
    }

    private static Answer<T> Failed<T>(Reach reach, string description) => new(default, new Failure(reach, 0, description));

    private Answer<TResult> Read<TRequest, TResult>(Method<TRequest, TResult> method, HttpStatusCode status, byte[] body)
    {
        Envelope<TResult>? envelope = null;
        try
        {
            envelope = JsonSerializer.Deserialize(body, method.Answer);
        }
        catch (JsonException)
        {
            // A page of something between here and the server.
        }

        if (envelope?.Ok == true)
        {
            return new(envelope.Result, null);
        }

        if (envelope?.Ok is null)
        {
            // A gateway that is overloaded has not passed the request on; of the others nobody knows.
            return Failed<TResult>(
                status == HttpStatusCode.ServiceUnavailable ? Reach.Nowhere : Reach.Unknown, $"The answer with the status {(int)status} is not the Bot API's.");
        }

        var description = (envelope.Description ?? "").Replace(token, "…", StringComparison.Ordinal);
        return new(default, new Failure(Reach.Answered, envelope.ErrorCode ?? (int)status, description)
        {
            RetryAfter = envelope.Parameters?.RetryAfter,
            MigrateToChatId = envelope.Parameters?.MigrateToChatId,
        });
    }
}
