using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Bot.Adapters.Matrix.Api;
using Bot.Core.Chat;
using NodaTime;

namespace Bot.Adapters.Matrix;

/// <summary>Asks the homeserver. Throws only when it is stopped: what goes wrong becomes a <see cref="Failure"/>.</summary>
internal sealed partial class MatrixClient : IDisposable
{
    // Longer than the longest poll, so that only a connection that is dead comes to this.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);

    // A first look at an account of many rooms takes a server long.
    private static readonly TimeSpan MuchPatience = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan MostConnecting = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan ConnectionsLast = TimeSpan.FromMinutes(5);
    private static readonly MediaTypeHeaderValue JsonType = new("application/json");
    private readonly HttpMessageHandler handler;
    private readonly HttpClient http;
    private readonly HttpClient slow;

    /// <summary>Makes it ready; nothing is asked yet.</summary>
    /// <param name="homeserver">Where the homeserver is.</param>
    /// <param name="token">The account's token; null before there is one.</param>
    /// <param name="around">What stands between it and the network, in a test.</param>
    public MatrixClient(Uri homeserver, string? token, DelegatingHandler? around = null)
    {
        HttpMessageHandler network = new SocketsHttpHandler { AllowAutoRedirect = false, ConnectTimeout = MostConnecting, PooledConnectionLifetime = ConnectionsLast };
        around?.InnerHandler = network;
        handler = around ?? network;
        (http, slow) = (Client(Patience), Client(MuchPatience));

        HttpClient Client(TimeSpan patience)
        {
            var client = new HttpClient(handler, disposeHandler: false) { BaseAddress = new Uri(homeserver.AbsoluteUri.TrimEnd('/') + "/"), Timeout = patience };
            client.DefaultRequestHeaders.Authorization = token is null ? null : new AuthenticationHeaderValue("Bearer", token);
            return client;
        }
    }

    public void Dispose()
    {
        http.Dispose();
        slow.Dispose();
        handler.Dispose();
    }

    private Task<Answer<T>> Get<T>(string path, JsonTypeInfo<T> answer, CancellationToken stop, bool isSlow = false) =>
        Send(isSlow ? slow : http, HttpMethod.Get, path, content: null, answer, stop);

    private Task<Answer<T>> Put<TRequest, T>(string path, TRequest request, JsonTypeInfo<TRequest> type, JsonTypeInfo<T> answer, CancellationToken stop) =>
        Send(http, HttpMethod.Put, path, Json(request, type), answer, stop);

    private Task<Answer<T>> Post<TRequest, T>(string path, TRequest request, JsonTypeInfo<TRequest> type, JsonTypeInfo<T> answer, CancellationToken stop) =>
        Send(http, HttpMethod.Post, path, Json(request, type), answer, stop);

    private static ByteArrayContent Json<T>(T request, JsonTypeInfo<T> type)
    {
        var content = new ByteArrayContent(JsonSerializer.SerializeToUtf8Bytes(request, type));
        content.Headers.ContentType = JsonType;
        return content;
    }

    private static async Task<Answer<T>> Send<T>(HttpClient client, HttpMethod method, string path, HttpContent? content, JsonTypeInfo<T> type, CancellationToken stop)
    {
        try
        {
            using var request = new HttpRequestMessage(method, new Uri(path, UriKind.Relative)) { Content = content };
            using var response = await client.SendAsync(request, stop);
            return Read(response, await response.Content.ReadAsByteArrayAsync(stop), type);
        }
        catch (HttpRequestException failure)
        {
            return Failed<T>(Reaching.Of(failure), $"The network failed ({failure.HttpRequestError}).");
        }
        catch (IOException)
        {
            return Failed<T>(Reach.Unknown, "The connection broke.");
        }
        catch (OperationCanceledException) when (!stop.IsCancellationRequested)
        {
            return Failed<T>(Reach.Unknown, "The server did not answer in time.");
        }
    }

    private static Answer<T> Failed<T>(Reach reach, string description) => new(default, new Failure(reach, 0, "", description));

    private static Answer<T> Read<T>(HttpResponseMessage response, byte[] body, JsonTypeInfo<T> type)
    {
        try
        {
            if (response.IsSuccessStatusCode)
            {
                return new(JsonSerializer.Deserialize(body, type), null);
            }
        }
        catch (JsonException broken)
        {
            return new(default, new Failure(Reach.Answered, (int)response.StatusCode, "", $"The answer cannot be read (at {broken.Path})."));
        }

        try
        {
            if (JsonSerializer.Deserialize(body, MatrixJson.Default.ErrorBody) is { } error)
            {
                return new(default, new Failure(Reach.Answered, (int)response.StatusCode, error.Errcode, error.Error ?? error.Errcode) { RetryAfter = RetryAfter(response, error) });
            }
        }
        catch (JsonException)
        {
            // A page of something between here and the server.
        }

        return Failed<T>(
            response.StatusCode == HttpStatusCode.ServiceUnavailable ? Reach.Nowhere : Reach.Unknown, $"The answer with the status {(int)response.StatusCode} is not a homeserver's.");
    }

    private static Duration? RetryAfter(HttpResponseMessage response, ErrorBody error) =>
        response.StatusCode != HttpStatusCode.TooManyRequests ? null
        : error.RetryAfterMs is { } milliseconds ? Duration.FromMilliseconds(milliseconds)
        : response.Headers.RetryAfter?.Delta is { } delta ? Duration.FromTimeSpan(delta)
        : null;
}
