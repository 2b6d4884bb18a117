using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using Bot.Adapters.Telegram;

namespace Bot.Host;

/// <summary>Reads the settings of Telegram. What is wrong is said without repeating the token.</summary>
/// <param name="setting">Gives a setting by its name.</param>
/// <param name="wrong">Takes a sentence for each thing that is wrong.</param>
internal sealed partial class TelegramReader(Func<string, string?> setting, List<string> wrong)
{
    private const int UsualPort = 8087;

    // The only ones Telegram calls (https://core.telegram.org/bots/api#setwebhook).
    private static readonly int[] Ports = [443, 80, 88, 8443];

    /// <summary>The settings, or null when no bot of Telegram is configured.</summary>
    public TelegramSettings? Read()
    {
        var token = setting("Token");
        var root = ReadRoot();
        var webhook = ReadWebhook();
        if (token is null)
        {
            return null;
        }

        if (!IsToken().IsMatch(token))
        {
            wrong.Add("Telegram:Token: this is not a token. It reads like 123456789:AAE…, and @BotFather gives it: /mybots, the bot, API Token.");
        }

        return new TelegramSettings(token, root) { Webhook = webhook };
    }

    private Uri ReadRoot()
    {
        var typed = setting("ApiRoot");
        if (typed is null)
        {
            return TelegramSettings.OfficialRoot;
        }

        if (Uri.TryCreate(typed, UriKind.Absolute, out var root) && (root.Scheme == Uri.UriSchemeHttps || root.Scheme == Uri.UriSchemeHttp))
        {
            return root;
        }

        wrong.Add($"Telegram:ApiRoot: \"{typed}\" is not an address. Leave it out for the official server, or write it as http://127.0.0.1:8081.");
        return TelegramSettings.OfficialRoot;
    }

    private WebhookSettings? ReadWebhook()
    {
        var typed = setting("Webhook:Url");
        var address = IPAddress.Loopback;
        if (setting("Webhook:Address") is { } there && !IPAddress.TryParse(there, out address!))
        {
            wrong.Add($"Telegram:Webhook:Address: \"{there}\" is not an address of this machine. Write 127.0.0.1, or 0.0.0.0 for all it has.");
        }

        var port = UsualPort;
        if (setting("Webhook:Port") is { } number && (!int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out port) || port is 0 or > ushort.MaxValue))
        {
            wrong.Add($"Telegram:Webhook:Port: \"{number}\" is not a port. Give a number from 1 to {ushort.MaxValue}.");
        }

        if (typed is null)
        {
            return null;
        }

        if (Uri.TryCreate(typed, UriKind.Absolute, out var url) && url.Scheme == Uri.UriSchemeHttps && Ports.Contains(url.Port))
        {
            return new WebhookSettings(url, address, port);
        }

        wrong.Add($"Telegram:Webhook:Url: Telegram cannot call \"{typed}\". It has to be https, on one of the ports {string.Join(", ", Ports)}.");
        return null;
    }

    [GeneratedRegex("^[0-9]{1,20}:[A-Za-z0-9_-]{1,200}$", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex IsToken();
}
