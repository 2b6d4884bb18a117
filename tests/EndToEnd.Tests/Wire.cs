using System.Collections.Concurrent;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Bot.EndToEnd.Tests;

/// <summary>
/// Stands between the bot and the homeserver, and only looks: which events the bot was given and has dealt with (it asks for the next ones only then),
/// and which it sent. The server's stamps are put onto the clock of the test.
/// </summary>
/// <param name="now">The clock of the test, in milliseconds since 1970.</param>
internal sealed partial class Wire(Func<long> now) : DelegatingHandler
{
    private readonly Lock gate = new();
    private readonly HashSet<string> given = new(StringComparer.Ordinal);
    private readonly HashSet<string> dealt = new(StringComparer.Ordinal);
    private readonly List<(string Room, string Event)> sent = [];
    private readonly ConcurrentDictionary<string, long> stamps = new(StringComparer.Ordinal);

    /// <summary>What the bot sent, by room.</summary>
    public IReadOnlyList<(string Room, string Event)> Sent
    {
        get
        {
            lock (gate)
            {
                return [.. sent];
            }
        }
    }

    /// <summary>How often the server said « later ».</summary>
    public int Refusals { get; private set; }

    /// <summary>Whether the bot has heard all there is, and waits for more.</summary>
    public bool IsWaiting { get; private set; }

    /// <summary>What happens, once, when the server has taken what the bot says next: the bot never hears that it has.</summary>
    public Func<Task>? OnceTaken { get; set; }

    /// <summary>Whether the bot has dealt with an event.</summary>
    public bool IsDealtWith(string id)
    {
        lock (gate)
        {
            return dealt.Contains(id);
        }
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var path = request.RequestUri!.AbsolutePath;
        var (isSync, isSend) = (path.EndsWith("/sync", StringComparison.Ordinal), request.Method == HttpMethod.Put && path.Contains("/send/", StringComparison.Ordinal));
        if (isSync)
        {
            lock (gate)
            {
                dealt.UnionWith(given);
                IsWaiting = !request.RequestUri.Query.Contains("timeout=0", StringComparison.Ordinal);
            }
        }

        var (response, text) = await Answer(request, cancellationToken);
        if (isSend && OnceTaken is { } happens)
        {
            OnceTaken = null;
            await happens();
            throw new HttpRequestException(HttpRequestError.ResponseEnded);
        }

        if (path.Contains("/media/", StringComparison.Ordinal))
        {
            return response;
        }

        lock (gate)
        {
            if (isSync)
            {
                IsWaiting = false;
                given.UnionWith(EventIds().Matches(text).Select(match => match.Groups["id"].Value));
            }
            else if (isSend && EventIds().Match(text) is { Success: true } one)
            {
                sent.Add((Uri.UnescapeDataString(path.Split('/')[5]), one.Groups["id"].Value));
            }

            Refusals += (int)response.StatusCode == 429 ? 1 : 0;
        }

        response.Content = new StringContent(Stamped(text), Encoding.UTF8, "application/json");
        return response;
    }

    // An event keeps the stamp it had when it was first seen: which of two came first must not change.
    private string Stamped(string text)
    {
        if (text.Length == 0 || text[0] != '{' || JsonNode.Parse(text) is not JsonObject answer)
        {
            return text;
        }

        foreach (var happened in Within(answer).Where(each => each["origin_server_ts"] is not null && each["event_id"] is not null))
        {
            happened["origin_server_ts"] = stamps.GetOrAdd((string)happened["event_id"]!, _ => now());
        }

        return answer.ToJsonString();
    }

    private static IEnumerable<JsonObject> Within(JsonNode? node) => node switch
    {
        JsonObject one => one.Select(each => each.Value).SelectMany(Within).Prepend(one),
        JsonArray many => many.SelectMany(Within),
        _ => [],
    };

    // Who gets no answer waits for nothing any more, but will ask again.
    private async Task<(HttpResponseMessage Response, string Text)> Answer(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        try
        {
            var response = await base.SendAsync(request, cancellationToken);
            await response.Content.LoadIntoBufferAsync(cancellationToken);
            return (response, await response.Content.ReadAsStringAsync(cancellationToken));
        }
        catch
        {
            lock (gate)
            {
                IsWaiting = false;
            }

            throw;
        }
    }

    [GeneratedRegex("\"event_id\":\\s*\"(?<id>\\$[^\"]+)\"", RegexOptions.None, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex EventIds();
}
