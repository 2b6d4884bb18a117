using Bot.Adapters.Telegram.Api;

namespace Bot.Adapters.Telegram;

/// <summary>The words of a message, without the bot's own name.</summary>
internal sealed class Words
{
    private const string StartCommand = "/start";

    public Words(string text, IReadOnlyList<MessageEntity> entities, User me)
    {
        var named = '@' + (me.Username ?? "");
        Text = text;
        foreach (var entity in entities.OrderByDescending(entity => entity.Offset).Where(entity => IsWithin(entity, text)))
        {
            var part = text.Substring(entity.Offset, entity.Length);
            var at = part.IndexOf('@', StringComparison.Ordinal);
            switch (entity.Type)
            {
                case "bot_command" when entity.Offset == 0 && at > 0:
                    IsForAnotherBot = !IsMe(part[at..]);
                    NamesMe |= !IsForAnotherBot;
                    Text = part[..at] + Text[entity.Length..];
                    break;
                case "mention" when IsMe(part):
                case "text_mention" when entity.User?.Id == me.Id:
                    NamesMe = true;
                    Text = Text.Remove(entity.Offset, entity.Length);
                    break;
            }
        }

        Text = Text.Trim();
        var words = Text.Split(' ', 2);
        Start = words[0] == StartCommand ? words.ElementAtOrDefault(1)?.Trim() ?? "" : null;

        bool IsMe(string name) => string.Equals(name, named, StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>The words.</summary>
    public string Text { get; }

    /// <summary>Whether the bot's name stands in them.</summary>
    public bool NamesMe { get; }

    /// <summary>Whether they are a command of another bot.</summary>
    public bool IsForAnotherBot { get; }

    /// <summary>What stands behind « /start », which the app itself writes when somebody opens the chat; null when it is another message.</summary>
    public string? Start { get; }

    private static bool IsWithin(MessageEntity entity, string text) =>
        entity is { Offset: >= 0, Length: > 0 } && entity.Length <= text.Length - entity.Offset;
}
