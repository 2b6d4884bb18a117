using System.Globalization;

namespace Bot.Adapters.Telegram;

/// <summary>
/// The names of what happened and of messages. They hold what is needed to answer to it, so that nothing has to be remembered:
/// a press its callback query, a command that only its author sees the id under which it can be answered.
/// </summary>
/// <param name="bot">The bot's id.</param>
internal sealed class Keys(long bot)
{
    /// <summary>What stands where an id would, when somebody was told in a window of their app, which leaves no message.</summary>
    public const string Alert = "alert";

    private const char Ephemeral = 'e';
    private readonly string press = Invariant($"{TelegramPlatform.PlatformName}:{bot}:press:");

    public string Message(long chat, string message) => Invariant($"{TelegramPlatform.PlatformName}:{bot}:{chat}:{message}");

    public string Edit(string message, long editDate) => Invariant($"{message}:{editDate}");

    public string Press(string query) => press + query;

    public string Added(long chat, long date) => Invariant($"{TelegramPlatform.PlatformName}:{bot}:{chat}:added:{date}");

    public string Move(long from, long to) => Invariant($"{TelegramPlatform.PlatformName}:{bot}:move:{from}:{to}");

    /// <summary>The callback query behind what is answered, if it was a press.</summary>
    public string? QueryOf(string? key) => key is not null && key.StartsWith(press, StringComparison.Ordinal) ? key[press.Length..] : null;

    /// <summary>A message's id in words of the bot's memory.</summary>
    public static string Id(long message, long? ephemeral) => ephemeral is { } alone ? Invariant($"{Ephemeral}{alone}") : Invariant($"{message}");

    /// <summary>Whether an id is that of a message only one person sees.</summary>
    public static bool IsEphemeral(string? id, out long ephemeral)
    {
        ephemeral = 0;
        return id is [Ephemeral, .. var digits] && long.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out ephemeral);
    }

    /// <summary>Whether an id is that of an ordinary message.</summary>
    public static bool IsMessage(string? id, out long message) => long.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out message);

    public static string Invariant(FormattableString text) => FormattableString.Invariant(text);
}
