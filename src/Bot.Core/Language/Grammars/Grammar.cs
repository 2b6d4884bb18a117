using Bot.Core.Texts;

namespace Bot.Core.Language.Grammars;

/// <summary>
/// The grammars of all languages as one: what each calls « weekday » is one symbol, so that « next mardi 6pm » is read as well.
/// No symbol leads back to itself, and none is said by nothing: reading takes a number of steps that grows with the length of
/// the text alone.
/// </summary>
internal sealed class Grammar
{
    private const string Numbers = "number";
    private const string Separators = "and";

    private readonly Dictionary<string, int> symbols = new(StringComparer.Ordinal);
    private readonly List<Symbol> all = [];
    private readonly Dictionary<int, List<(GrammarFile File, GrammarRule Rule)>> rules = [];
    private readonly HashSet<int> referredTo = [];
    private readonly Vocabulary vocabulary;

    /// <summary>Makes one grammar of the files of all languages.</summary>
    /// <param name="files">The files.</param>
    /// <param name="words">The class whose methods are the vocabulary of meanings.</param>
    /// <exception cref="FormatException">A file is malformed, or means nothing; the complaint names it and the line.</exception>
    public Grammar(IEnumerable<GrammarFile> files, Type words)
    {
        vocabulary = new Vocabulary(words);
        var list = files.ToList();
        foreach (var (file, rule) in list.SelectMany(file => file.Rules, (file, rule) => (file, rule)))
        {
            var name = rule.Symbol == Numbers ? NumbersOf(file.Language) : rule.Symbol;
            if (symbols.TryAdd(name, all.Count))
            {
                rules[all.Count] = [];
                all.Add(new Symbol(name));
            }

            rules[symbols[name]].Add((file, rule));
        }

        Hyphen = Lexicon.Add("-");
        for (var symbol = 0; symbol < all.Count; symbol++)
        {
            Compile(symbol);
        }

        foreach (var file in list)
        {
            file.Ordinary.Select(Folding.Fold).ToList().ForEach(Lexicon.AddOrdinary);
            file.NotSlips.Select(Folding.Fold).ToList().ForEach(Lexicon.AddNoSlip);
            file.Names.Select(Folding.Fold).ToList().ForEach(Lexicon.AddName);
        }

        Lexicon.Close();
        for (var symbol = 0; symbol < all.Count; symbol++)
        {
            FirstOf(symbol);
        }

        foreach (var symbol in all.Where((symbol, number) => symbol.Type is not null && !referredTo.Contains(number)))
        {
            RefuseOrdinary(symbol);
        }
    }

    /// <summary>The words of all languages.</summary>
    public Lexicon Lexicon { get; } = new();

    /// <summary>How many symbols there are.</summary>
    public int Count => all.Count;

    /// <summary>The number of the hyphen among the words.</summary>
    internal int Hyphen { get; }

    /// <summary>The symbol that stands between the items of a list.</summary>
    internal int Separator => symbols[Separators];

    /// <summary>The number of a symbol.</summary>
    /// <exception cref="FormatException">No grammar has it.</exception>
    public int this[string name] => symbols.TryGetValue(name, out var symbol) ? symbol : throw new FormatException($"no grammar says what a {{{name}}} is");

    /// <summary>A symbol.</summary>
    internal Symbol At(int symbol) => all[symbol];

    /// <summary>Whether an element may begin with a token.</summary>
    internal bool MayBegin(in Element element, in Token token) => element.Kind switch
    {
        ElementKind.Number => token.Number >= 0 || (element.Target >= 0 && all[element.Target].First!.Has(token)),
        ElementKind.Plural => token is { IsWord: true, Word: < 0 },
        ElementKind.Not => true,
        _ => all[element.Target].First!.Has(token),
    };

    // Numbers in words are each language's own: « four » is what one bakes in, though an English one is not far.
    private static string NumbersOf(string language) => $"{Numbers} ({language})";

    private Symbol Compile(int number)
    {
        var symbol = all[number];
        if (symbol.State == SymbolState.Done)
        {
            return symbol;
        }

        symbol.State = SymbolState.Begun;
        foreach (var (file, rule) in rules[number])
        {
            var numbers = symbols.GetValueOrDefault(NumbersOf(file.Language), -1);
            referredTo.Add(numbers);
            try
            {
                var bound = new Dictionary<int, Vocabulary.Meaning?>();
                foreach (var path in new PatternReader(rule.Pattern, Lexicon, Needed, numbers).Read())
                {
                    Add(symbol, path, file, rule, bound);
                }
            }
            catch (FormatException wrong)
            {
                throw wrong.Data.Contains(nameof(file)) ? wrong : Marked(file.Wrong(rule.Line, wrong.Message), nameof(file));
            }
        }

        symbol.State = SymbolState.Done;
        return symbol;
    }

    private void Add(Symbol symbol, Path path, GrammarFile file, GrammarRule rule, Dictionary<int, Vocabulary.Meaning?> bound)
    {
        if (path.Elements.Count == 0 || path.Elements.All(element => element.Kind == ElementKind.Not))
        {
            throw new FormatException("a way through this pattern says nothing");
        }

        var places = new int[path.Slots.Max() + 1];
        var types = new Type?[places.Length];
        var present = 0;
        var tree = symbol.Tree;
        for (var i = 0; i < path.Elements.Count; i++)
        {
            var (element, slot) = (path.Elements[i], path.Slots[i]);
            if (slot > 0)
            {
                (places[slot], types[slot]) = (i, TypeOf(element));
                present |= 1 << slot;
            }

            tree = tree.Grow(element);
        }

        // Ways that leave the same values out mean the same.
        if (!bound.TryGetValue(present, out var meaning))
        {
            meaning = rule.Meaning.Length > 0 ? vocabulary.Bind(rule.Meaning, slot => slot < types.Length ? types[slot] : null)
                : int.PopCount(present) == 1 && symbol is not { HasType: true, Type: null } ? vocabulary.Bind(FormattableString.Invariant($"${int.Log2(present)}"), slot => types[slot])
                : null;
            bound[present] = meaning;
        }

        symbol.Type = symbol.HasType ? Common(symbol, meaning?.Type) : meaning?.Type;
        symbol.HasType = true;
        tree.Endings.Add(new MatchTree.Ending(symbol.Endings++, file.Language, (file, rule), meaning?.Make, places, path.Elements.Any(element => element.Kind == ElementKind.Word)));
    }

    private static Type? Common(Symbol symbol, Type? type)
    {
        for (var wider = symbol.Type; wider is not null && wider != typeof(object) && type is not null; wider = wider.BaseType)
        {
            if (wider.IsAssignableFrom(type) && wider != typeof(ValueType))
            {
                return wider;
            }
        }

        return symbol.Type is null && type is null ? null
            : throw new FormatException($"{{{symbol.Name}}} is a {symbol.Type?.Name ?? "word without meaning"} above, and here a {type?.Name ?? "word without meaning"}");
    }

    private (int Number, bool HasValue) Needed(string name)
    {
        var number = this[name];
        referredTo.Add(number);
        return all[number].State == SymbolState.Begun
            ? throw new FormatException($"{{{name}}} leads back to itself")
            : (number, Compile(number).Type is not null);
    }

    private Type TypeOf(Element element) => element.Kind switch
    {
        ElementKind.Symbol => all[element.Target].Type!,
        ElementKind.List or ElementKind.Row => typeof(IReadOnlyList<>).MakeGenericType(all[element.Target].Type!),
        _ => typeof(int),
    };

    // A line of ordinary words is not looked at, so nothing may be said by them alone.
    private void RefuseOrdinary(Symbol symbol)
    {
        if (OrdinarySaying(symbol) is var (ending, words))
        {
            throw ending.Rule.File.Wrong(ending.Rule.Rule.Line, $"\"{string.Join(' ', words.Select(Lexicon.Spelling))}\" says a {{{symbol.Name}}}, but is made of ordinary words only");
        }
    }

    private (MatchTree.Ending Ending, IReadOnlyList<int> Words)? OrdinarySaying(Symbol symbol)
    {
        if (!symbol.IsWeighed)
        {
            symbol.IsWeighed = true;
            symbol.OrdinarySaying = OrdinarySaying(symbol.Tree, []);
        }

        return symbol.OrdinarySaying;
    }

    private (MatchTree.Ending Ending, IReadOnlyList<int> Words)? OrdinarySaying(MatchTree tree, IReadOnlyList<int> words)
    {
        if (tree.Endings.Count > 0)
        {
            return (tree.Endings[0], words);
        }

        foreach (var word in tree.Words.Where(Lexicon.IsOrdinary))
        {
            foreach (var next in new[] { tree.After(word), tree.AfterGlued(word) })
            {
                if (next is not null && OrdinarySaying(next, [.. words, word]) is { } found)
                {
                    return found;
                }
            }
        }

        foreach (var (element, next) in tree.Edges.Where(edge => edge.Element.Kind is not (ElementKind.Number or ElementKind.Plural)))
        {
            var inner = element.Kind is ElementKind.Not ? [] : OrdinarySaying(all[element.Target])?.Words;
            if (inner is not null && OrdinarySaying(next, [.. words, .. inner]) is { } found)
            {
                return found;
            }
        }

        return null;
    }

    private static FormatException Marked(FormatException wrong, string mark)
    {
        wrong.Data[mark] = true;
        return wrong;
    }

    private First FirstOf(int number)
    {
        var symbol = all[number];
        if (symbol.First is null)
        {
            symbol.First = new First(Lexicon.Count);
            Collect(symbol.Tree, symbol.First);
        }

        return symbol.First;
    }

    private void Collect(MatchTree tree, First first)
    {
        foreach (var word in tree.Words)
        {
            first.Words[word] = true;
            first.Hyphen |= word == Hyphen;
        }

        foreach (var (element, next) in tree.Edges)
        {
            switch (element.Kind)
            {
                case ElementKind.Number:
                    first.Number = true;
                    if (element.Target >= 0)
                    {
                        first.Add(FirstOf(element.Target));
                    }

                    break;
                case ElementKind.Not:
                    Collect(next, first);
                    break;
                case ElementKind.Plural:
                    first.Plural = true;
                    break;
                default:
                    first.Add(FirstOf(element.Target));
                    break;
            }
        }
    }
}
