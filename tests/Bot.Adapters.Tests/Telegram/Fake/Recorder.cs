using System.Text.Json.Nodes;

namespace Bot.Adapters.Tests.Telegram.Fake;

/// <summary>
/// Keeps what went over the wire for a check by others: when the environment variable BOT_API_EXCHANGES names a folder, each kind of
/// request and answer is written there once.
/// </summary>
internal static class Recorder
{
    private static readonly string? Folder = Environment.GetEnvironmentVariable("BOT_API_EXCHANGES");
    private static readonly HashSet<string> Seen = new(StringComparer.Ordinal);
    private static readonly Lock Gate = new();

    public static async Task Keep(IEnumerable<Exchange> exchanges)
    {
        if (Folder is not { Length: > 0 })
        {
            return;
        }

        List<string> fresh = [];
        lock (Gate)
        {
            fresh.AddRange(exchanges
                .Where(each => Seen.Add(each.Method + Shape(each.Request)) | Seen.Add(each.Method + Shape(each.Answer)))
                .Select(each => new JsonObject { ["method"] = each.Method, ["request"] = each.Request.DeepClone(), ["answer"] = each.Answer.DeepClone() }.ToJsonString()));
        }

        if (fresh.Count > 0)
        {
            await File.AppendAllLinesAsync(Path.Combine(Folder, $"{Environment.ProcessId}.jsonl"), fresh);
        }
    }

    // What a type can tell apart: the names, and the kind of each value. Words are themselves where there are few of them.
    private static string Shape(JsonNode? node) => node switch
    {
        JsonObject all => "{" + string.Join(',', all.OrderBy(each => each.Key, StringComparer.Ordinal).Select(each =>
            each.Key + ":" + (each.Key is "type" or "status" or "parse_mode" ? each.Value?.ToJsonString() : Shape(each.Value)))) + "}",
        JsonArray list => "[" + string.Join('|', list.Select(Shape).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)) + "]",
        null => "null",
        _ => node.GetValueKind().ToString(),
    };
}
