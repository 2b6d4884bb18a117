using System.Globalization;
using System.Text.Json.Nodes;

namespace Bot.Adapters.Tests.Telegram.Fake;

/// <summary>What people do.</summary>
internal sealed partial class FakeBotApi
{
    private long lastQuery = 5_000_000;

    /// <summary>Somebody asks BotFather for a bot.</summary>
    public FakeBot NewBot(string token, string username, long id = 900_001)
    {
        lock (gate)
        {
            return bots[token] = new FakeBot(token, new Somebody(id, "Babillard", IsBot: true, Username: username));
        }
    }

    /// <summary>Its token is no longer valid.</summary>
    public void Revoke(FakeBot bot)
    {
        lock (gate)
        {
            bots.Remove(bot.Token);
            bot.Asking?.TrySetResult(true);
        }
    }

    /// <summary>Somebody joins Telegram.</summary>
    public Somebody NewPerson(long id, string name, string language = "fr")
    {
        lock (gate)
        {
            return people[id] = new Somebody(id, name, language);
        }
    }

    /// <summary>A group in which these people are.</summary>
    public FakeChat NewGroup(long id, string title, bool isForum, params Somebody[] members)
    {
        lock (gate)
        {
            var chat = chats[id] = new FakeChat(id, id < -1_000_000_000_000 ? "supergroup" : "group", title) { IsForum = isForum };
            foreach (var member in members)
            {
                chat.Members[member.Id] = "member";
            }

            return chat;
        }
    }

    /// <summary>The private chat of somebody, as it is.</summary>
    public FakeChat? PrivateChat(Somebody person)
    {
        lock (gate)
        {
            return chats.GetValueOrDefault(person.Id);
        }
    }

    /// <summary>A chat by its id.</summary>
    public FakeChat Chat(long id)
    {
        lock (gate)
        {
            return chats[id];
        }
    }

    /// <summary>Somebody makes a bot a member, an administrator, or throws it out.</summary>
    public void SetBot(FakeBot bot, FakeChat chat, string status, Somebody by)
    {
        lock (gate)
        {
            var before = chat.Members.GetValueOrDefault(bot.Account.Id, "left");
            chat.Members[bot.Account.Id] = status;
            Tell(bot, "my_chat_member", chat, new JsonObject
            {
                ["chat"] = chat.Json(),
                ["from"] = by.Json(),
                ["date"] = Now,
                ["old_chat_member"] = Membership(bot.Account, before),
                ["new_chat_member"] = Membership(bot.Account, status),
            });
        }
    }

    /// <summary>Somebody opens the private chat with a bot and presses « Start ».</summary>
    public Standing Start(Somebody person, FakeBot bot, string payload = "")
    {
        lock (gate)
        {
            if (!chats.ContainsKey(person.Id))
            {
                chats[person.Id] = new FakeChat(person.Id, "private", person.FirstName) { Members = { [person.Id] = "member" } };
            }

            if (chats[person.Id].Members.GetValueOrDefault(bot.Account.Id) != "member")
            {
                SetBot(bot, chats[person.Id], "member", person);
            }
        }

        return Say(person, chats[person.Id], $"/start {payload}".TrimEnd());
    }

    /// <summary>Somebody writes.</summary>
    /// <param name="person">Who.</param>
    /// <param name="chat">Where.</param>
    /// <param name="text">What.</param>
    /// <param name="thread">In which topic.</param>
    /// <param name="replyTo">The message they reply to.</param>
    /// <param name="isAlone">Whether the app sends it as a command that only its author and the bot see.</param>
    /// <param name="more">What else the message holds.</param>
    public Standing Say(Somebody person, FakeChat chat, string text, long? thread = null, long? replyTo = null, bool isAlone = false, Action<JsonObject>? more = null)
    {
        lock (gate)
        {
            var message = new Standing(isAlone ? chat.NextEphemeral() : chat.NextId(), person, text, Now) { Thread = thread, ReplyTo = replyTo, OnlyFor = isAlone ? person : null };
            chat.Messages.Add(message);
            TellBots(chat, message, "message", more);
            return message;
        }
    }

    /// <summary>An administrator who does not show who they are writes.</summary>
    public Standing SayAnonymously(FakeChat chat, string text) => Say(Somebody.AnonymousAdministrator, chat, text, more: json => json["sender_chat"] = chat.Json());

    /// <summary>Somebody corrects what they wrote.</summary>
    public void Edit(FakeChat chat, Standing message, string text)
    {
        lock (gate)
        {
            var index = chat.Messages.FindIndex(each => each.Id == message.Id && each.OnlyFor is null);
            chat.Messages[index] = chat.Messages[index] with { Text = text, EditDate = Now };
            TellBots(chat, chat.Messages[index], "edited_message", null);
        }
    }

    /// <summary>Somebody presses the button with this label on the newest message they see that has one.</summary>
    public string Press(Somebody person, FakeChat chat, string label)
    {
        lock (gate)
        {
            var message = chat.Messages.Last(each => (each.OnlyFor is null || each.OnlyFor.Id == person.Id) && !each.IsDeleted && each.Buttons.Any(button => button.Label == label));
            return PressData(person, chat, message, message.Buttons.First(button => button.Label == label).Data!);
        }
    }

    /// <summary>Somebody's app sends a press, of whatever it likes.</summary>
    public string PressData(Somebody person, FakeChat chat, Standing message, string data)
    {
        lock (gate)
        {
            var bot = bots.Values.First(each => each.Account.Id == message.From.Id);
            var query = new Query((++lastQuery).ToString(CultureInfo.InvariantCulture), person, chat.Id, Now);
            queries[query.Id] = query;
            Tell(bot, "callback_query", chat, new JsonObject
            {
                ["id"] = query.Id,
                ["from"] = person.Json(),
                ["message"] = Json(chat, message),
                ["chat_instance"] = "1",
                ["data"] = data,
            });
            return query.Id;
        }
    }

    /// <summary>A bot is told once more all that it has ever been told.</summary>
    public void TellAgain(FakeBot bot)
    {
        var told = exchanges.Where(each => each is { Method: "getUpdates", IsOk: true }).SelectMany(each => each.Answer["result"]!.AsArray())
            .Select(update => (Id: (long)update!["update_id"]!, Chat: 0L, Json: (JsonObject)update.DeepClone())).DistinctBy(each => each.Id);
        lock (gate)
        {
            bot.AddAgain(told.OrderBy(each => each.Id), Now);
        }
    }

    /// <summary>A group becomes a supergroup, with another id and none of its messages.</summary>
    public FakeChat Migrate(FakeChat group, long to, bool isTold = true)
    {
        lock (gate)
        {
            var super = NewGroup(to, group.Title, isForum: false);
            foreach (var (member, status) in group.Members)
            {
                super.Members[member] = status;
            }

            group.MovedTo = to;
            if (isTold)
            {
                Announce(group, "migrate_to_chat_id", to);
                Announce(super, "migrate_from_chat_id", group.Id);
            }

            return super;
        }

        void Announce(FakeChat chat, string what, long other)
        {
            var json = new JsonObject
            {
                ["message_id"] = chat.NextId(),
                ["from"] = Somebody.AnonymousAdministrator.Json(),
                ["sender_chat"] = chat.Json(),
                ["chat"] = chat.Json(),
                ["date"] = Now,
                [what] = other,
            };
            foreach (var bot in bots.Values.Where(bot => chat.IsThere(bot.Account.Id)))
            {
                Tell(bot, "message", chat, (JsonObject)json.DeepClone());
            }
        }
    }

    /// <summary>Everything that somebody can read in a chat, in order.</summary>
    public IReadOnlyList<Standing> SeenBy(Somebody person, FakeChat chat)
    {
        lock (gate)
        {
            return [.. chat.Messages.Where(each => (each.OnlyFor is null || each.OnlyFor.Id == person.Id) && !each.IsDeleted)];
        }
    }

    /// <summary>What a bot has written in a chat, as it reads now.</summary>
    public IReadOnlyList<Standing> WrittenBy(FakeBot bot, FakeChat chat)
    {
        lock (gate)
        {
            return [.. chat.Messages.Where(each => each.From.Id == bot.Account.Id && !each.IsDeleted)];
        }
    }

    private void TellBots(FakeChat chat, Standing message, string kind, Action<JsonObject>? more)
    {
        foreach (var bot in bots.Values.Where(bot => chat.IsThere(bot.Account.Id) && bot.Account.Id != message.From.Id && IsFor(bot, chat, message)))
        {
            var json = Json(chat, message);
            more?.Invoke(json);
            Tell(bot, kind, chat, json);
        }
    }

    // https://core.telegram.org/bots/features#privacy-mode
    private static bool IsFor(FakeBot bot, FakeChat chat, Standing message)
    {
        if (!bot.HasPrivacy || chat.IsPrivate || message.OnlyFor is not null || chat.Members[bot.Account.Id] == "administrator")
        {
            return true;
        }

        var command = message.Text.Split(' ')[0];
        var isNamed = command.EndsWith('@' + bot.Account.Username, StringComparison.OrdinalIgnoreCase);
        var isOpen = !command.Contains('@', StringComparison.Ordinal) && (chat.LastBot is null || chat.LastBot.Id == bot.Account.Id);
        return (command.StartsWith('/') && (isNamed || isOpen))
            || (message.ReplyTo is { } reply && chat.Messages.Find(each => each.Id == reply)?.From.Id == bot.Account.Id);
    }

    private void Tell(FakeBot bot, string kind, FakeChat chat, JsonObject content)
    {
        bot.Add(kind, chat.Id, Now, content);
    }
}
