using System.Globalization;

namespace Bot.Core.Texts;

/// <summary>When a variant of a sentence is the one to say.</summary>
/// <param name="Vous">To those who asked for the polite form.</param>
/// <param name="Exactly">When the number is exactly this one.</param>
/// <param name="Category">When the number is of this plural category.</param>
public readonly record struct Variant(bool Vous, int? Exactly, string? Category)
{
    /// <summary>The plural categories a language may tell apart, by their CLDR names.</summary>
    public static IReadOnlyList<string> Categories { get; } = ["zero", "one", "two", "few", "many", "other"];

    /// <summary>The category every language has.</summary>
    public const string Other = "other";

    /// <summary>Reads what stands in brackets: "one", "=0", "vous", "vous one", "one:Count".</summary>
    /// <param name="text">The words between the brackets.</param>
    /// <param name="variant">What they mean.</param>
    /// <param name="number">The blank they name, if any.</param>
    public static bool TryParse(string text, out Variant variant, out string? number)
    {
        variant = default;
        number = null;
        var words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words is [])
        {
            return false;
        }

        var vous = words[0] is "vous";
        if (words.Length > (vous ? 2 : 1))
        {
            return false;
        }

        if (vous && words.Length == 1)
        {
            variant = new Variant(Vous: true, null, null);
            return true;
        }

        var form = words[^1];
        if (form.IndexOf(':', StringComparison.Ordinal) is > 0 and var colon)
        {
            (form, number) = (form[..colon], form[(colon + 1)..]);
        }

        var exactly = 0;
        var isExact = form[0] == '=' && int.TryParse(form.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture, out exactly);
        variant = isExact ? new Variant(vous, exactly, null) : new Variant(vous, null, form);
        return (isExact || Categories.Contains(form, StringComparer.Ordinal)) && number is not "";
    }

    /// <summary>As it is written in a file, brackets included; nothing for the plain variant.</summary>
    public override string ToString()
    {
        var form = Exactly is { } exactly ? string.Create(CultureInfo.InvariantCulture, $"={exactly}") : Category;
        return (Vous, form) switch
        {
            (false, null) => "",
            (true, null) => "[vous]",
            (false, _) => $"[{form}]",
            _ => $"[vous {form}]",
        };
    }
}
