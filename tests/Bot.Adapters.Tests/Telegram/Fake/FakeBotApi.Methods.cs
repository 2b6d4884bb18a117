using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Bot.Adapters.Tests.Telegram.Fake;

/// <summary>What bots may ask for.</summary>
internal sealed partial class FakeBotApi
{
    private const int LongestText = 4096;
    private const int LongestCaption = 1024;
    private const int LongestButton = 64;
    private const int PressAnswerable = 15;
    private readonly Dictionary<string, Query> queries = new(StringComparer.Ordinal);
    private readonly Dictionary<long, List<long>> sentTo = [];

    /// <summary>A press that can be answered.</summary>
    private sealed record Query(string Id, Somebody By, long Chat, long At);

    /// <summary>What people were told in a window of their app, or on its edge: by whom, and whether it waited to be read.</summary>
    public List<(Somebody To, string Text, bool IsAlert)> Toasts { get; } = [];

    /// <summary>Presses whose wheel is still turning.</summary>
    public IReadOnlyCollection<string> OpenPresses
    {
        get
        {
            lock (gate)
            {
                return [.. queries.Keys.Except(answered)];
            }
        }
    }

    private readonly HashSet<string> answered = new(StringComparer.Ordinal);

    private static JsonObject Me(FakeBot bot)
    {
        var me = bot.Account.Json();
        me["can_join_groups"] = true;
        me["can_read_all_group_messages"] = !bot.HasPrivacy;
        me["supports_inline_queries"] = false;
        me["can_connect_to_business"] = false;
        me["has_main_web_app"] = false;
        foreach (var other in new[] { "has_topics_enabled", "allows_users_to_create_topics", "can_manage_bots", "supports_guest_queries", "supports_join_request_queries" })
        {
            me[other] = false;
        }

        return me;
    }

    private static long Long(JsonNode? node) => node switch
    {
        null => throw BotApiException.Bad("chat_id is empty"),
        JsonValue value when value.TryGetValue<long>(out var number) => number,
        JsonValue value when long.TryParse(value.ToString(), CultureInfo.InvariantCulture, out var number) => number,
        _ => throw BotApiException.Bad("chat not found"),
    };

    private static string? Text(JsonNode? node) => node?.ToString();

    private FakeChat ChatFor(FakeBot bot, JsonNode request)
    {
        var chat = chats.GetValueOrDefault(Long(request["chat_id"])) ?? throw BotApiException.Bad("chat not found");
        if (chat.MovedTo is { } to)
        {
            throw new BotApiException(400, "Bad Request: group chat was upgraded to a supergroup chat", new JsonObject { ["migrate_to_chat_id"] = to });
        }

        return chat.Members.GetValueOrDefault(bot.Account.Id) switch
        {
            "blocked" => throw BotApiException.Forbidden("bot was blocked by the user"),
            "kicked" or "left" => throw BotApiException.Forbidden($"bot was kicked from the {chat.Type} chat"),
            null when chat.IsPrivate => throw BotApiException.Forbidden("bot can't initiate conversation with a user"),
            null => throw BotApiException.Forbidden($"bot is not a member of the {chat.Type} chat"),
            _ => chat,
        };
    }

    private static string Words(JsonNode request)
    {
        var written = Text(request["text"]) ?? "";
        var text = written;
        if (Text(request["parse_mode"]) is { } mode)
        {
            var (read, error) = mode == "HTML" ? HtmlText.Read(written) : ("", "unsupported parse_mode");
            text = error is null ? read : throw BotApiException.Bad(error);
        }

        return string.IsNullOrWhiteSpace(text) ? throw BotApiException.Bad("message text is empty")
            : text.Length > LongestText ? throw BotApiException.Bad("message is too long")
            : text;
    }

    private static JsonNode? Markup(JsonNode request)
    {
        foreach (var row in request["reply_markup"]?["inline_keyboard"]?.AsArray() ?? [])
        {
            foreach (var button in row!.AsArray())
            {
                if (Encoding.UTF8.GetByteCount(Text(button!["callback_data"]) ?? "-") is 0 or > LongestButton || string.IsNullOrEmpty(Text(button["text"])))
                {
                    throw BotApiException.Bad("BUTTON_DATA_INVALID");
                }
            }
        }

        return request["reply_markup"]?.DeepClone();
    }

    private JsonNode SendMessage(FakeBot bot, JsonNode request)
    {
        var chat = ChatFor(bot, request);
        var text = Words(request);
        var thread = request["message_thread_id"] is { } number ? Long(number) : (long?)null;
        if (thread is { } topic)
        {
            var isClosed = chat.Topics.TryGetValue(topic, out var closed) ? closed : throw BotApiException.Bad("message thread not found");
            _ = isClosed ? throw BotApiException.Bad("TOPIC_CLOSED") : 0;
        }

        var only = OnlyFor(bot, chat, request);
        var reply = ReplyTo(chat, request, only);
        Limit(chat.Id);
        var standing = new Standing(only is null ? chat.NextId() : chat.NextEphemeral(), bot.Account, text, Now)
        {
            Thread = thread, Markup = Markup(request), OnlyFor = only, ReplyTo = reply,
        };
        chat.Messages.Add(standing);
        OnSent?.Invoke(chat.Id);
        return Json(chat, standing);
    }

    private JsonNode SendFile(FakeBot bot, JsonNode request, string kind)
    {
        var chat = ChatFor(bot, request);
        var file = request[kind] as JsonObject ?? throw BotApiException.Bad($"there is no {kind} in the request");
        var name = Text(file["file_name"])!;
        var (caption, error) = HtmlText.Read(Text(request["caption"]) ?? "");
        if (error is not null || caption.Length > LongestCaption)
        {
            throw BotApiException.Bad(error ?? "message caption is too long");
        }

        var only = OnlyFor(bot, chat, request);
        var reply = ReplyTo(chat, request, only);
        Limit(chat.Id);
        var standing = new Standing(only is null ? chat.NextId() : chat.NextEphemeral(), bot.Account, caption, Now)
        {
            Thread = request["message_thread_id"] is { } thread ? Long(thread) : null, Markup = Markup(request), OnlyFor = only, ReplyTo = reply,
            File = (name, Convert.FromBase64String(Text(file["content"])!), kind),
        };
        chat.Messages.Add(standing);
        OnSent?.Invoke(chat.Id);
        var message = Json(chat, standing);
        message.Remove("text");
        message[kind] = kind == "photo"
            ? new JsonArray(new JsonObject { ["file_id"] = "f1", ["file_unique_id"] = "u1", ["width"] = 1, ["height"] = 1 })
            : new JsonObject { ["file_id"] = "f1", ["file_unique_id"] = "u1", ["file_name"] = name };
        return message;
    }

    // For one person alone: an administrator at any time, others when that person has just pressed a button or typed such a command.
    private Somebody? OnlyFor(FakeBot bot, FakeChat chat, JsonNode request)
    {
        if (!KnowsEphemeral || request["ephemeral_message_parameters"] is not { } alone)
        {
            return null;
        }

        var receiver = Long(alone["receiver_user_id"]);
        if (!chat.IsThere(receiver) || !people.TryGetValue(receiver, out var person))
        {
            throw BotApiException.Bad("USER_NOT_PARTICIPANT");
        }

        var hasPressed = Text(alone["callback_query_id"]) is { } query
            && queries.TryGetValue(query, out var pressed) && pressed.By.Id == receiver && Now - pressed.At <= PressAnswerable;
        var hasTyped = request["reply_parameters"]?["ephemeral_message_id"] is { } typed
            && chat.Messages.Exists(each => each.OnlyFor?.Id == receiver && each.From.Id == receiver && each.Id == Long(typed) && Now - each.Date <= PressAnswerable);
        return hasPressed || hasTyped || chat.Members.GetValueOrDefault(bot.Account.Id) == "administrator"
            ? person
            : throw BotApiException.Bad("not enough rights to send ephemeral messages to the chat");
    }

    private static long? ReplyTo(FakeChat chat, JsonNode request, Somebody? only)
    {
        if (request["reply_parameters"] is not { } parameters)
        {
            return null;
        }

        if (parameters["ephemeral_message_id"] is { } ephemeral)
        {
            return only is not null ? Long(ephemeral) : throw BotApiException.Bad("a reply to an ephemeral message must be ephemeral");
        }

        var id = Long(parameters["message_id"]);
        return chat.Find(id) is not null ? id
            : Text(parameters["allow_sending_without_reply"]) == "true" ? null
            : throw BotApiException.Bad("message to be replied not found");
    }

    private void Limit(long chat)
    {
        if (!HasLimits)
        {
            return;
        }

        var now = time.GetUtcNow().ToUnixTimeMilliseconds();
        var here = sentTo.TryGetValue(chat, out var list) ? list : sentTo[chat] = [];
        var everywhere = sentTo.TryGetValue(0, out var all) ? all : sentTo[0] = [];
        here.RemoveAll(at => at <= now - 60_000);
        everywhere.RemoveAll(at => at <= now - 1_000);
        if (here.Exists(at => at > now - 1_000) || (chat < 0 && here.Count >= 20) || everywhere.Count >= 30)
        {
            throw TooMany(3);
        }

        here.Add(now);
        everywhere.Add(now);
    }

    private JsonNode EditMessageText(FakeBot bot, JsonNode request)
    {
        var chat = ChatFor(bot, request);
        var text = Words(request);
        var before = chat.Find(Long(request["message_id"])) ?? throw BotApiException.Bad("message to edit not found");
        if (before.From.Id != bot.Account.Id)
        {
            throw BotApiException.Bad("message can't be edited");
        }

        Limit(chat.Id);
        var after = Edited(chat, before, text, Markup(request));
        OnSent?.Invoke(chat.Id);
        return Json(chat, after);
    }

    private JsonNode EditEphemeralMessageText(FakeBot bot, JsonNode request)
    {
        var chat = ChatFor(bot, request);
        var text = Words(request);
        var before = chat.Messages.Find(each => each.OnlyFor?.Id == Long(request["receiver_user_id"]) && each.Id == Long(request["ephemeral_message_id"]) && each.From.Id == bot.Account.Id)
            ?? throw BotApiException.Bad("message to edit not found");
        Edited(chat, before, text, Markup(request));
        return true;
    }

    private Standing Edited(FakeChat chat, Standing before, string text, JsonNode? markup)
    {
        if (before.Text == text && JsonNode.DeepEquals(before.Markup, markup))
        {
            throw BotApiException.Bad("message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message");
        }

        var after = before with { Text = text, Markup = markup, EditDate = Now };
        chat.Messages[chat.Messages.IndexOf(before)] = after;
        return after;
    }

    private JsonNode DeleteMessage(FakeBot bot, JsonNode request)
    {
        var chat = ChatFor(bot, request);
        var message = chat.Find(Long(request["message_id"])) ?? throw BotApiException.Bad("message to delete not found");
        chat.Messages[chat.Messages.IndexOf(message)] = message with { IsDeleted = true };
        return true;
    }

    private JsonNode AnswerCallbackQuery(FakeBot bot, JsonNode request)
    {
        _ = bot;
        if (!queries.TryGetValue(Text(request["callback_query_id"])!, out var query) || Now - query.At > PressAnswerable)
        {
            throw BotApiException.Bad("query is too old and response timeout expired or query ID is invalid");
        }

        var text = Text(request["text"]);
        if (text?.Length > 200)
        {
            throw BotApiException.Bad("MESSAGE_TOO_LONG");
        }

        answered.Add(query.Id);
        if (text is not null)
        {
            Toasts.Add((query.By, text, Text(request["show_alert"]) == "true"));
        }

        return true;
    }

    private JsonNode SetMyCommands(FakeBot bot, JsonNode request)
    {
        var commands = request["commands"]!.AsArray();
        if (commands.Count > 100 || commands.Any(each => !IsCommand().IsMatch(Text(each!["command"])!) || Text(each["description"]) is not { Length: >= 1 and <= 256 }))
        {
            throw BotApiException.Bad("BOT_COMMAND_INVALID");
        }

        Menus[(bot.Account.Id, Text(request["scope"]?["type"]) ?? "default", Text(request["language_code"]) ?? "")] = (JsonArray)commands.DeepClone();
        return true;
    }

    /// <summary>The menus, by bot, scope and language.</summary>
    public Dictionary<(long Bot, string Scope, string Language), JsonArray> Menus { get; } = [];

    private JsonNode GetChat(JsonNode request)
    {
        var chat = (chats.GetValueOrDefault(Long(request["chat_id"])) ?? throw BotApiException.Bad("chat not found")).Json();
        (chat["accent_color_id"], chat["max_reaction_count"]) = (0, 11);
        chat["accepted_gift_types"] = new JsonObject
        {
            ["unlimited_gifts"] = false, ["limited_gifts"] = false, ["unique_gifts"] = false, ["premium_subscription"] = false, ["gifts_from_channels"] = false,
        };
        return chat;
    }

    private JsonNode GetChatMember(JsonNode request)
    {
        var chat = chats.GetValueOrDefault(Long(request["chat_id"])) ?? throw BotApiException.Bad("chat not found");
        var user = Long(request["user_id"]);
        var somebody = bots.Values.FirstOrDefault(bot => bot.Account.Id == user)?.Account ?? people.GetValueOrDefault(user) ?? throw BotApiException.Bad("user not found");
        return Membership(somebody, chat.Members.GetValueOrDefault(user, "left"));
    }

    private static JsonObject Membership(Somebody somebody, string status)
    {
        var member = new JsonObject { ["user"] = somebody.Json(), ["status"] = status == "blocked" ? "kicked" : status };
        if (status is "kicked" or "blocked")
        {
            member["until_date"] = 0;
        }

        if (status == "restricted")
        {
            (member["is_member"], member["until_date"], member["can_send_messages"]) = (true, 0, false);
        }

        if (status == "administrator")
        {
            member["can_be_edited"] = false;
            foreach (var right in Rights)
            {
                member[right] = true;
            }
        }

        return member;
    }

    private static readonly string[] Rights =
    [
        "is_anonymous", "can_manage_chat", "can_delete_messages", "can_manage_video_chats", "can_restrict_members", "can_promote_members",
        "can_change_info", "can_send_welcome_messages", "can_invite_users", "can_post_stories", "can_edit_stories", "can_delete_stories",
    ];

    [GeneratedRegex("^[a-z0-9_]{1,32}$", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex IsCommand();

    /// <summary>A message as bots get it.</summary>
    private JsonObject Json(FakeChat chat, Standing message, bool withReply = true)
    {
        var json = new JsonObject { ["message_id"] = message.OnlyFor is null ? message.Id : 0, ["from"] = message.From.Json(), ["chat"] = chat.Json(), ["date"] = message.Date };
        if (message.OnlyFor is { } only)
        {
            json["ephemeral_message_id"] = message.Id;
            json["receiver_user"] = only.Json();
        }

        if (message.SenderChat is { } sender)
        {
            json["sender_chat"] = sender.DeepClone();
        }

        if (message.EditDate is { } edited)
        {
            json["edit_date"] = edited;
        }

        if (message.Thread is { } thread)
        {
            json["message_thread_id"] = thread;
            json["is_topic_message"] = true;
        }

        json["text"] = message.Text;
        if (Entities(message.Text) is { Count: > 0 } entities)
        {
            json["entities"] = entities;
        }

        if (message.Markup is { } markup)
        {
            json["reply_markup"] = markup.DeepClone();
        }

        // In a topic, what replies to nothing replies to the message that began it.
        if (withReply && (message.ReplyTo ?? message.Thread) is { } reply)
        {
            json["reply_to_message"] = chat.Messages.Find(each => each.Id == reply) is { } earlier
                ? Json(chat, earlier, withReply: false)
                : new JsonObject { ["message_id"] = reply, ["chat"] = chat.Json(), ["date"] = message.Date };
        }

        return json;
    }

    private static JsonArray Entities(string text)
    {
        var found = new JsonArray();
        foreach (Match match in Marked().Matches(text))
        {
            found.Add(new JsonObject { ["offset"] = match.Index, ["length"] = match.Length, ["type"] = match.Value[0] == '/' ? "bot_command" : "mention" });
        }

        return found;
    }

    [GeneratedRegex(@"(?<!\S)(/[A-Za-z0-9_]+(@[A-Za-z0-9_]+)?|@[A-Za-z0-9_]{4,})", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Marked();
}
