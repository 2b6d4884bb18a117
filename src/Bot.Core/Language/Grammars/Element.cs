using System.Runtime.InteropServices;

namespace Bot.Core.Language.Grammars;

/// <summary>What an element of a pattern is.</summary>
internal enum ElementKind
{
    /// <summary>A word or a sign.</summary>
    Word,

    /// <summary>A number within bounds: <c>{1..31}</c>, in digits or in words; <c>{00..59}</c> in as many digits as are written.</summary>
    Number,

    /// <summary>Another symbol: <c>{day}</c>.</summary>
    Symbol,

    /// <summary>Several of a symbol, with commas and « and » between them: <c>{day+}</c>.</summary>
    List,

    /// <summary>One or more of a symbol, one behind the other: <c>{extra*}</c>.</summary>
    Row,

    /// <summary>Nothing, where a symbol does not follow: <c>!{unit}</c>.</summary>
    Not,

    /// <summary>A word no grammar knows that looks like a plural: <c>{plural}</c>.</summary>
    Plural,
}

/// <summary>One element of a pattern.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Target">The number of the word or symbol; of a number, the symbol that says it in words, or -1 if only digits do.</param>
/// <param name="IsGlued">It must stand directly behind the one before it.</param>
/// <param name="Min">The smallest number.</param>
/// <param name="Max">The largest number.</param>
/// <param name="Width">How many digits; 0 if any, or words.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Element(ElementKind Kind, int Target, bool IsGlued, int Min = 0, int Max = 0, int Width = 0);

/// <summary>One way through a pattern, with its options decided.</summary>
/// <param name="Elements">What must stand there.</param>
/// <param name="Slots">For each element the number by which meanings call its value, $1, $2…; 0 if it has none.</param>
internal sealed record Path(IReadOnlyList<Element> Elements, IReadOnlyList<int> Slots);
