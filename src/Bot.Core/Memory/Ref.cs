using System.Globalization;

namespace Bot.Core.Memory;

/// <summary>A code by which people name one thing of their coop: A12 is the twelfth action.</summary>
/// <param name="Letter">The kind's letter.</param>
/// <param name="Number">The number, from 1.</param>
public readonly record struct Ref(char Letter, int Number)
{
    /// <summary>Reads a code, whatever its case: "a12", "A12".</summary>
    /// <param name="text">What was typed.</param>
    /// <param name="code">The code, when it is one.</param>
    public static bool TryParse(string text, out Ref code)
    {
        code = default;
        if (text.Length < 2 || !char.IsAsciiLetter(text[0])
            || !int.TryParse(text.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number < 1)
        {
            return false;
        }

        code = new Ref(char.ToUpperInvariant(text[0]), number);
        return true;
    }

    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Letter}{Number}");
}
