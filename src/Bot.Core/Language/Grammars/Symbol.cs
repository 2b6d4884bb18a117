namespace Bot.Core.Language.Grammars;

/// <summary>How far a symbol is read.</summary>
internal enum SymbolState
{
    /// <summary>Not at all.</summary>
    New,

    /// <summary>It is being read: who needs it now needs itself.</summary>
    Begun,

    /// <summary>Wholly.</summary>
    Done,
}

/// <summary>A symbol of the grammar: all the ways to say one sort of thing.</summary>
/// <param name="name">What the grammars call it.</param>
internal sealed class Symbol(string name)
{
    /// <summary>What the grammars call it.</summary>
    public string Name { get; } = name;

    /// <summary>How far it is read.</summary>
    public SymbolState State { get; set; }

    /// <summary>What its patterns mean; null if they mean nothing.</summary>
    public Type? Type { get; set; }

    /// <summary>Whether <see cref="Type"/> is known.</summary>
    public bool HasType { get; set; }

    /// <summary>Its patterns.</summary>
    public MatchTree Tree { get; } = new();

    /// <summary>How many patterns end in its tree.</summary>
    public int Endings { get; set; }

    /// <summary>Whether <see cref="OrdinarySaying"/> is known.</summary>
    public bool IsWeighed { get; set; }

    /// <summary>A way to say it in ordinary words alone, if there is one.</summary>
    public (MatchTree.Ending Ending, IReadOnlyList<int> Words)? OrdinarySaying { get; set; }

    /// <summary>What it may begin with.</summary>
    public First? First { get; set; }
}

/// <summary>What a symbol may begin with: a look at one token spares most attempts.</summary>
/// <param name="words">How many words there are.</param>
internal sealed class First(int words)
{
    /// <summary>Which words.</summary>
    public bool[] Words { get; } = new bool[words];

    /// <summary>Any number in digits.</summary>
    public bool Number { get; set; }

    /// <summary>An unknown word that looks like a plural.</summary>
    public bool Plural { get; set; }

    /// <summary>A hyphen, which may be hidden between two words.</summary>
    public bool Hyphen { get; set; }

    /// <summary>Adds what another may begin with.</summary>
    public void Add(First other)
    {
        for (var word = 0; word < Words.Length; word++)
        {
            Words[word] |= other.Words[word];
        }

        (Number, Plural, Hyphen) = (Number || other.Number, Plural || other.Plural, Hyphen || other.Hyphen);
    }

    /// <summary>Whether a token may be the first.</summary>
    public bool Has(in Token token) =>
        (token.Word >= 0 && Words[token.Word]) || (Number && token.Number >= 0) || (Plural && token.IsWord && token.Word < 0) || (Hyphen && token.IsHyphened);
}
