using System.Text;
using Bot.Adapters.Telegram.Api;
using Bot.Core.Chat;

namespace Bot.Adapters.Telegram;

/// <summary>How a message looks on Telegram.</summary>
internal static class Rendering
{
    /// <summary>The longest text of a message, in UTF-16 units once the markup is read (https://core.telegram.org/bots/api#sendmessage).</summary>
    public const int LongestText = 4096;

    /// <summary>The longest text beside a file (https://core.telegram.org/bots/api#senddocument).</summary>
    public const int LongestCaption = 1024;

    private const int LettersInARow = 28;
    private const int MostInARow = 3;

    /// <summary>The text as HTML in which everything reads as it was typed. The first line of a card of several stands out.</summary>
    /// <param name="text">The text.</param>
    /// <param name="isCard">Whether it is a card.</param>
    public static string Html(string text, bool isCard)
    {
        var title = isCard ? text.IndexOf('\n', StringComparison.Ordinal) : -1;
        var html = new StringBuilder(text.Length + 16).Append(text).Replace("&", "&amp;").Replace("<", "&lt;").Replace(">", "&gt;");
        if (title > 0)
        {
            var length = html.ToString().IndexOf('\n', StringComparison.Ordinal);
            html.Insert(length, "</b>").Insert(0, "<b>");
        }

        return html.ToString();
    }

    /// <summary>The buttons, short ones side by side.</summary>
    /// <param name="message">The message they stand under.</param>
    /// <param name="chatWithBot">The way to the private chat with the bot.</param>
    public static InlineKeyboardMarkup? Keyboard(Outgoing message, string chatWithBot)
    {
        var rows = new List<IReadOnlyList<InlineKeyboardButton>>();
        var row = new List<InlineKeyboardButton>();
        foreach (var button in message.Buttons)
        {
            if (row.Count == MostInARow || (row.Count > 0 && row.Sum(each => each.Text.Length) + button.Label.Length > LettersInARow))
            {
                rows.Add(row);
                row = [];
            }

            row.Add(new InlineKeyboardButton(button.Label) { CallbackData = button.Token });
        }

        if (row.Count > 0)
        {
            rows.Add(row);
        }

        if (message.Invitation is { } invitation)
        {
            rows.Add([new InlineKeyboardButton(invitation) { Url = chatWithBot }]);
        }

        return rows.Count == 0 ? null : new InlineKeyboardMarkup(rows);
    }
}
