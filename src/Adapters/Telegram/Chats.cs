using System.Collections.Concurrent;
using Bot.Adapters.Telegram.Api;

namespace Bot.Adapters.Telegram;

/// <summary>What the bot knows of the chats it is in: from memory, since it is asked for each thing to be said.</summary>
/// <param name="client">Asks the Bot API.</param>
internal sealed class Chats(TelegramClient client)
{
    private readonly ConcurrentDictionary<long, bool> administered = new();
    private readonly ConcurrentDictionary<long, bool> left = new();
    private readonly ConcurrentDictionary<long, long> moved = new();

    /// <summary>Whether the bot is an administrator there, as far as it knows.</summary>
    public bool IsAdministrator(long chat) => administered.GetValueOrDefault(chat);

    /// <summary>Whether the bot was thrown out of a group, or blocked by a person.</summary>
    public bool HasLeft(long chat) => left.ContainsKey(chat);

    /// <summary>The supergroup a group has become, if it has.</summary>
    public long? MovedTo(long chat) => moved.TryGetValue(chat, out var to) ? to : null;

    /// <summary>A group has become a supergroup.</summary>
    public void Move(long from, long to) => moved[from] = to;

    /// <summary>The server says that the bot is not there.</summary>
    public void Leave(long chat) => left[chat] = true;

    /// <summary>What the bot is in a chat has changed.</summary>
    public void Learn(long chat, ChatMember me)
    {
        administered[chat] = me.IsAdministrator;
        if (me.IsThere)
        {
            left.TryRemove(chat, out _);
        }
        else
        {
            Leave(chat);
        }
    }

    /// <summary>Something came from a chat: the bot is there. What it is in a group is asked once.</summary>
    public void Meet(Chat chat, User me, CancellationToken stop)
    {
        left.TryRemove(chat.Id, out _);
        if (chat.IsGroup && administered.TryAdd(chat.Id, false))
        {
            _ = Ask(chat.Id, me.Id, stop);
        }
    }

    private async Task Ask(long chat, long me, CancellationToken stop)
    {
        try
        {
            if ((await client.Call(Methods.GetChatMember, new GetChatMember(chat, me), stop)).Result is { } member)
            {
                administered[chat] = member.IsAdministrator;
            }
        }
        catch (OperationCanceledException)
        {
            // The bot is stopped.
        }
    }
}
