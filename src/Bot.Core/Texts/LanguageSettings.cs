namespace Bot.Core.Texts;

/// <summary>The lines of a language.properties, each to be taken once: what is left over was meant for nobody, so is misspelt.</summary>
internal sealed class LanguageSettings
{
    private readonly PropertiesFile file;
    private readonly Dictionary<string, PropertiesLine> left = new(StringComparer.Ordinal);

    public LanguageSettings(PropertiesFile file)
    {
        this.file = file;
        foreach (var line in file.Lines)
        {
            if (line.Variant != default)
            {
                throw file.Wrong(line.Line, $"{line.Key} has no variants");
            }

            left.Add(line.Key, line);
        }
    }

    /// <summary>The value of a key that every language needs.</summary>
    public string Take(string key) => Take(key, value => value);

    /// <summary>The value of a key, if the language has it.</summary>
    public string? TryTake(string key) => left.Remove(key, out var line) ? line.Value : null;

    /// <summary>What a key's value is read as, if the language has it; a complaint of the reading names the line.</summary>
    public T? TryTake<T>(string key, Func<string, T> read) where T : class =>
        left.Remove(key, out var line) ? Read(line, read) : null;

    /// <summary>What the value of a needed key is read as.</summary>
    public T Take<T>(string key, Func<string, T> read) =>
        left.Remove(key, out var line) ? Read(line, read) : throw new FormatException($"{file.Name}: {key} is missing");

    /// <summary>All keys that begin so, without that beginning, and what their values are read as.</summary>
    public IReadOnlyDictionary<string, T> TakeAll<T>(string beginning, Func<string, T> read)
    {
        var taken = left.Values.Where(line => line.Key.StartsWith(beginning, StringComparison.Ordinal)).ToList();
        taken.ForEach(line => left.Remove(line.Key));
        return taken.ToDictionary(line => line.Key[beginning.Length..], line => Read(line, read), StringComparer.Ordinal);
    }

    /// <summary>Complains if a line was taken by nobody.</summary>
    public void Close()
    {
        if (left.Values.FirstOrDefault() is { } line)
        {
            throw file.Wrong(line.Line, $"a language has no \"{line.Key}\"");
        }
    }

    private T Read<T>(PropertiesLine line, Func<string, T> read)
    {
        try
        {
            return read(line.Value);
        }
        catch (FormatException wrong)
        {
            throw file.Wrong(line.Line, wrong.Message);
        }
    }
}
