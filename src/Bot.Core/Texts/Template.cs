using System.Collections.Frozen;
using System.Text;

namespace Bot.Core.Texts;

/// <summary>
/// A sentence with blanks, read once and written many times. <c>{Name}</c> is a blank; <c>{Name? for {Name}.}</c> is a part that
/// is written only if the blank has something, <c>{!Name? nobody}</c> only if it has nothing; <c>{de:Name}</c> passes what is
/// written through a function of the language; <c>\{</c> is a brace, <c>\ </c> a no-break space. What comes from blanks is
/// never read again: a title that holds braces comes out as it is.
/// </summary>
public sealed class Template
{
    private readonly TemplatePart[] parts;

    private Template(TemplatePart[] parts, TemplateParser parser)
    {
        this.parts = parts;
        Written = parser.Written.ToFrozenSet();
        Asked = parser.Asked.ToFrozenSet();
        Functions = parser.Functions.ToFrozenSet();
        Constant = parts switch
        {
            [] => "",
            [TemplatePart.Literal only] => only.Text,
            _ => null,
        };
    }

    /// <summary>The blanks whose value is written.</summary>
    public IReadOnlySet<string> Written { get; }

    /// <summary>The blanks that decide whether a part is written.</summary>
    public IReadOnlySet<string> Asked { get; }

    /// <summary>The functions it uses.</summary>
    public IReadOnlySet<string> Functions { get; }

    /// <summary>What it says, when it has no blanks.</summary>
    public string? Constant { get; }

    /// <summary>Reads a template.</summary>
    /// <param name="text">The template as it stands in a file.</param>
    /// <param name="spacing">Where the language wants no-break spaces.</param>
    /// <exception cref="FormatException">A brace or an escape is not as it should be.</exception>
    public static Template Parse(string text, Spacing spacing)
    {
        var parser = new TemplateParser(text, spacing);
        return new Template(parser.ReadAll(), parser);
    }

    /// <summary>Writes the sentence, its blanks filled.</summary>
    /// <param name="to">Where to write.</param>
    /// <param name="blanks">What the blanks hold.</param>
    internal void Write<TBlanks>(StringBuilder to, TBlanks blanks)
        where TBlanks : IBlanks => Write(parts, to, blanks);

    private static void Write<TBlanks>(TemplatePart[] parts, StringBuilder to, TBlanks blanks)
        where TBlanks : IBlanks
    {
        foreach (var part in parts)
        {
            switch (part)
            {
                case TemplatePart.Literal literal:
                    Write(literal, to, blanks.Prefix);
                    break;
                case TemplatePart.Blank { Function: null } blank:
                    blanks.Write(blank.Name, to);
                    break;
                case TemplatePart.Blank blank:
                    var start = to.Length;
                    blanks.Write(blank.Name, to);
                    blanks.Apply(blank.Function, to, start);
                    break;
                case TemplatePart.Optional optional when blanks.Has(optional.Name) != optional.Opposite:
                    Write(optional.Inside, to, blanks);
                    break;
            }
        }
    }

    // « Pour jeu. 26 nov. » has one full stop, not two, and so does a title that somebody ended with one.
    private static void Write(TemplatePart.Literal literal, StringBuilder to, char prefix)
    {
        var start = to.Length;
        var isAfterWord = start > 0 && char.IsLetterOrDigit(to[^1]);
        if (literal.BeginsWithFullStop && to.Length > 0 && to[^1] == '.')
        {
            to.Append(literal.Text.AsSpan(1));
            start--;
        }
        else
        {
            to.Append(literal.Text);
        }

        foreach (var at in literal.Commands)
        {
            if (at > 0 || !isAfterWord)
            {
                to[start + at] = prefix;
            }
        }
    }
}
