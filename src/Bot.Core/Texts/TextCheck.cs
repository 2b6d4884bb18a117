namespace Bot.Core.Texts;

/// <summary>What is wrong with the texts of a whole product, for a test to say: each finding is a sentence that names the place.</summary>
public static class TextCheck
{
    /// <summary>What is wrong; nothing when all is well.</summary>
    /// <param name="book">The texts.</param>
    /// <param name="saysTypes">Everything the bot may say; what is abstract says nothing itself.</param>
    /// <param name="otherKeys">The keys that the code looks up by name: each language must have them.</param>
    /// <param name="sentences">Sentences that stand under keys of their own (<see cref="Says.Key"/>), and what says them.</param>
    public static IReadOnlyList<string> Findings(
        TextBook book, IEnumerable<Type> saysTypes, IEnumerable<string> otherKeys, params IEnumerable<(string Key, Type Says)> sentences)
    {
        var types = saysTypes.Where(type => !type.IsAbstract).ToList();
        var others = otherKeys.ToList();
        var said = types.Select(type => (Key: type.Name, Says: type)).Concat(sentences).ToList();
        var wanted = said.Select(each => each.Key).Concat(others).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. OfNames(types),
            .. said.Select(each => each.Says).Distinct().SelectMany(OfBlanks),
            .. book.Languages.SelectMany(language => OfKeys(book, language, wanted)),
            .. book.Languages.SelectMany(language => said.SelectMany(each => OfSentence(book, language, each.Key, each.Says))),
            .. book.Languages.SelectMany(language => others.SelectMany(key => OfText(book, language, key))),
        ];
    }

    private static IEnumerable<string> OfNames(IEnumerable<Type> types) => types
        .GroupBy(type => type.Name, StringComparer.Ordinal)
        .Where(same => same.Count() > 1)
        .Select(same => $"{same.Key} is the name of several: {string.Join(", ", same.Select(type => type.FullName))}.");

    private static IEnumerable<string> OfBlanks(Type type) => SaysShape.Of(type).Types
        .Where(blank => !SaysShape.IsBlank(blank.Value))
        .Select(blank => $"{type.Name}.{blank.Key} is a {blank.Value.Name}, which no text can write.");

    private static IEnumerable<string> OfKeys(TextBook book, Language language, HashSet<string> wanted)
    {
        var own = book.In(language);
        var elsewhere = book.Languages.Where(other => other != language).SelectMany(other => book.In(other).Keys);
        var missing = wanted.Concat(elsewhere).Distinct(StringComparer.Ordinal).Where(key => !own.ContainsKey(key));
        return missing.Order(StringComparer.Ordinal).Select(key => $"{language.Code} has no {key}.")
            .Concat(own.Keys.Where(key => !wanted.Contains(key)).Order(StringComparer.Ordinal)
                .Select(key => $"{language.Code} has {key}, which nothing says."));
    }

    private static IEnumerable<string> OfText(TextBook book, Language language, string key) =>
        book.In(language).TryGetValue(key, out var text) && (text.Constant is null || text.Variants.Count > 1)
            ? [$"{language.Code}, {key}: has blanks or variants, which only what the bot says can choose."]
            : [];

    private static IEnumerable<string> OfSentence(TextBook book, Language language, string key, Type type)
    {
        if (!book.In(language).TryGetValue(key, out var sentence))
        {
            return [];
        }

        var shape = SaysShape.Of(type);
        var place = $"{language.Code}, {key}";
        return sentence.Variants
            .SelectMany(variant => OfTemplate($"{place}{variant.Key}", variant.Value, shape))
            .Concat(OfVariants(place, language, sentence))
            .Concat(OfNumber(place, sentence, shape));
    }

    private static IEnumerable<string> OfTemplate(string place, Template template, SaysShape shape) =>
        template.Written.Union(template.Asked, StringComparer.Ordinal).Where(name => !shape.Types.ContainsKey(name))
            .Select(name => $"{place}: {{{name}}} is no property of {shape.Key}.")
            .Concat(template.Written.Where(name => IsYesOrNo(shape.Types.GetValueOrDefault(name)))
                .Select(name => $"{place}: {{{name}}} is yes or no, and can only be asked about."));

    private static bool IsYesOrNo(Type? type) => type == typeof(bool) || type == typeof(bool?);

    private static IEnumerable<string> OfVariants(string place, Language language, Sentence sentence)
    {
        var plain = sentence.Variants.Keys.Where(variant => !variant.Vous).ToList();
        var polite = sentence.Variants.Keys.Where(variant => variant.Vous).ToList();
        if (plain is [])
        {
            return [$"{place}: is only said politely."];
        }

        // The polite form may leave out what is said the same way; if it counts, it counts every number.
        var somePlural = plain.Exists(variant => variant.Category is not null);
        return (somePlural || plain.Contains(default) ? [] : new[] { $"{place}: is said for some numbers only." })
            .Concat(OfPlurals(place, language, plain))
            .Concat(OfPlurals($"{place}[vous]", language, polite));
    }

    private static IEnumerable<string> OfPlurals(string place, Language language, List<Variant> forms)
    {
        var categories = forms.Select(form => form.Category).OfType<string>().ToList();
        if (categories is [])
        {
            yield break;
        }

        foreach (var missing in language.PluralCategories.Except(categories, StringComparer.Ordinal))
        {
            yield return $"{place}: lacks [{missing}].";
        }

        foreach (var unknown in categories.Except(language.PluralCategories, StringComparer.Ordinal))
        {
            yield return $"{place}: has [{unknown}], which no number is.";
        }

        if (forms.Exists(form => form is { Category: null, Exactly: null }))
        {
            yield return $"{place}: has both plurals and a sentence without number.";
        }
    }

    private static IEnumerable<string> OfNumber(string place, Sentence sentence, SaysShape shape)
    {
        var name = sentence.Number ?? shape.Number;
        var needed = sentence.Variants.Keys.Any(variant => variant.Exactly is not null || variant.Category is not null);
        if (needed && (name is null || !shape.Types.TryGetValue(name, out var type) || !SaysShape.IsNumber(type)))
        {
            yield return $"{place}: has a plural, but {(name is null ? "no number" : $"{name} is no number")}.";
        }
    }
}
