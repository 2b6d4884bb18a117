using System.Text;

namespace Bot.Core.Texts;

/// <summary>Reads a template into its parts, by going through it once.</summary>
internal sealed class TemplateParser(string text, Spacing spacing)
{
    private int at;

    /// <summary>The blanks written so far.</summary>
    public HashSet<string> Written { get; } = [];

    /// <summary>The blanks asked about so far.</summary>
    public HashSet<string> Asked { get; } = [];

    /// <summary>The functions met so far.</summary>
    public HashSet<string> Functions { get; } = [];

    /// <summary>Reads the whole text.</summary>
    public TemplatePart[] ReadAll()
    {
        var parts = ReadParts();
        return at == text.Length ? parts : throw new FormatException($"a brace closes nothing in: {text}");
    }

    private TemplatePart[] ReadParts()
    {
        var parts = new List<TemplatePart>();
        var literal = new StringBuilder();
        while (at < text.Length && text[at] != '}')
        {
            if (text[at] == '{')
            {
                Close(literal, parts);
                at++;
                parts.Add(ReadBraces());
                continue;
            }

            literal.Append(text[at] == '\\' ? Escaped() : text[at]);
            at++;
        }

        Close(literal, parts);
        return [.. parts];
    }

    private void Close(StringBuilder literal, List<TemplatePart> parts)
    {
        if (literal.Length > 0)
        {
            parts.Add(new TemplatePart.Literal(spacing.Apply(literal.ToString())));
            literal.Clear();
        }
    }

    private char Escaped()
    {
        at++;
        return at == text.Length ? throw new FormatException($"a backslash escapes nothing in: {text}") : text[at] switch
        {
            '{' or '}' or '\\' => text[at],
            ' ' => Spacing.NoBreak,
            _ => throw new FormatException($"\\{text[at]} means nothing in: {text}"),
        };
    }

    private TemplatePart ReadBraces()
    {
        var opposite = at < text.Length && text[at] == '!';
        at += opposite ? 1 : 0;
        var name = ReadName();
        var mark = at < text.Length ? text[at++] : throw new FormatException($"a brace is not closed in: {text}");
        switch (mark)
        {
            case '}' when !opposite:
                Written.Add(name);
                return new TemplatePart.Blank(name, Function: null);
            case ':' when !opposite:
                var blank = new TemplatePart.Blank(ReadName(), name);
                Written.Add(blank.Name);
                Functions.Add(name);
                Close();
                return blank;
            case '?':
                Asked.Add(name);
                var optional = new TemplatePart.Optional(name, opposite, ReadParts());
                Close();
                return optional;
            default:
                throw new FormatException($"\"{name}\" is followed by \"{mark}\" in: {text}");
        }
    }

    private void Close()
    {
        if (at >= text.Length || text[at] != '}')
        {
            throw new FormatException($"a brace is not closed in: {text}");
        }

        at++;
    }

    private string ReadName()
    {
        var start = at;
        while (at < text.Length && (char.IsLetterOrDigit(text[at]) || text[at] == '_'))
        {
            at++;
        }

        return at > start ? text[start..at] : throw new FormatException($"a brace without a name in: {text}");
    }
}
