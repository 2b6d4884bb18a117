using System.Text.RegularExpressions;
using Bot.Adapters.Matrix.Api;

namespace Bot.Adapters.Matrix;

/// <summary>The words of a message, without what older clients quote above a reply, and without the bot's own name.</summary>
internal sealed partial class Words
{
    private static readonly char[] AfterName = [':', ',', ' '];

    /// <summary>Reads them.</summary>
    /// <param name="content">The message.</param>
    /// <param name="me">The bot's id.</param>
    /// <param name="name">The name it shows in the room.</param>
    public Words(MessageContent content, string me, string name)
    {
        Text = Fallback().Replace(content.Body ?? "", "", 1).Trim();
        var isNamed = content.Mentions?.UserIds?.Contains(me) == true || IsPill(content.FormattedBody ?? "", me);
        foreach (var own in new[] { me, '@' + name, name }.Where(own => own.Length > 1))
        {
            if (isNamed || Text.Contains(me, StringComparison.Ordinal) || CallsFirst(own))
            {
                NamesMe = true;
                Without(own);
            }
        }
    }

    /// <summary>The words.</summary>
    public string Text { get; private set; }

    /// <summary>Whether the bot's name stands in them, or is given along with them.</summary>
    public bool NamesMe { get; }

    // « Babillard: aide », as one writes where names are nothing but words.
    private bool CallsFirst(string own) =>
        Text.Length > own.Length && Text.StartsWith(own, StringComparison.OrdinalIgnoreCase) && Text[own.Length] is ':' or ',' && Text.Length > own.Length + 1;

    private void Without(string own)
    {
        var at = Text.IndexOf(own, StringComparison.OrdinalIgnoreCase);
        var end = at + own.Length;
        if (at >= 0 && (at == 0 || !char.IsLetterOrDigit(Text[at - 1])) && (end == Text.Length || !char.IsLetterOrDigit(Text[end])))
        {
            Text = (Text[..at].TrimEnd() + ' ' + Text[end..].TrimStart(AfterName)).Trim();
        }
    }

    private static bool IsPill(string html, string me) =>
        html.Contains("matrix.to/#/", StringComparison.Ordinal) && Uri.UnescapeDataString(html).Contains($"matrix.to/#/{me}", StringComparison.Ordinal);

    // Until version 1.13 of the specification, a reply began with what it replies to: « > <@sam:coop.example> … ».
    [GeneratedRegex(@"\A> (\* )?<@[^>\n]*>[^\n]*\n(>[^\n]*\n)*\n?", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Fallback();
}
