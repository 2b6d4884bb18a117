using System.Globalization;
using System.Text;

namespace Bot.Adapters.Tests.Telegram.Fake;

/// <summary>Reads the HTML that messages may be written in, and is as strict as the server.</summary>
internal static class HtmlText
{
    private static readonly string[] Tags = ["b", "strong", "i", "em", "u", "s", "code", "pre", "a", "blockquote", "tg-spoiler"];

    /// <summary>The text, or the reason why it is none.</summary>
    public static (string Text, string? Error) Read(string html)
    {
        var text = new StringBuilder();
        var open = new Stack<string>();
        for (var i = 0; i < html.Length; i++)
        {
            if (html[i] == '<')
            {
                var end = html.IndexOf('>', i);
                if (end < 0)
                {
                    return ("", "can't parse entities: unclosed start tag");
                }

                var tag = html[(i + 1)..end];
                var name = tag.TrimStart('/').Split(' ')[0];
                if (!Tags.Contains(name))
                {
                    return ("", $"can't parse entities: Unsupported start tag \"{name}\" at byte offset {i.ToString(CultureInfo.InvariantCulture)}");
                }

                if (tag[0] != '/')
                {
                    open.Push(name);
                }
                else if (open.Count == 0 || open.Pop() != name)
                {
                    return ("", "can't parse entities: unmatched end tag");
                }

                i = end;
            }
            else if (html[i] == '&' && Entity(html, i) is var (character, length))
            {
                text.Append(character);
                i += length - 1;
            }
            else
            {
                text.Append(html[i]);
            }
        }

        return open.Count == 0 ? (text.ToString(), null) : ("", "can't parse entities: can't find end tag");
    }

    private static (char Character, int Length)? Entity(string html, int at)
    {
        foreach (var (name, character) in new[] { ("&lt;", '<'), ("&gt;", '>'), ("&amp;", '&'), ("&quot;", '"') })
        {
            if (html.AsSpan(at).StartsWith(name, StringComparison.Ordinal))
            {
                return (character, name.Length);
            }
        }

        return null;
    }
}
