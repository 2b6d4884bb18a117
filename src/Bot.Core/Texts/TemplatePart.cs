namespace Bot.Core.Texts;

/// <summary>A piece of a template.</summary>
internal abstract record TemplatePart
{
    /// <summary>Words of the template itself.</summary>
    internal sealed record Literal(string Text) : TemplatePart
    {
        /// <summary>Whether it begins with a full stop, and not with an ellipsis.</summary>
        public bool BeginsWithFullStop { get; } = Text is ['.'] or ['.', not '.', ..];
    }

    /// <summary>A value, passed through a function of the language if one is named.</summary>
    internal sealed record Blank(string Name, string? Function) : TemplatePart;

    /// <summary>A part that is written only if a blank has something, or only if it has nothing.</summary>
    internal sealed record Optional(string Name, bool Opposite, TemplatePart[] Inside) : TemplatePart;
}
