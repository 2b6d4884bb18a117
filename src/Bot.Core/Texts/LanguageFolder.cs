using System.Collections.Frozen;

namespace Bot.Core.Texts;

/// <summary>A language, and all it says: the files of its folder.</summary>
internal sealed class LanguageFolder
{
    private const string Settings = "language.properties";

    public LanguageFolder(string code, IReadOnlyList<PropertiesFile> files)
    {
        var settings = files.FirstOrDefault(file => string.Equals(file.Name, $"{code}/{Settings}", StringComparison.Ordinal))
            ?? throw new FormatException($"{code}/{Settings} is missing");
        Language = new Language(code, settings);
        var sentences = new Dictionary<string, Sentence>(StringComparer.Ordinal);
        foreach (var file in files.Where(file => file != settings))
        {
            foreach (var line in file.Lines)
            {
                try
                {
                    sentences.TryAdd(line.Key, new Sentence(line.Key));
                    sentences[line.Key].Add(line, Read(line.Value));
                }
                catch (FormatException wrong)
                {
                    throw file.Wrong(line.Line, wrong.Message);
                }
            }
        }

        Sentences = sentences.ToFrozenDictionary(StringComparer.Ordinal);
    }

    /// <summary>The language.</summary>
    public Language Language { get; }

    /// <summary>What it says, by key.</summary>
    public FrozenDictionary<string, Sentence> Sentences { get; }

    private Template Read(string value)
    {
        var template = Template.Parse(value, Language.Spacing);
        var unknown = template.Functions.FirstOrDefault(function => !Language.HasFunction(function));
        return unknown is null ? template : throw new FormatException($"{Language.Code} has no function \"{unknown}\"");
    }
}
