using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Bot.Adapters.Tests.Telegram.Fake;

/// <summary>What bots may ask for.</summary>
internal sealed partial class FakeBotApi
{
    private const int PressAnswerable = 15;
    private readonly Dictionary<string, Query> queries = new(StringComparer.Ordinal);

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
            ["unlimited_gifts"] = false,
            ["limited_gifts"] = false,
            ["unique_gifts"] = false,
            ["premium_subscription"] = false,
            ["gifts_from_channels"] = false,
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
            (member["is_member"], member["until_date"]) = (true, 0);
            foreach (var right in RestrictedRights)
            {
                member[right] = false;
            }
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

    private static readonly string[] RestrictedRights =
    [
        "can_send_messages", "can_send_audios", "can_send_documents", "can_send_photos", "can_send_videos", "can_send_video_notes", "can_send_voice_notes",
        "can_send_polls", "can_send_other_messages", "can_add_web_page_previews", "can_react_to_messages", "can_edit_tag", "can_change_info",
        "can_invite_users", "can_pin_messages", "can_manage_topics",
    ];

    [GeneratedRegex("^[a-z0-9_]{1,32}$", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex IsCommand();
}
