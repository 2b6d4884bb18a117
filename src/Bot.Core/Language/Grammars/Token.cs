namespace Bot.Core.Language.Grammars;

/// <summary>A word, a number or a sign of what somebody wrote.</summary>
/// <param name="Word">Its place in the <see cref="Lexicon"/>, or <see cref="Lexicon.Unknown"/>.</param>
/// <param name="Start">Where it begins in the text.</param>
/// <param name="End">Where it ends.</param>
internal readonly record struct Token(int Word, int Start, int End)
{
    /// <summary>What a number says; -1 if it is none.</summary>
    public int Number { get; init; } = -1;

    /// <summary>It is made of letters.</summary>
    public bool IsWord { get; init; }

    /// <summary>Nothing stands between it and the one before it.</summary>
    public bool IsGlued { get; init; }

    /// <summary>A hyphen joins it to the one before it, as in « mardi-jeudi ».</summary>
    public bool IsHyphened { get; init; }

    /// <summary>How many characters it has.</summary>
    public int Length => End - Start;
}
