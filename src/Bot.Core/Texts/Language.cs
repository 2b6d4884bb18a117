using System.Globalization;
using System.Text;

namespace Bot.Core.Texts;

/// <summary>
/// A language the bot speaks: a folder of texts, one of which, language.properties, holds all that is particular to it: what it
/// is called, its plurals, lists, dates, no-break spaces and elisions. Nothing else in the code knows one language from another.
/// </summary>
public sealed class Language
{
    /// <summary>The function that every language has: what begins a sentence begins with a capital.</summary>
    private const string Capital = "capital";

    private readonly List<(string Category, PluralRule Rule)> plurals = [];
    private readonly string two;
    private readonly string more;
    private readonly string last;
    private readonly Elision elision;

    /// <summary>Reads a language.</summary>
    /// <param name="code">Its code: the name of its folder.</param>
    /// <param name="file">Its language.properties.</param>
    /// <exception cref="FormatException">Something is missing, misspelt or malformed.</exception>
    public Language(string code, PropertiesFile file)
    {
        var settings = new LanguageSettings(file);
        Code = code;
        Name = settings.Take("name");
        Names = settings.Take("names", CommaList.Read);
        Rank = settings.Take("rank", ReadRank);
        foreach (var category in Variant.Categories)
        {
            if (settings.TryTake($"plural.{category}", PluralRule.Parse) is { } rule)
            {
                plurals.Add((category, rule));
            }
        }

        Spacing = new Spacing(settings.TryTake("nobreak.before") ?? "", settings.TryTake("nobreak.after") ?? "");
        two = settings.Take("list.two", Between);
        more = settings.Take("list.more", Between);
        last = settings.Take("list.last", Between);
        Calendar = new CalendarWords(settings, Spacing);
        elision = new Elision(settings);
        settings.Close();
    }

    /// <summary>Its code: the name of its folder.</summary>
    public string Code { get; }

    /// <summary>What it calls itself.</summary>
    public string Name { get; }

    /// <summary>The words by which people name it, in any language.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>The plural categories a sentence about a number needs in it.</summary>
    public IEnumerable<string> PluralCategories => plurals.Select(plural => plural.Category).Append(Variant.Other);

    /// <summary>Its no-break spaces.</summary>
    public Spacing Spacing { get; }

    /// <summary>Its place among the languages; what one lacks is said in the first.</summary>
    internal int Rank { get; }

    /// <summary>Its days and hours.</summary>
    internal CalendarWords Calendar { get; }

    /// <summary>The plural category of a number.</summary>
    /// <param name="number">A whole number.</param>
    public string PluralOf(int number)
    {
        foreach (var (category, rule) in plurals)
        {
            if (rule.Holds(number))
            {
                return category;
            }
        }

        return Variant.Other;
    }

    /// <summary>Whether templates may use this function.</summary>
    /// <param name="function">Its name, such as "de".</param>
    public bool HasFunction(string function) => function == Capital || elision.Has(function);

    /// <summary>Applies a function to what was written from <paramref name="start"/> on.</summary>
    internal void Apply(string function, StringBuilder to, int start)
    {
        if (function != Capital)
        {
            elision.Apply(function, to, start);
        }
        else if (to.Length > start)
        {
            to[start] = char.ToUpperInvariant(to[start]);
        }
    }

    /// <summary>Writes a list as this language says one: "Lina, Sam et Noé".</summary>
    internal void Write(StringBuilder to, IReadOnlyList<string> items)
    {
        for (var index = 0; index < items.Count; index++)
        {
            var isLast = index == items.Count - 1;
            to.Append(index == 0 ? "" : !isLast ? more : items.Count == 2 ? two : last).Append(items[index]);
        }
    }

    private static int ReadRank(string value) => int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var rank)
        ? rank
        : throw new FormatException($"a rank is a number: {value}");

    // CLDR writes "{0} et {1}", and no language puts anything before the first item of a list or behind its last.
    private string Between(string pattern) =>
        pattern.StartsWith("{0}", StringComparison.Ordinal) && pattern.EndsWith("{1}", StringComparison.Ordinal)
            ? Spacing.Apply(pattern[3..^3])
            : throw new FormatException($"a list is written \"{{0}}, {{1}}\": {pattern}");
}
