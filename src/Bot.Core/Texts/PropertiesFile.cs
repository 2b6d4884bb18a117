using System.Globalization;
using System.Text;

namespace Bot.Core.Texts;

/// <summary>
/// A file of texts: lines of <c>key = value</c>. A line that starts with # is a comment; one that starts with white space goes
/// on with the value above it; <c>\n</c> in a value is a line break. A key may carry its variant: <c>Key[one]</c>,
/// <c>Key[=0]</c>, <c>Key[vous]</c>, <c>Key[vous one]</c>, <c>Key[one:Count]</c>.
/// </summary>
public sealed class PropertiesFile
{
    private readonly List<PropertiesLine> lines = [];
    private readonly Dictionary<(string Key, Variant Variant), int> known = [];

    private PropertiesFile(string name) => Name = name;

    /// <summary>The file's name, by which complaints name it.</summary>
    public string Name { get; }

    /// <summary>What it says, in its order.</summary>
    public IReadOnlyList<PropertiesLine> Lines => lines;

    /// <summary>Reads a file.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="text">What it holds.</param>
    /// <exception cref="FormatException">A line is malformed, or says again what stands above it.</exception>
    public static PropertiesFile Parse(string name, string text)
    {
        var file = new PropertiesFile(name);
        var number = 0;
        var start = 0;
        var value = "";
        foreach (var line in text.TrimStart('\uFEFF').Split('\n').Select(line => line.TrimEnd()))
        {
            number++;
            if (line is ['#', ..])
            {
                continue;
            }

            if (line.Length > 0 && char.IsWhiteSpace(line[0]))
            {
                value = start > 0 ? Joined(value, line.TrimStart()) : throw file.Wrong(number, "goes on with nothing");
                continue;
            }

            file.Add(start, value);
            (start, value) = line.Length > 0 ? (number, line) : (0, "");
        }

        file.Add(start, value);
        return file;
    }

    /// <summary>The complaint about a line, for whoever finds it wrong later.</summary>
    /// <param name="line">The line's number.</param>
    /// <param name="what">What is wrong with it, behind the file's name and the line's number.</param>
    public FormatException Wrong(int line, string what) =>
        new(string.Create(CultureInfo.InvariantCulture, $"{Name}, line {line}: {what}"));

    private static string Joined(string above, string line) =>
        above.EndsWith("\\n", StringComparison.Ordinal) ? above + line : $"{above} {line}";

    private void Add(int line, string text)
    {
        if (line == 0)
        {
            return;
        }

        var equals = EqualsSign(text);
        var (key, variant, number) = equals > 0 ? ReadKey(line, text[..equals].TrimEnd()) : ("", default, null);
        if (key.Length == 0 || key.Any(char.IsWhiteSpace))
        {
            throw Wrong(line, $"not a \"key = value\": {text}");
        }

        if (!known.TryAdd((key, variant), line))
        {
            throw Wrong(line, string.Create(CultureInfo.InvariantCulture, $"{key}{variant} stands already in line {known[(key, variant)]}"));
        }

        lines.Add(new PropertiesLine(key, variant, number, WithLineBreaks(text[(equals + 1)..].Trim()), line));
    }

    // The first one that is not in the key's brackets: Key[=0] = none.
    private static int EqualsSign(string text)
    {
        var equals = text.IndexOf('=', StringComparison.Ordinal);
        var bracket = text.IndexOf('[', StringComparison.Ordinal);
        if (bracket < 0 || equals < bracket)
        {
            return equals;
        }

        var end = text.IndexOf(']', bracket);
        return end < 0 ? -1 : text.IndexOf('=', end);
    }

    private (string Key, Variant Variant, string? Number) ReadKey(int line, string text)
    {
        var bracket = text.IndexOf('[', StringComparison.Ordinal);
        if (bracket < 0)
        {
            return (text, default, null);
        }

        return text[^1] == ']' && Variant.TryParse(text[(bracket + 1)..^1], out var variant, out var number)
            ? (text[..bracket].TrimEnd(), variant, number)
            : throw Wrong(line, $"no such variant: {text}");
    }

    // Every other escape belongs to templates, and a doubled backslash is one of them: "\\\\n" is no line break.
    private static string WithLineBreaks(string value)
    {
        if (!value.Contains('\\', StringComparison.Ordinal))
        {
            return value;
        }

        var text = new StringBuilder(value.Length);
        for (var at = 0; at < value.Length; at++)
        {
            var pair = value[at] == '\\' && at + 1 < value.Length;
            text.Append(pair ? value[at..(at + 2)] is "\\n" ? "\n" : value[at..(at + 2)] : value[at].ToString());
            at += pair ? 1 : 0;
        }

        return text.ToString();
    }
}
