using System.Text.RegularExpressions;
using Bot.Adapters.Telegram.Api;
using Bot.Core.Chat;
using Microsoft.Extensions.Logging;

namespace Bot.Adapters.Telegram;

/// <summary>
/// What the app proposes when somebody types « / »: in a group the few commands to begin with, in private all of them, in the
/// language of their app. A command about who asks is seen by nobody else, where the app can do that.
/// </summary>
internal static partial class Menus
{
    private const int MostCommands = 100;
    private const int LongestSummary = 256;

    /// <summary>Tells Telegram. A menu is a help, not a condition: when it cannot be set, the bot goes on.</summary>
    /// <param name="client">Asks the Bot API.</param>
    /// <param name="menus">The menus; the first is also for everybody whose language has none.</param>
    /// <param name="log">For the operator.</param>
    /// <param name="stop">Gives up.</param>
    public static async Task Publish(TelegramClient client, IReadOnlyList<Menu> menus, ILogger log, CancellationToken stop)
    {
        var all = menus.Take(1).Select(menu => (Language: (string?)null, menu.Items)).Concat(menus.Select(menu => ((string?)menu.Language, menu.Items)));
        foreach (var (language, items) in all)
        {
            foreach (var (scope, isGroup) in new[] { ("all_group_chats", true), ("all_private_chats", false) })
            {
                var commands = items.Where(item => (item.IsShort || !isGroup) && IsName().IsMatch(item.Name))
                    .Select(item => new BotCommand(item.Name, LongText.Short(item.Summary, LongestSummary)) { IsEphemeral = isGroup && item.IsAnsweredAlone ? true : null })
                    .Take(MostCommands);
                var request = new SetMyCommands([.. commands], new BotCommandScope(scope)) { LanguageCode = language };
                if ((await client.Call(Methods.SetMyCommands, request, stop)).Failure is { } failure)
                {
                    LogNoMenu(log, failure.Description);
                    return;
                }
            }
        }
    }

    // https://core.telegram.org/bots/api#botcommand
    [GeneratedRegex("^[a-z0-9_]{1,32}$", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex IsName();

    [LoggerMessage(Level = LogLevel.Warning, Message = "The menu of commands could not be set: {Why}")]
    private static partial void LogNoMenu(ILogger log, string why);
}
