namespace Bot.Core.Texts;

/// <summary>What one language says under one key, in all its variants.</summary>
internal sealed class Sentence(string key)
{
    private readonly Dictionary<Variant, Template> variants = [];

    /// <summary>The key it stands under.</summary>
    public string Key => key;

    /// <summary>The blank whose number chooses, if its variants name one.</summary>
    public string? Number { get; private set; }

    /// <summary>Its variants.</summary>
    public IReadOnlyDictionary<Variant, Template> Variants => variants;

    /// <summary>What it says when it is no sentence with blanks, but a word or a list of words.</summary>
    public string? Constant => variants.GetValueOrDefault(default)?.Constant;

    /// <summary>Adds a variant.</summary>
    /// <exception cref="FormatException">It is there already, or names another number than the others.</exception>
    public void Add(PropertiesLine line, Template template)
    {
        if (line.Number is not null && Number is not null && !string.Equals(line.Number, Number, StringComparison.Ordinal))
        {
            throw new FormatException($"{key} chooses by {Number} already, not by {line.Number}");
        }

        Number ??= line.Number;
        if (!variants.TryAdd(line.Variant, template))
        {
            throw new FormatException($"{key}{line.Variant} stands already in another file");
        }
    }

    /// <summary>
    /// The variant to say: for exactly this number, else for its plural category, else the plain one; each in the polite form
    /// if that is wanted and there is one.
    /// </summary>
    public Template Choose(Language language, bool vous, int? number)
    {
        var chosen = number is { } count
            ? Find(vous, new Variant(Vous: false, count, null)) ?? Find(vous, new Variant(Vous: false, null, language.PluralOf(count)))
            : null;
        return chosen
            ?? Find(vous, default)
            ?? Find(vous, new Variant(Vous: false, null, Variant.Other))
            ?? variants.Values.First();
    }

    private Template? Find(bool vous, Variant form) => vous && variants.TryGetValue(form with { Vous = true }, out var polite)
        ? polite
        : variants.GetValueOrDefault(form);
}
