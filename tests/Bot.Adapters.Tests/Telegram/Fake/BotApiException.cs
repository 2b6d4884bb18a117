using System.Text.Json.Nodes;

namespace Bot.Adapters.Tests.Telegram.Fake;

/// <summary>The server says no.</summary>
internal sealed class BotApiException(int code, string description, JsonObject? parameters = null) : Exception(description)
{
    public int Code { get; } = code;

    public JsonObject? Parameters { get; } = parameters;

    public static BotApiException Bad(string why) => new(400, "Bad Request: " + why);

    public static BotApiException Forbidden(string why) => new(403, "Forbidden: " + why);

    public JsonObject Json()
    {
        var answer = new JsonObject { ["ok"] = false, ["error_code"] = Code, ["description"] = Message };
        if (Parameters is not null)
        {
            answer["parameters"] = Parameters.DeepClone();
        }

        return answer;
    }
}
