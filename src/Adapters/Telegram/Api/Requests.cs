namespace Bot.Adapters.Telegram.Api;

// What the bot asks of the Bot API, each method with the parameters the bot uses (https://core.telegram.org/bots/api#available-methods).

internal sealed record NoParameters;

internal sealed record GetUpdates(long? Offset, int Limit, int Timeout, IReadOnlyList<string> AllowedUpdates);

internal sealed record SetWebhook(string Url, string SecretToken, int MaxConnections, IReadOnlyList<string> AllowedUpdates);

internal sealed record SendMessage(long ChatId, string Text)
{
    public string? ParseMode { get; init; }

    public long? MessageThreadId { get; init; }

    public ReplyParameters? ReplyParameters { get; init; }

    public InlineKeyboardMarkup? ReplyMarkup { get; init; }

    public LinkPreviewOptions? LinkPreviewOptions { get; init; }

    public EphemeralMessageParameters? EphemeralMessageParameters { get; init; }
}

/// <summary>What goes beside a document or a photo, in the fields of a form.</summary>
internal sealed record SendFile(long ChatId)
{
    public string? Caption { get; init; }

    public string? ParseMode { get; init; }

    public long? MessageThreadId { get; init; }

    public ReplyParameters? ReplyParameters { get; init; }

    public InlineKeyboardMarkup? ReplyMarkup { get; init; }

    public EphemeralMessageParameters? EphemeralMessageParameters { get; init; }
}

/// <summary>Without <see cref="ReplyMarkup"/> the buttons go.</summary>
internal sealed record EditMessageText(long ChatId, long MessageId, string Text)
{
    public string? ParseMode { get; init; }

    public InlineKeyboardMarkup? ReplyMarkup { get; init; }

    public LinkPreviewOptions? LinkPreviewOptions { get; init; }
}

internal sealed record EditEphemeralMessageText(long ChatId, long ReceiverUserId, long EphemeralMessageId, string Text)
{
    public string? ParseMode { get; init; }

    public InlineKeyboardMarkup? ReplyMarkup { get; init; }

    public LinkPreviewOptions? LinkPreviewOptions { get; init; }
}

internal sealed record DeleteMessage(long ChatId, long MessageId);

/// <summary>Takes the right to pin messages; without it the server refuses.</summary>
internal sealed record PinChatMessage(long ChatId, long MessageId, bool DisableNotification);

internal sealed record UnpinChatMessage(long ChatId, long MessageId);

internal sealed record AnswerCallbackQuery(string CallbackQueryId)
{
    public string? Text { get; init; }

    public bool? ShowAlert { get; init; }
}

internal sealed record SetMyCommands(IReadOnlyList<BotCommand> Commands, BotCommandScope Scope)
{
    public string? LanguageCode { get; init; }
}

internal sealed record GetChat(long ChatId);

internal sealed record GetChatMember(long ChatId, long UserId);

/// <summary>One of the two ids. A reply to what is gone is sent without it.</summary>
internal sealed record ReplyParameters
{
    public long? MessageId { get; init; }

    public long? EphemeralMessageId { get; init; }

    public bool? AllowSendingWithoutReply { get; init; }
}

/// <summary>Only one person shall see it. The button they pressed gives the right to that for 15 seconds; administrators always have it.</summary>
internal sealed record EphemeralMessageParameters(long ReceiverUserId)
{
    public string? CallbackQueryId { get; init; }
}

internal sealed record InlineKeyboardMarkup(IReadOnlyList<IReadOnlyList<InlineKeyboardButton>> InlineKeyboard);

internal sealed record InlineKeyboardButton(string Text)
{
    public string? CallbackData { get; init; }

    public string? Url { get; init; }
}

internal sealed record LinkPreviewOptions
{
    public static readonly LinkPreviewOptions None = new() { IsDisabled = true };

    public bool? IsDisabled { get; init; }
}

internal sealed record BotCommand(string Command, string Description)
{
    public bool? IsEphemeral { get; init; }
}

internal sealed record BotCommandScope(string Type);
