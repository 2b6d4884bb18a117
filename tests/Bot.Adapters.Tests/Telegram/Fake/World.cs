using System.Text.Json.Nodes;

namespace Bot.Adapters.Tests.Telegram.Fake;

/// <summary>Somebody on Telegram.</summary>
internal sealed record Somebody(long Id, string FirstName, string Language = "fr", bool IsBot = false, string? Username = null)
{
    /// <summary>Behind this account stand the administrators of a group who do not show who they are.</summary>
    public static readonly Somebody AnonymousAdministrator = new(1087968824, "Group", IsBot: true, Username: "GroupAnonymousBot");

    public JsonObject Json()
    {
        var user = new JsonObject { ["id"] = Id, ["is_bot"] = IsBot, ["first_name"] = FirstName };
        if (Username is not null)
        {
            user["username"] = Username;
        }

        if (!IsBot)
        {
            user["language_code"] = Language;
        }

        return user;
    }
}

/// <summary>A message as it stands in a chat.</summary>
internal sealed record Standing(long Id, Somebody From, string Text, long Date)
{
    public long? Thread { get; init; }

    public JsonNode? Markup { get; init; }

    /// <summary>The only person who sees it.</summary>
    public Somebody? OnlyFor { get; init; }

    public long? ReplyTo { get; init; }

    public long? EditDate { get; init; }

    public JsonObject? SenderChat { get; init; }

    public bool IsDeleted { get; init; }

    /// <summary>The file it carries, and whether as a document or a photo.</summary>
    public (string Name, byte[] Content, string Kind)? File { get; init; }

    /// <summary>The buttons: what they say, and what they carry.</summary>
    public IEnumerable<(string Label, string? Data, string? Url)> Buttons =>
        (Markup?["inline_keyboard"]?.AsArray() ?? []).SelectMany(row => row!.AsArray())
            .Select(button => ((string)button!["text"]!, (string?)button["callback_data"], (string?)button["url"]));
}

/// <summary>A chat.</summary>
internal sealed class FakeChat(long id, string type, string title)
{
    private long lastId;
    private long lastEphemeral;

    public long Id { get; } = id;

    public string Type { get; set; } = type;

    public string Title { get; } = title;

    public bool IsForum { get; init; }

    /// <summary>What everybody is in it, by user id.</summary>
    public Dictionary<long, string> Members { get; } = [];

    /// <summary>Its topics; whether they are closed.</summary>
    public Dictionary<long, bool> Topics { get; } = [];

    /// <summary>Its messages in order, those that only one person sees included.</summary>
    public List<Standing> Messages { get; } = [];

    /// <summary>The messages that hang above it, in the order they were pinned.</summary>
    public List<long> Pinned { get; } = [];

    /// <summary>The supergroup it has become.</summary>
    public long? MovedTo { get; set; }

    public bool IsPrivate => Type == "private";

    /// <summary>The bot that wrote last: commands without a name are meant for it.</summary>
    public Somebody? LastBot => Messages.LastOrDefault(message => message.From is { IsBot: true, Username: not "GroupAnonymousBot" })?.From;

    public long NextId() => ++lastId;

    public long NextEphemeral() => ++lastEphemeral;

    public Standing? Find(long message) => Messages.Find(each => each.Id == message && each.OnlyFor is null && !each.IsDeleted);

    public bool IsThere(long user) => Members.GetValueOrDefault(user, "left") is "creator" or "administrator" or "member";

    public JsonObject Json()
    {
        var chat = new JsonObject { ["id"] = Id, ["type"] = Type };
        chat[IsPrivate ? "first_name" : "title"] = Title;
        if (IsForum)
        {
            chat["is_forum"] = true;
        }

        return chat;
    }
}

/// <summary>A bot's account, and what waits for it.</summary>
internal sealed class FakeBot(string token, Somebody account)
{
    private const int MessageLasts = 24 * 60 * 60;
    private const int PressLasts = 150;
    private readonly List<(long Id, long Chat, long Expires, JsonObject Json)> waiting = [];
    private long lastId = 100_000;

    public string Token { get; set; } = token;

    public Somebody Account { get; } = account;

    /// <summary>Whether it only hears what is meant for it.</summary>
    public bool HasPrivacy { get; set; } = true;

    /// <summary>What it wants to hear; kept until it says something else.</summary>
    public IReadOnlyList<string> Allowed { get; set; } = [];

    public string Webhook { get; set; } = "";

    public string? Secret { get; set; }

    public string? LastError { get; set; }

    public long LastErrorDate { get; set; }

    /// <summary>A question for updates that is open.</summary>
    public TaskCompletionSource<bool>? Asking { get; set; }

    /// <summary>Told when something new waits.</summary>
    public TaskCompletionSource News { get; private set; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public int Waiting => waiting.Count;

    public long LastUpdate => lastId;

    public void Add(string kind, long chat, long date, JsonObject content)
    {
        if (Allowed.Count > 0 && !Allowed.Contains(kind))
        {
            return;
        }

        waiting.Add((++lastId, chat, date + (kind == "callback_query" ? PressLasts : MessageLasts), new JsonObject { ["update_id"] = lastId, [kind] = content }));
        Tell();
    }

    /// <summary>The server has forgotten what was confirmed, and tells it once more.</summary>
    public void AddAgain(IEnumerable<(long Id, long Chat, JsonObject Json)> told, long now)
    {
        waiting.InsertRange(0, told.Select(each => (each.Id, each.Chat, now + MessageLasts, each.Json)));
        Tell();
    }

    /// <summary>After a silent week the numbers begin anew.</summary>
    public void RestartNumbers(long at) => lastId = at;

    public void Expire(long now) => waiting.RemoveAll(each => each.Expires < now);

    public void Confirm(long offset) => waiting.RemoveAll(each => each.Id < offset);

    public IReadOnlyList<(long Id, long Chat, JsonObject Json)> Peek(int limit) => [.. waiting.Take(limit).Select(each => (each.Id, each.Chat, each.Json))];

    public void Remove(long id) => waiting.RemoveAll(each => each.Id == id);

    private void Tell()
    {
        var told = News;
        News = new(TaskCreationOptions.RunContinuationsAsynchronously);
        told.TrySetResult();
    }
}
