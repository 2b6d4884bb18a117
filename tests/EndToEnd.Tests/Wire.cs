using System.Text;
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

    /// <summary>Whether the bot waits for news, and there are none.</summary>
    public bool IsWaiting { get; private set; }

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
        var isSync = path.EndsWith("/sync", StringComparison.Ordinal);
        if (isSync)
        {
            lock (gate)
            {
                dealt.UnionWith(given);
                IsWaiting = true;
            }
        }

        var response = await base.SendAsync(request, cancellationToken);
        if (path.Contains("/media/", StringComparison.Ordinal))
        {
            return response;
        }

        var text = await response.Content.ReadAsStringAsync(cancellationToken);
        lock (gate)
        {
            if (isSync)
            {
                IsWaiting = false;
                given.UnionWith(EventIds().Matches(text).Select(match => match.Groups["id"].Value));
            }
            else if (request.Method == HttpMethod.Put && path.Contains("/send/", StringComparison.Ordinal) && EventIds().Match(text) is { Success: true } one)
            {
                sent.Add((Uri.UnescapeDataString(path.Split('/')[5]), one.Groups["id"].Value));
            }

            Refusals += (int)response.StatusCode == 429 ? 1 : 0;
        }

        response.Content = new StringContent(Stamps().Replace(text, FormattableString.Invariant($"\"origin_server_ts\":{now()}")), Encoding.UTF8, "application/json");
        return response;
    }

    [GeneratedRegex("\"event_id\":\\s*\"(?<id>\\$[^\"]+)\"", RegexOptions.None, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex EventIds();

    [GeneratedRegex("\"origin_server_ts\":\\s*[0-9]+", RegexOptions.None, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Stamps();
}
