using Bot.Core.Chat;

namespace Bot.Adapters.Telegram;

/// <summary>How the bot reaches Telegram.</summary>
/// <param name="Token">What BotFather gave: whoever has it is the bot.</param>
/// <param name="Root">Where the Bot API is: the official server, or one of one's own.</param>
public sealed record TelegramSettings(string Token, Uri Root)
{
    /// <summary>The official server.</summary>
    public static Uri OfficialRoot { get; } = new("https://api.telegram.org");

    /// <summary>How updates are received, when not by asking for them.</summary>
    public WebhookSettings? Webhook { get; init; }

    /// <summary>How much may be sent in a while.</summary>
    public Limits Limits { get; init; } = Limits.Recommended;

    /// <summary>The menus of commands, the one for all other languages first.</summary>
    public IReadOnlyList<Menu> Menus { get; init; } = [];

    /// <summary>For the operator: without the token, which the default would print.</summary>
    public override string ToString() => $"Telegram at {Root}";
}

/// <summary>Telegram calls the bot, instead of being asked.</summary>
/// <param name="Url">The address Telegram calls: https, on one of the ports 443, 80, 88 and 8443.</param>
/// <param name="Address">Where the bot listens: this machine alone (127.0.0.1) behind something that has the certificate, or any (0.0.0.0).</param>
/// <param name="Port">The port it listens on; 0 for any that is free.</param>
public sealed record WebhookSettings(Uri Url, System.Net.IPAddress Address, int Port);
