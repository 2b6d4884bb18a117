using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using System.Text;

namespace Bot.Core.Texts;

/// <summary>
/// All that the bot can say, in all its languages. A language is a folder of texts; what one lacks is said in the first of
/// them. Files are read, and what is malformed in them refused, when the book is made.
/// </summary>
public sealed class TextBook
{
    private const int UsualLength = 256;

    // Each turn writes several sentences, one after the other: the sheet they are written on is kept for the next.
    [ThreadStatic]
    private static StringBuilder? draft;

    private readonly Dictionary<string, Language> byName = new(StringComparer.Ordinal);
    private readonly FrozenDictionary<string, LanguageFolder> folders;
    private readonly ConcurrentDictionary<(string? Language, string Key), IReadOnlyList<string>> words = new();

    /// <summary>Makes a book of given files.</summary>
    /// <param name="files">What each file holds, by folder and name: "fr/actions.properties".</param>
    /// <exception cref="FormatException">A file is malformed; the complaint names it and the line.</exception>
    public TextBook(IReadOnlyDictionary<string, string> files)
    {
        var inOrder = files.OrderBy(file => file.Key, StringComparer.Ordinal)
            .Select(file => PropertiesFile.Parse(file.Key, file.Value))
            .GroupBy(file => file.Name.Split('/')[0], StringComparer.Ordinal)
            .Select(folder => new LanguageFolder(folder.Key, [.. folder]))
            .OrderBy(folder => folder.Language.Rank)
            .ToList();
        Languages = inOrder.ConvertAll(folder => folder.Language);
        folders = inOrder.ToFrozenDictionary(folder => folder.Language.Code, StringComparer.Ordinal);
        foreach (var language in Languages)
        {
            foreach (var name in language.Names.Append(language.Code).Select(Folding.FoldName).Distinct(StringComparer.Ordinal))
            {
                if (!byName.TryAdd(name, language))
                {
                    throw new FormatException($"\"{name}\" means {byName[name].Code} already, not {language.Code}");
                }
            }
        }
    }

    /// <summary>The languages, the first being the one in which is said what others lack.</summary>
    public IReadOnlyList<Language> Languages { get; }

    /// <summary>The book of the texts that are built into the program.</summary>
    public static TextBook Load() => new(BuiltIn());

    /// <summary>The files that are built into the program, by folder and name; to add to them in a test.</summary>
    public static IReadOnlyDictionary<string, string> BuiltIn()
    {
        const string folder = "Texts/";
        var assembly = Assembly.GetExecutingAssembly();
        return assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(folder, StringComparison.Ordinal))
            .ToDictionary(name => name[folder.Length..], name =>
            {
                using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!, Encoding.UTF8);
                return reader.ReadToEnd();
            }, StringComparer.Ordinal);
    }

    /// <summary>The language somebody names, by its code or by any name it has.</summary>
    /// <param name="typed">What they typed.</param>
    public Language? Find(string typed) => byName.GetValueOrDefault(Folding.FoldName(typed.Trim()));

    /// <summary>The language of what a platform calls a locale (BCP 47), if the bot has it.</summary>
    /// <param name="locale">The locale, when the platform tells.</param>
    public Language? Spoken(string? locale) => locale is null ? null : Find(locale.Split('-', '_')[0]);

    /// <summary>Writes what the bot says.</summary>
    /// <param name="says">What it says.</param>
    /// <param name="voice">How to speak to those who read.</param>
    public string Write(Says says, Voice voice)
    {
        var text = draft ?? new StringBuilder(UsualLength);
        draft = null;
        Write(says, voice, text);
        var written = text.ToString();
        draft = text.Clear();
        return written;
    }

    /// <summary>A text that is no sentence with blanks: the summary of a command, the name of an option.</summary>
    /// <param name="language">The reader's language.</param>
    /// <param name="key">Its key.</param>
    /// <exception cref="InvalidOperationException">No language has it.</exception>
    public string Text(string language, string key) =>
        TryText(language, key, out var text) ? text : throw new InvalidOperationException($"No language has a text {key}.");

    /// <summary>A text that is no sentence with blanks, if any language has it.</summary>
    /// <param name="language">The reader's language.</param>
    /// <param name="key">Its key.</param>
    /// <param name="text">The text.</param>
    public bool TryText(string language, string key, [NotNullWhen(true)] out string? text)
    {
        text = Look(language, key)?.Sentences[key].Constant;
        return text is not null;
    }

    /// <summary>The words of a list, in one language.</summary>
    /// <param name="language">The reader's language.</param>
    /// <param name="key">The list's key.</param>
    public IReadOnlyList<string> Words(string language, string key) =>
        words.GetOrAdd((language, key), wanted => TryText(wanted.Language!, wanted.Key, out var list) ? CommaList.Read(list) : []);

    /// <summary>The words of a list in all languages, each once: people may type any of them, whatever they read.</summary>
    /// <param name="key">The list's key.</param>
    public IReadOnlyList<string> Words(string key) => words.TryGetValue((null, key), out var known)
        ? known
        : words.GetOrAdd((null, key), wanted => [.. Languages.SelectMany(language => Words(language.Code, wanted.Key)).Distinct(StringComparer.Ordinal)]);

    /// <summary>What one language says under its keys, without what it would borrow.</summary>
    internal FrozenDictionary<string, Sentence> In(Language language) => folders[language.Code].Sentences;

    /// <summary>Writes what the bot says behind what is written already.</summary>
    internal void Write(Says says, Voice voice, StringBuilder to)
    {
        var shape = SaysShape.Of(says.GetType());
        var folder = Look(voice.Language, says.Key) ?? throw new InvalidOperationException($"No language has a sentence for {says.Key}.");
        var sentence = folder.Sentences[says.Key];
        sentence.Choose(folder.Language, voice.Vous, shape.NumberIn(says, sentence.Number))
            .Write(to, new SaysBlanks(this, folder.Language, voice, shape, says));
    }

    private LanguageFolder? Look(string language, string key)
    {
        if (folders.TryGetValue(language, out var own) && own.Sentences.ContainsKey(key))
        {
            return own;
        }

        foreach (var other in Languages)
        {
            if (In(other).ContainsKey(key))
            {
                return folders[other.Code];
            }
        }

        return null;
    }
}
