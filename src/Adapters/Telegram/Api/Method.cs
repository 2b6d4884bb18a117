using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Bot.Adapters.Telegram.Api;

/// <summary>A method of the Bot API: what it takes and what it gives.</summary>
internal sealed record Method<TRequest, TResult>(string Name, JsonTypeInfo<TRequest> Request, JsonTypeInfo<Envelope<TResult>> Answer);

/// <summary>The methods the bot uses, and no others.</summary>
internal static class Methods
{
    private static readonly BotApiJson Json = BotApiJson.Default;

    public static readonly Method<NoParameters, User> GetMe = new("getMe", Json.NoParameters, Json.EnvelopeUser);

    public static readonly Method<GetUpdates, JsonElement> GetUpdates = new("getUpdates", Json.GetUpdates, Json.EnvelopeJsonElement);

    public static readonly Method<SetWebhook, JsonElement> SetWebhook = new("setWebhook", Json.SetWebhook, Json.EnvelopeJsonElement);

    public static readonly Method<NoParameters, JsonElement> DeleteWebhook = new("deleteWebhook", Json.NoParameters, Json.EnvelopeJsonElement);

    public static readonly Method<NoParameters, WebhookInfo> GetWebhookInfo = new("getWebhookInfo", Json.NoParameters, Json.EnvelopeWebhookInfo);

    public static readonly Method<SendMessage, Message> SendMessage = new("sendMessage", Json.SendMessage, Json.EnvelopeMessage);

    public static readonly Method<SendFile, Message> SendDocument = new("sendDocument", Json.SendFile, Json.EnvelopeMessage);

    public static readonly Method<SendFile, Message> SendPhoto = new("sendPhoto", Json.SendFile, Json.EnvelopeMessage);

    public static readonly Method<EditMessageText, JsonElement> EditMessageText = new("editMessageText", Json.EditMessageText, Json.EnvelopeJsonElement);

    public static readonly Method<EditEphemeralMessageText, JsonElement> EditEphemeralMessageText =
        new("editEphemeralMessageText", Json.EditEphemeralMessageText, Json.EnvelopeJsonElement);

    public static readonly Method<DeleteMessage, JsonElement> DeleteMessage = new("deleteMessage", Json.DeleteMessage, Json.EnvelopeJsonElement);

    public static readonly Method<PinChatMessage, JsonElement> PinChatMessage = new("pinChatMessage", Json.PinChatMessage, Json.EnvelopeJsonElement);

    public static readonly Method<UnpinChatMessage, JsonElement> UnpinChatMessage = new("unpinChatMessage", Json.UnpinChatMessage, Json.EnvelopeJsonElement);

    public static readonly Method<AnswerCallbackQuery, JsonElement> AnswerCallbackQuery =
        new("answerCallbackQuery", Json.AnswerCallbackQuery, Json.EnvelopeJsonElement);

    public static readonly Method<SetMyCommands, JsonElement> SetMyCommands = new("setMyCommands", Json.SetMyCommands, Json.EnvelopeJsonElement);

    public static readonly Method<GetChat, Chat> GetChat = new("getChat", Json.GetChat, Json.EnvelopeChat);

    public static readonly Method<GetChatMember, ChatMember> GetChatMember = new("getChatMember", Json.GetChatMember, Json.EnvelopeChatMember);
}

/// <summary>What every answer is wrapped in. What counts is <see cref="Ok"/>, not the status of HTTP.</summary>
internal sealed record Envelope<T>(bool? Ok = null)
{
    public T? Result { get; init; }

    public int? ErrorCode { get; init; }

    public string? Description { get; init; }

    public ResponseParameters? Parameters { get; init; }
}

/// <summary>What would help to do better.</summary>
internal sealed record ResponseParameters(int? RetryAfter = null, long? MigrateToChatId = null);

/// <summary>How requests and answers become JSON.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(NoParameters))]
[JsonSerializable(typeof(GetUpdates))]
[JsonSerializable(typeof(SetWebhook))]
[JsonSerializable(typeof(SendMessage))]
[JsonSerializable(typeof(SendFile))]
[JsonSerializable(typeof(EditMessageText))]
[JsonSerializable(typeof(EditEphemeralMessageText))]
[JsonSerializable(typeof(DeleteMessage))]
[JsonSerializable(typeof(PinChatMessage))]
[JsonSerializable(typeof(UnpinChatMessage))]
[JsonSerializable(typeof(AnswerCallbackQuery))]
[JsonSerializable(typeof(SetMyCommands))]
[JsonSerializable(typeof(GetChat))]
[JsonSerializable(typeof(GetChatMember))]
[JsonSerializable(typeof(Update))]
[JsonSerializable(typeof(Envelope<User>))]
[JsonSerializable(typeof(Envelope<Message>))]
[JsonSerializable(typeof(Envelope<Chat>))]
[JsonSerializable(typeof(Envelope<ChatMember>))]
[JsonSerializable(typeof(Envelope<WebhookInfo>))]
[JsonSerializable(typeof(Envelope<JsonElement>))]
internal sealed partial class BotApiJson : JsonSerializerContext;
