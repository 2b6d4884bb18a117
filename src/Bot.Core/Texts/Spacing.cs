namespace Bot.Core.Texts;

/// <summary>
/// Where a language wants a space that does not break, so that no line begins with a question mark. It is applied to the words
/// of templates only: what members write stays as they wrote it.
/// </summary>
/// <param name="before">The signs before which a space does not break, separated by spaces.</param>
/// <param name="after">The signs after which it does not.</param>
public sealed class Spacing(string before, string after)
{
    /// <summary>The space that does not break.</summary>
    public const char NoBreak = '\u00A0';

    /// <summary>A language without such rules.</summary>
    public static Spacing None { get; } = new("", "");

    /// <summary>The text with its spaces made not to break where the language says so.</summary>
    /// <param name="literal">Words of a template.</param>
    public string Apply(string literal) => string.Create(literal.Length, literal, (spaced, typed) =>
    {
        for (var at = 0; at < typed.Length; at++)
        {
            var holds = typed[at] == ' ' && (Is(before, typed, at + 1) || Is(after, typed, at - 1));
            spaced[at] = holds ? NoBreak : typed[at];
        }
    });

    private static bool Is(string signs, string typed, int at) =>
        at >= 0 && at < typed.Length && typed[at] != ' ' && signs.Contains(typed[at], StringComparison.Ordinal);
}
