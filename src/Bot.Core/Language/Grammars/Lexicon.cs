namespace Bot.Core.Language.Grammars;

/// <summary>
/// The words that stand in the grammars of all languages, each with a number. A word that nobody listed is looked up once more
/// as a slip of the finger of one that tolerates it.
/// </summary>
internal sealed class Lexicon
{
    /// <summary>The number of all words that are not in it.</summary>
    public const int Unknown = -1;

    // Of shorter words too many others are a slip (R13).
    private const int ShortestTolerant = 5;

    private readonly Dictionary<string, int> numbers = new(StringComparer.Ordinal);
    private readonly HashSet<int> ordinary = [];
    private readonly HashSet<int> names = [];
    private readonly HashSet<string> tolerant = new(StringComparer.Ordinal);
    private readonly HashSet<string> notSlips = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> known;
    private Slips? slips;
    private bool[] isOrdinary = [];

    /// <summary>An empty one.</summary>
    public Lexicon() => known = numbers.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>How many words there are.</summary>
    public int Count => numbers.Count;

    /// <summary>The number of a folded word, which is added if it is new.</summary>
    public int Add(string word, bool isTolerant = false)
    {
        if (isTolerant && word.Length >= ShortestTolerant)
        {
            tolerant.Add(word);
        }

        numbers.TryAdd(word, numbers.Count);
        return numbers[word];
    }

    /// <summary>Words so ordinary that a line of nothing else says nothing: « le », « de ».</summary>
    public void AddOrdinary(string word) => ordinary.Add(Add(word));

    /// <summary>A word that people write on purpose, though it looks like a slip: « latin » is no « matin ».</summary>
    public void AddNoSlip(string word) => notSlips.Add(word);

    /// <summary>A word that is a name when it has a capital within a line: « Sam ».</summary>
    public void AddName(string word) => names.Add(Add(word));

    /// <summary>Ends the adding.</summary>
    public void Close()
    {
        isOrdinary = [.. Enumerable.Range(0, Count).Select(ordinary.Contains)];
        slips = new Slips(tolerant.Select(word => KeyValuePair.Create(word, numbers[word])), notSlips);
    }

    /// <summary>The number of a folded word as somebody typed it.</summary>
    public int Find(ReadOnlySpan<char> word) =>
        known.TryGetValue(word, out var number) ? number : slips!.Find(word);

    /// <summary>How a word is spelled, for complaints.</summary>
    public string Spelling(int word) => numbers.First(pair => pair.Value == word).Key;

    /// <summary>Whether a word says nothing by itself.</summary>
    public bool IsOrdinary(int word) => isOrdinary[word];

    /// <summary>Whether a word is a name when it has a capital within a line.</summary>
    public bool IsName(int word) => names.Contains(word);

    /// <summary>Whether a token says something by itself: a number, or a word that is not ordinary. Signs don't.</summary>
    public bool Tells(in Token token) => token.Number >= 0 || (token is { IsWord: true, Word: >= 0 } && !isOrdinary[token.Word]);
}
