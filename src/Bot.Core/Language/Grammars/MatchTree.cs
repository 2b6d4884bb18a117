namespace Bot.Core.Language.Grammars;

/// <summary>What may stand next in the patterns of one symbol, and which of them end here.</summary>
internal sealed class MatchTree
{
    private readonly List<(Element Element, MatchTree Next)> edges = [];
    private Dictionary<int, MatchTree>? words;
    private Dictionary<int, MatchTree>? gluedWords;

    /// <summary>A pattern that ends here.</summary>
    /// <param name="Rank">Its place in its grammar: the first says it.</param>
    /// <param name="Language">The language of its grammar.</param>
    /// <param name="Rule">Where it stands, for complaints.</param>
    /// <param name="Make">Makes what it means; null if it has no meaning of its own.</param>
    internal sealed record Ending(int Rank, string Language, (GrammarFile File, GrammarRule Rule) Rule, Func<ReadOnlyMemory<object?>, object?>? Make);

    /// <summary>The patterns that end here.</summary>
    public List<Ending> Endings { get; } = [];

    /// <summary>What may stand next, words apart.</summary>
    public IReadOnlyList<(Element Element, MatchTree Next)> Edges => edges;

    /// <summary>The words that may stand next.</summary>
    public IEnumerable<int> Words => (words?.Keys ?? Enumerable.Empty<int>()).Concat(gluedWords?.Keys ?? Enumerable.Empty<int>());

    /// <summary>Where a word leads to.</summary>
    public MatchTree? After(int word) => words is not null && words.TryGetValue(word, out var next) ? next : null;

    /// <summary>Where a word leads to that stands directly behind the one before it.</summary>
    public MatchTree? AfterGlued(int word) => gluedWords is not null && gluedWords.TryGetValue(word, out var next) ? next : null;

    /// <summary>Where an element leads to; the way is made if there is none.</summary>
    public MatchTree Grow(Element element)
    {
        if (element.Kind == ElementKind.Word)
        {
            var branch = element.IsGlued ? gluedWords ??= [] : words ??= [];
            branch.TryAdd(element.Target, new MatchTree());
            return branch[element.Target];
        }

        var (_, known) = edges.Find(edge => edge.Element == element);
        if (known is null)
        {
            known = new MatchTree();
            edges.Add((element, known));
        }

        return known;
    }
}
