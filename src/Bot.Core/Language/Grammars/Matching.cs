using System.Runtime.InteropServices;

namespace Bot.Core.Language.Grammars;

/// <summary>One way to read a symbol from some token on.</summary>
/// <param name="End">The token behind it.</param>
/// <param name="Value">What it means.</param>
/// <param name="By">The pattern that says so.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Match(int End, object? Value, MatchTree.Ending By);

/// <summary>
/// Reads one text. What a symbol says from some token on is worked out once and remembered; of several readings of the same
/// words the first of its grammar stays; between languages, one that knows the words before one that only knows their order, and
/// then the reader's own.
/// </summary>
internal sealed class Matching(Grammar grammar, string text, List<Token> tokens, string language)
{
    /// <summary>No phrase is longer than this many tokens, so that the steps of a long text are as many as its length.</summary>
    public const int LongestPhrase = 80;

    private const int MostItems = 12;
    private const int Deepest = 512;

    private static readonly List<Match> None = [];

    private readonly List<Match>?[]?[] known = new List<Match>?[tokens.Count + 1][];
    private readonly object?[] stack = new object?[Deepest];
    private int top;

    /// <summary>How many steps were taken.</summary>
    public int Steps { get; private set; }

    /// <summary>The ways to read a symbol from a token on, one for each end.</summary>
    /// <param name="symbol">The symbol.</param>
    /// <param name="at">The token.</param>
    public List<Match> Read(int symbol, int at)
    {
        var row = known[at] ??= new List<Match>?[grammar.Count];
        if (row[symbol] is { } before)
        {
            return before;
        }

        var found = None;
        if (at < tokens.Count && grammar.At(symbol).First!.Has(tokens[at]))
        {
            var wanted = new Attempt(this, at, top);
            wanted.Walk(grammar.At(symbol).Tree, at);
            found = wanted.Found ?? None;
        }

        row[symbol] = found;
        return found;
    }

    private bool IsCapital(int at) => at >= 0 && tokens[at] is { IsWord: true, Length: 1 } token && char.IsUpper(text[token.Start]);

    private bool IsPlural(in Token token) => token is { IsWord: true, Word: < 0, Length: > 3 } && text[token.End - 1] is 's' or 'x' or 'S' or 'X';

    /// <summary>The search for one symbol from one token on.</summary>
    private sealed class Attempt(Matching matching, int from, int floor)
    {
        private readonly Grammar grammar = matching.Grammar;

        public List<Match>? Found { get; private set; }

        public void Walk(MatchTree tree, int at)
        {
            matching.Steps++;
            foreach (var ending in tree.Endings)
            {
                End(ending, at);
            }

            foreach (var (element, next) in at < matching.Tokens.Count ? tree.Fitting(matching.Tokens[at], grammar) : tree.Edges)
            {
                Follow(element, next, at);
            }

            if (at >= matching.Tokens.Count || at - from >= LongestPhrase)
            {
                return;
            }

            var token = matching.Tokens[at];
            if (token.IsHyphened && tree.After(grammar.Hyphen) is { } behindHyphen)
            {
                Onward(behindHyphen, null, at);
            }

            if (token.Word >= 0)
            {
                if (tree.After(token.Word) is { } next)
                {
                    Onward(next, null, at + 1);
                }

                if (token.IsGlued && tree.AfterGlued(token.Word) is { } glued)
                {
                    Onward(glued, null, at + 1);
                }
            }
        }

        private void Onward(MatchTree next, object? value, int at)
        {
            if (matching.top < Deepest)
            {
                matching.stack[matching.top++] = value;
                Walk(next, at);
                matching.stack[--matching.top] = null;
            }
        }

        private void Follow(in Element element, MatchTree next, int at)
        {
            if (element.Kind == ElementKind.Not)
            {
                if (matching.Read(element.Target, at).Count == 0)
                {
                    Onward(next, null, at);
                }

                return;
            }

            if (at >= matching.Tokens.Count || at - from >= LongestPhrase || (element.IsGlued && !matching.Tokens[at].IsGlued))
            {
                return;
            }

            switch (element.Kind)
            {
                case ElementKind.Number:
                    Number(element, next, at);
                    break;
                case ElementKind.Plural:
                    if (matching.IsPlural(matching.Tokens[at]))
                    {
                        Onward(next, null, at + 1);
                    }

                    break;
                case ElementKind.Symbol:
                    foreach (var match in matching.Read(element.Target, at))
                    {
                        Onward(next, match.Value, match.End);
                    }

                    break;
                default:
                    Several(element, next, at);
                    break;
            }
        }

        private void Number(in Element element, MatchTree next, int at)
        {
            var token = matching.Tokens[at];
            if (token.Number >= 0)
            {
                // « A12 » is a code, and no « à 12 ».
                if (!element.IsGlued && token.IsGlued && matching.IsCapital(at - 1))
                {
                    return;
                }

                if (token.Number >= element.Min && token.Number <= element.Max && (element.Width == 0 || element.Width == token.Length))
                {
                    Onward(next, token.Number, at + 1);
                }
            }
            else if (element.Target >= 0)
            {
                foreach (var match in matching.Read(element.Target, at))
                {
                    if (match.Value is int number && number >= element.Min && number <= element.Max)
                    {
                        Onward(next, number, match.End);
                    }
                }
            }
        }

        // Each item is read as far as it goes; the list may end behind any of them.
        private void Several(in Element element, MatchTree next, int at)
        {
            var items = new List<object?>();
            var type = grammar.At(element.Target).Type!;
            while (items.Count < MostItems && at < matching.Tokens.Count && Longest(element.Target, at) is { } item)
            {
                items.Add(item.Value);
                var list = Array.CreateInstance(type, items.Count);
                for (var i = 0; i < items.Count; i++)
                {
                    list.SetValue(items[i], i);
                }

                Onward(next, list, item.End);
                at = item.End;
                if (element.Kind == ElementKind.List)
                {
                    if (Longest(grammar.Separator, at) is not { } separator)
                    {
                        return;
                    }

                    at = separator.End;
                }
            }
        }

        private Match? Longest(int symbol, int at)
        {
            Match? longest = null;
            foreach (var match in matching.Read(symbol, at))
            {
                longest = longest is null || match.End > longest.Value.End ? match : longest;
            }

            return longest;
        }

        private void End(MatchTree.Ending ending, int at)
        {
            var known = Found?.FindIndex(match => match.End == at) ?? -1;
            if (known >= 0 && !ending.IsBefore(Found![known].By, matching.Language))
            {
                return;
            }

            var value = ending.Make?.Invoke(matching.stack.AsSpan(floor, matching.top - floor), ending.Places);
            if (ending.Make is not null && value is null)
            {
                return;
            }

            var match = new Match(at, value, ending);
            if (known >= 0)
            {
                Found![known] = match;
            }
            else
            {
                (Found ??= []).Add(match);
            }
        }
    }

    private Grammar Grammar => grammar;

    private List<Token> Tokens => tokens;

    private string Language => language;
}
