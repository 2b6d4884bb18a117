using System.Globalization;

namespace Bot.Core.Language.Grammars;

/// <summary>One pattern of a grammar, and what it means.</summary>
/// <param name="Symbol">What it is a way to say.</param>
/// <param name="Pattern">The words, numbers and other symbols it is made of.</param>
/// <param name="Meaning">What it means, in the words of the vocabulary; empty if it only stands between others.</param>
/// <param name="Line">Its line.</param>
internal sealed record GrammarRule(string Symbol, string Pattern, string Meaning, int Line);

/// <summary>
/// A grammar as it is written: « name: » begins a symbol, and each line indented under it is a pattern, with what it means behind
/// <c>=></c>. A line that starts with # is a comment, one that starts with % lists words for the <see cref="Lexicon"/>.
/// </summary>
internal sealed class GrammarFile
{
    private const string OrdinaryList = "ordinary";
    private const string NoSlipList = "no-slip";
    private const string NameList = "name";

    private readonly List<GrammarRule> rules = [];
    private readonly Dictionary<string, List<string>> lists = new(StringComparer.Ordinal) { [OrdinaryList] = [], [NoSlipList] = [], [NameList] = [] };

    private GrammarFile(string name) => Name = name;

    /// <summary>Its folder and name, by which complaints name it.</summary>
    public string Name { get; }

    /// <summary>The language it is written for: its folder.</summary>
    public string Language => Name.Split('/')[0];

    /// <summary>Its patterns, in their order.</summary>
    public IReadOnlyList<GrammarRule> Rules => rules;

    /// <summary>Words that say nothing alone.</summary>
    public IReadOnlyList<string> Ordinary => lists[OrdinaryList];

    /// <summary>Words that are no slips of others.</summary>
    public IReadOnlyList<string> NotSlips => lists[NoSlipList];

    /// <summary>Words that are names when they are written with a capital within a line.</summary>
    public IReadOnlyList<string> Names => lists[NameList];

    /// <summary>Reads a grammar.</summary>
    /// <param name="name">Its folder and name: "fr/when.grammar".</param>
    /// <param name="text">What it holds.</param>
    /// <exception cref="FormatException">A line is malformed.</exception>
    public static GrammarFile Parse(string name, string text)
    {
        var file = new GrammarFile(name);
        var number = 0;
        string? symbol = null;
        foreach (var line in text.TrimStart('\uFEFF').Split('\n').Select(line => line.TrimEnd()))
        {
            number++;
            if (line.Length == 0 || line.TrimStart()[0] == '#')
            {
                continue;
            }

            if (line[0] == '%')
            {
                file.AddWords(number, line[1..].Split(' ', StringSplitOptions.RemoveEmptyEntries));
            }
            else if (char.IsWhiteSpace(line[0]))
            {
                file.AddRule(symbol ?? throw file.Wrong(number, "a pattern stands under the name of what it says"), line.Trim(), number);
            }
            else
            {
                symbol = line[^1] == ':' && line.AsSpan(..^1).IndexOfAny(' ', '{', '}') < 0 ? line[..^1] : throw file.Wrong(number, $"not a \"name:\" — {line}");
            }
        }

        return file;
    }

    /// <summary>The complaint about a line.</summary>
    /// <param name="line">The line's number.</param>
    /// <param name="what">What is wrong with it.</param>
    public FormatException Wrong(int line, string what) => new(string.Create(CultureInfo.InvariantCulture, $"{Name}, line {line}: {what}"));

    private void AddWords(int line, string[] words)
    {
        var list = words is [var first, ..] && lists.TryGetValue(first, out var named)
            ? named
            : throw Wrong(line, $"a line of words begins with % and one of {string.Join(", ", lists.Keys)}");
        list.AddRange(words[1..]);
    }

    private void AddRule(string symbol, string line, int number)
    {
        var arrow = line.IndexOf("=>", StringComparison.Ordinal);
        var (pattern, meaning) = arrow < 0 ? (line, "") : (line[..arrow].Trim(), line[(arrow + 2)..].Trim());
        if (pattern.Length == 0 || (arrow >= 0 && meaning.Length == 0))
        {
            throw Wrong(number, $"not a \"pattern => meaning\" — {line}");
        }

        rules.Add(new GrammarRule(symbol, pattern, meaning, number));
    }
}
