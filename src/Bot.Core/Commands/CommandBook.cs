using System.Collections.Frozen;
using System.Reflection;
using Bot.Core.Chat;
using Bot.Core.Texts;

namespace Bot.Core.Commands;

/// <summary>All commands: found in the code, named by the texts. Names of every language are always understood.</summary>
public sealed class CommandBook
{
    private const int MostWordsInAName = 4;
    private static readonly char[] Punctuation = [',', ':', '.', '!', '?'];
    private readonly TextBook texts;
    private readonly FrozenDictionary<string, CommandEntry> byStoredName;
    private readonly FrozenDictionary<string, CommandEntry> byTypedName;
    private readonly int longestName;

    /// <summary>Reads the commands of some assemblies.</summary>
    /// <param name="texts">Where their names stand.</param>
    /// <param name="assemblies">Where the records are.</param>
    /// <exception cref="InvalidOperationException">Two commands share a name.</exception>
    public CommandBook(TextBook texts, params IEnumerable<Assembly> assemblies)
    {
        this.texts = texts;
        Entries = [.. assemblies.SelectMany(assembly => assembly.GetTypes())
            .Where(type => type is { IsAbstract: false, IsInterface: false } && type.IsAssignableTo(typeof(ICommand)))
            .Select(type => new CommandEntry(type))
            .OrderBy(entry => entry.Name, StringComparer.Ordinal)];
        byStoredName = Entries.ToFrozenDictionary(entry => entry.Name, StringComparer.Ordinal);

        var typed = new Dictionary<string, CommandEntry>(StringComparer.Ordinal);
        foreach (var entry in Entries.Where(entry => entry.IsTyped))
        {
            foreach (var name in texts.Words($"{entry.Name}.names").Select(Folding.FoldName))
            {
                if (!typed.TryAdd(name, entry) && typed[name] != entry)
                {
                    throw new InvalidOperationException($"The name « {name} » is shared by {typed[name].Name} and {entry.Name}.");
                }
            }
        }

        byTypedName = typed.ToFrozenDictionary(StringComparer.Ordinal);
        longestName = typed.Keys.Max(name => name.Length);
    }

    /// <summary>All commands, by stored name.</summary>
    public IReadOnlyList<CommandEntry> Entries { get; }

    /// <summary>The command with a stored name, or null when this version does not know it any more.</summary>
    /// <param name="name">The stored name.</param>
    public CommandEntry? Find(string name) => byStoredName.GetValueOrDefault(name);

    /// <summary>The names of a command in one language; the first is the one that is shown.</summary>
    /// <param name="entry">The command.</param>
    /// <param name="language">The language's code.</param>
    public IReadOnlyList<string> NamesOf(CommandEntry entry, string language) => texts.Words(language, $"{entry.Name}.names");

    /// <summary>All that can be typed, for a platform's menu.</summary>
    /// <param name="language">The language's code.</param>
    public Menu MenuIn(string language) => new(language,
    [
        .. Entries.Where(entry => entry.IsTyped)
            .OrderBy(entry => entry.MenuOrder ?? int.MaxValue).ThenBy(entry => NamesOf(entry, language)[0], StringComparer.Ordinal)
            .Select(entry => new MenuItem(NamesOf(entry, language)[0], texts.Text(language, $"{entry.Name}.summary"))
            {
                IsShort = entry.MenuOrder is not null,
                IsAnsweredAlone = entry.Audience == Audience.Asker,
            }),
    ]);

    /// <summary>Reads a line that begins with a command's name (without its prefix): accents, capitals, hyphens and spaces aside.</summary>
    /// <param name="line">What was typed.</param>
    public Intent? Read(string line)
    {
        var words = new Words(line);
        var typed = "";
        Intent? read = null;
        for (var count = 0; count < Math.Min(MostWordsInAName, words.Left.Count); count++)
        {
            var word = words.Left[count];
            typed += Folding.FoldName(word.Text);
            var name = typed.TrimEnd(Punctuation);
            if (name.Length > longestName)
            {
                break;
            }

            if (byTypedName.TryGetValue(name, out var entry) && word.Text.Any(char.IsLetterOrDigit))
            {
                read = Intent.Typed(entry.Name, line[word.End..].Trim());
            }
        }

        return read;
    }

    /// <summary>Reads a line that was addressed to the bot without a prefix.</summary>
    /// <param name="line">What was typed.</param>
    public Intent? ReadBare(string line) =>
        Read(line) is { } intent && (intent.Words.Length == 0 || !Find(intent.Command)!.IsOrdinaryWord) ? intent : null;

    /// <summary>The command whose name is nearest to what was typed, if one is near enough to be worth asking.</summary>
    /// <param name="typed">The first word that was typed.</param>
    /// <param name="language">The reader's language: its names are preferred.</param>
    /// <param name="name">The near name, as it is shown.</param>
    public CommandEntry? Nearest(string typed, string language, out string name)
    {
        var folded = Folding.FoldName(typed);
        var best = (Distance: int.MaxValue, Entry: (CommandEntry?)null, Name: "");
        foreach (var code in texts.Languages.Select(each => each.Code).OrderByDescending(code => string.Equals(code, language, StringComparison.Ordinal)))
        {
            foreach (var entry in Entries.Where(entry => entry.IsTyped))
            {
                foreach (var each in NamesOf(entry, code))
                {
                    var other = Folding.FoldName(each);
                    var limit = Math.Min(folded.Length, other.Length) / 2;
                    var distance = Matching.Distance(folded, other, limit);
                    if (distance <= limit && distance < best.Distance)
                    {
                        best = (distance, entry, each);
                    }
                }
            }
        }

        name = best.Name;
        return best.Entry;
    }
}
