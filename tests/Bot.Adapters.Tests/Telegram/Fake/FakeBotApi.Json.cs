using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Bot.Adapters.Tests.Telegram.Fake;

/// <summary>How things look to bots.</summary>
internal sealed partial class FakeBotApi
{
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
