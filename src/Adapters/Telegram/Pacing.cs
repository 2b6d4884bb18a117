using NodaTime;

namespace Bot.Adapters.Telegram;

/// <summary>
/// Says when something may be sent. It never waits itself: who is told « later » comes back then, with whatever is newest by then,
/// while other chats go on. A place in the common queue, once given, is kept until its time has come.
/// </summary>
/// <param name="limits">How much may be sent.</param>
internal sealed class Pacing(Limits limits)
{
    // A little more than a minute, for what was under way when it began.
    private static readonly Duration Minute = Duration.FromSeconds(62);
    private static readonly Duration Second = Duration.FromSeconds(1);
    private const int MostChats = 4096;
    private readonly Lock gate = new();
    private readonly Dictionary<long, Chat> chats = [];
    private readonly Dictionary<(long, string), Instant> cards = [];
    private readonly Dictionary<long, Instant> given = [];
    private readonly Queue<Instant> all = [];

    /// <summary>Takes the right to send to a chat now.</summary>
    /// <param name="chat">The chat; groups have negative ids.</param>
    /// <param name="card">The message of a card that is edited, if one is.</param>
    /// <param name="now">Now.</param>
    /// <returns>Null when it may be sent at once, otherwise when to ask again.</returns>
    public Instant? Take(long chat, string? card, Instant now)
    {
        lock (gate)
        {
            var own = ChatOf(chat, now);
            var free = Instant.Max(own.Free, card is not null && cards.TryGetValue((chat, card), out var edited) ? edited + limits.BetweenCardEdits : now);
            if (chat < 0 && own.Minute.Count >= limits.PerGroupAndMinute)
            {
                free = Instant.Max(free, own.Minute.Peek() + Minute);
            }

            if (free > now)
            {
                return free;
            }

            if (Queue(chat, now) is { } slot)
            {
                return slot;
            }

            own.Free = now + limits.BetweenMessages;
            if (chat < 0 && limits.PerGroupAndMinute < int.MaxValue)
            {
                own.Minute.Enqueue(now);
                if (own.Minute.Count > limits.PerGroupAndMinute)
                {
                    own.Minute.Dequeue();
                }
            }

            return null;
        }
    }

    /// <summary>It was sent: the server counts from when it came there, which may be much later than when the right was taken.</summary>
    /// <param name="chat">The chat.</param>
    /// <param name="card">The message of a card that was edited, if one was.</param>
    /// <param name="now">Now.</param>
    public void Sent(long chat, string? card, Instant now)
    {
        lock (gate)
        {
            var own = ChatOf(chat, now);
            own.Free = Instant.Max(own.Free, now + limits.BetweenMessages);
            if (card is not null)
            {
                cards[(chat, card)] = now;
            }
        }
    }

    /// <summary>The server asks to leave a chat alone for a while.</summary>
    /// <param name="chat">The chat.</param>
    /// <param name="until">Until when.</param>
    /// <param name="now">Now.</param>
    public void Hold(long chat, Instant until, Instant now)
    {
        lock (gate)
        {
            var own = ChatOf(chat, now);
            own.Free = Instant.Max(own.Free, until);
        }
    }

    // The common limit: places are given in the order of asking, so that a chat that asks often does not overtake the others.
    private Instant? Queue(long chat, Instant now)
    {
        if (given.Remove(chat, out var mine) && mine <= now)
        {
            return null;
        }

        var slot = mine > now ? mine : all.Count < limits.PerSecond ? now : Instant.Max(now, all.Peek() + Second);
        if (slot != mine && limits.PerSecond < int.MaxValue)
        {
            all.Enqueue(slot);
            if (all.Count > limits.PerSecond)
            {
                all.Dequeue();
            }
        }

        if (slot <= now)
        {
            return null;
        }

        given[chat] = slot;
        return slot;
    }

    private Chat ChatOf(long id, Instant now)
    {
        if (chats.TryGetValue(id, out var chat))
        {
            return chat;
        }

        if (chats.Count >= MostChats)
        {
            ForgetQuiet(now);
        }

        return chats[id] = new Chat { Free = now };
    }

    private void ForgetQuiet(Instant now)
    {
        foreach (var (id, chat) in chats.Where(each => each.Value.Free <= now && each.Value.Minute.All(sent => sent + Minute <= now)).ToList())
        {
            chats.Remove(id);
        }

        foreach (var card in cards.Where(each => each.Value + limits.BetweenCardEdits <= now).Select(each => each.Key).ToList())
        {
            cards.Remove(card);
        }
    }

    private sealed class Chat
    {
        public Instant Free { get; set; }

        public Queue<Instant> Minute { get; } = [];
    }
}
