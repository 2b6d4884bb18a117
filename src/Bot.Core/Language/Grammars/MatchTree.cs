namespace Bot.Core.Language.Grammars;

/// <summary>What may stand next in the patterns of one symbol, and which of them end here.</summary>
internal sealed class MatchTree
{
    private const int FewEdges = 3;

    private readonly List<(Element Element, MatchTree Next)> edges = [];
    private List<(Element Element, MatchTree Next)>?[]? fitting;
    private Dictionary<int, MatchTree>? words;
    private Dictionary<int, MatchTree>? gluedWords;

    /// <summary>A pattern that ends here.</summary>
    /// <param name="Rank">Its place in its grammar: the first says it.</param>
    /// <param name="Language">The language of its grammar.</param>
    /// <param name="Rule">Where it stands, for complaints.</param>
    /// <param name="Make">Makes what it means; null if it has no meaning of its own.</param>
    /// <param name="Places">Where on the way here the values stand that it is made of, by their numbers.</param>
    /// <param name="HasWords">Whether it has words of its language, not only symbols.</param>
    internal sealed record Ending(int Rank, string Language, (GrammarFile File, GrammarRule Rule) Rule, Vocabulary.Maker? Make, int[] Places, bool HasWords)
    {
        /// <summary>Whether it is taken before another that reads the same words.</summary>
        public bool IsBefore(Ending other, string language) => Language == other.Language ? Rank < other.Rank
            : HasWords != other.HasWords ? HasWords
            : Language == language || (other.Language != language && Rank < other.Rank);
    }

    /// <summary>The patterns that end here.</summary>
    public List<Ending> Endings { get; } = [];

    /// <summary>What may stand next, words apart.</summary>
    public List<(Element Element, MatchTree Next)> Edges => edges;

    /// <summary>The words that may stand next.</summary>
    public IEnumerable<int> Words => (words?.Keys ?? Enumerable.Empty<int>()).Concat(gluedWords?.Keys ?? Enumerable.Empty<int>());

    /// <summary>Where a word leads to.</summary>
    public MatchTree? After(int word) => words is not null && words.TryGetValue(word, out var next) ? next : null;

    /// <summary>Where a word leads to that stands directly behind the one before it.</summary>
    public MatchTree? AfterGlued(int word) => gluedWords is not null && gluedWords.TryGetValue(word, out var next) ? next : null;

    /// <summary>
    /// Of what may stand next, words apart, what may begin with a token. It is looked for once for each word, and kept: two
    /// readers at once find the same.
    /// </summary>
    public List<(Element Element, MatchTree Next)> Fitting(in Token token, Grammar grammar)
    {
        if (edges.Count <= FewEdges || token.IsHyphened)
        {
            return edges;
        }

        // Numbers and unknown words lie behind the words.
        var place = token.Word >= 0 ? token.Word : grammar.Lexicon.Count + (token.Number >= 0 ? 0 : 1);
        var kept = fitting ??= new List<(Element Element, MatchTree Next)>?[grammar.Lexicon.Count + 2];
        var sample = token;
        return kept[place] ??= edges.FindAll(edge => grammar.MayBegin(edge.Element, sample));
    }

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
