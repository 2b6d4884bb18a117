namespace Bot.Core.Texts;

/// <summary>A piece of a template.</summary>
internal abstract record TemplatePart
{
    /// <summary>Words of the template itself.</summary>
    internal sealed record Literal(string Text) : TemplatePart
    {
        /// <summary>Whether it begins with a full stop, and not with an ellipsis.</summary>
        public bool BeginsWithFullStop { get; } = Text is ['.'] or ['.', not '.', ..];

        /// <summary>Where commands begin in it: « /aide », « (/aide) », « /{Name} »; not « 24/11 », « et/ou » or an address.</summary>
        public IReadOnlyList<int> Commands { get; } =
        [
            .. Enumerable.Range(0, Text.Length).Where(at => Text[at] == '/'
                && (at == 0 || !(char.IsLetterOrDigit(Text[at - 1]) || Text[at - 1] is '/' or ':' or '}'))
                && (at + 1 == Text.Length || char.IsLetter(Text[at + 1]))),
        ];
    }

    /// <summary>A value, passed through a function of the language if one is named.</summary>
    internal sealed record Blank(string Name, string? Function) : TemplatePart;

    /// <summary>A part that is written only if a blank has something, or only if it has nothing.</summary>
    internal sealed record Optional(string Name, bool Opposite, TemplatePart[] Inside) : TemplatePart;
}
