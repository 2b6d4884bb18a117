using System.Text;

namespace Bot.Adapters.Terminal;

/// <summary>Writes on the terminal, one thing at a time, and never lets a text take hold of it.</summary>
/// <param name="output">Where the conversation goes.</param>
/// <param name="hints">Where the rest goes.</param>
/// <param name="colours">Whether marks may be dim and buttons bold.</param>
internal sealed class Screen(TextWriter output, TextWriter hints, bool colours)
{
    private const int LongLine = 100;

    // The lines of one message stand together, and none of a private one is taken for a word to all.
    private const string Continued = "\n  ";
    private readonly Lock gate = new();

    /// <summary>A text in which nothing is an order to the terminal: what would be is shown by its picture.</summary>
    /// <param name="text">The text; its line ends become pictures too.</param>
    public static string Harmless(string text) =>
        text.Any(char.IsControl) ? string.Concat(text.Select(Picture)) : text;

    /// <summary>Shows a message. Throws what the writer throws.</summary>
    /// <param name="mark">What stands before it, or nothing.</param>
    /// <param name="text">Its words.</param>
    /// <param name="labels">What its buttons say.</param>
    public void Show(string mark, string text, IReadOnlyList<string> labels)
    {
        var written = new StringBuilder(Styled("2", Harmless(mark)));
        var lines = text.ReplaceLineEndings("\n").TrimEnd('\n').Split('\n');
        written.Append(Harmless(lines[0]));
        foreach (var line in lines.Skip(1))
        {
            written.Append(Continued).Append(Harmless(line));
        }

        var length = mark.Length + lines[0].Length;
        Write(output, written.Append(Buttons(labels, standApart: lines.Length > 1, length)).Append('\n').ToString());
    }

    /// <summary>Tells whoever sits at the keyboard how it works; no matter if nobody can read it.</summary>
    /// <param name="hint">A sentence.</param>
    public void Hint(string hint)
    {
        try
        {
            Write(hints, Styled("2", Harmless(hint)) + "\n");
        }
        catch (Exception gone) when (gone is IOException or ObjectDisposedException)
        {
            // Standard error was closed: a hint is not worth more.
        }
    }

    private string Buttons(IReadOnlyList<string> labels, bool standApart, int lineLength)
    {
        var row = labels.Select(label => $"[{Harmless(label)}]").ToList();
        var fits = !standApart && lineLength + row.Sum(label => label.Length + 1) <= LongLine;
        return row.Count == 0 ? "" : (fits ? " " : Continued) + string.Join(' ', row.Select(label => Styled("1", label)));
    }

    private string Styled(string style, string text) => colours && text.Length > 0 ? $"\e[{style}m{text}\e[0m" : text;

    private void Write(TextWriter to, string text)
    {
        lock (gate)
        {
            to.Write(text);
            to.Flush();
        }
    }

    private static char Picture(char each) => each switch
    {
        '\t' => ' ',
        < ' ' => (char)('\u2400' + each),
        '\u007F' => '\u2421',
        _ => char.IsControl(each) ? '\uFFFD' : each,
    };
}
