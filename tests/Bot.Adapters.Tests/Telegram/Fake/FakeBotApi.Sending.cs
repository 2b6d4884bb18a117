using System.Text;
using System.Text.Json.Nodes;

namespace Bot.Adapters.Tests.Telegram.Fake;

/// <summary>Messages that bots send, change and delete, checked as the real server checks them.</summary>
internal sealed partial class FakeBotApi
{
    private const int LongestText = 4096;
    private const int LongestCaption = 1024;
    private const int LongestButton = 64;
    private readonly Dictionary<long, List<long>> sentTo = [];

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
            Thread = thread,
            Markup = Markup(request),
            OnlyFor = only,
            ReplyTo = reply,
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
            Thread = request["message_thread_id"] is { } thread ? Long(thread) : null,
            Markup = Markup(request),
            OnlyFor = only,
            ReplyTo = reply,
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

    // In a group it takes the right to; only administrators have it here.
    private JsonNode Pin(FakeBot bot, JsonNode request, bool isPinned)
    {
        var chat = ChatFor(bot, request);
        if (!chat.IsPrivate && chat.Members.GetValueOrDefault(bot.Account.Id) != "administrator")
        {
            throw BotApiException.Bad("not enough rights to manage pinned messages in the chat");
        }

        var message = chat.Find(Long(request["message_id"])) ?? throw BotApiException.Bad("message to pin not found");
        chat.Pinned.Remove(message.Id);
        if (isPinned)
        {
            chat.Pinned.Add(message.Id);
        }

        return true;
    }
}
