using NodaTime;

namespace Bot.Adapters.Telegram;

/// <summary>
/// How much may be sent in a while, so that the server need not refuse: what Telegram recommends
/// (https://core.telegram.org/bots/faq#my-bot-is-hitting-limits-how-do-i-avoid-this).
/// </summary>
/// <param name="BetweenMessages">At least so long between two messages of one chat.</param>
/// <param name="PerGroupAndMinute">At most so many messages a minute in one group.</param>
/// <param name="PerSecond">At most so many messages a second altogether.</param>
/// <param name="BetweenCardEdits">At least so long between two edits of one card: nobody reads faster.</param>
public sealed record Limits(Duration BetweenMessages, int PerGroupAndMinute, int PerSecond, Duration BetweenCardEdits)
{
    /// <summary>What Telegram recommends.</summary>
    public static Limits Recommended { get; } = new(Duration.FromSeconds(1), 20, 30, Duration.FromSeconds(3));

    /// <summary>No limits, for a server of one's own that has none.</summary>
    public static Limits None { get; } = new(Duration.Zero, int.MaxValue, int.MaxValue, Duration.Zero);
}
