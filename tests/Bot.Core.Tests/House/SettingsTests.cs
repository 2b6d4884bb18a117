using System.Text.RegularExpressions;
using Bot.Core.Texts;
using Bot.Host;
using Microsoft.Extensions.Configuration;

namespace Bot.Core.Tests.House;

/// <summary>Every setting in the code is explained in the example, and no file names one that is not there.</summary>
public sealed partial class SettingsTests
{
    private const string Example = "appsettings.example.json";
    private static readonly IReadOnlyCollection<string> Settings = Known();

    [Fact]
    public void The_example_holds_every_setting_and_no_other()
    {
        var inExample = new ConfigurationBuilder().AddJsonFile(Path.Combine(Source.Root, Example)).Build().AsEnumerable()
            .Where(setting => setting.Value is not null && !setting.Key.StartsWith("Logging:", StringComparison.Ordinal))
            .Select(setting => setting.Key);
        Assert.Equal(Settings.Order(StringComparer.Ordinal), inExample.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Each_is_explained_above_it()
    {
        var lines = File.ReadAllLines(Path.Combine(Source.Root, Example)).Select(line => line.Trim()).ToList();
        var unexplained = lines.Where((line, i) => line.StartsWith('"') && !line.EndsWith('{') && !lines[i - 1].StartsWith("//", StringComparison.Ordinal));
        Assert.Empty(unexplained);
    }

    [Fact]
    public void What_is_named_as_a_variable_is_a_setting()
    {
        var named = from file in Documents.All.Concat(Packaging.Files).Append(Example).Append("src/Bot.Host/CommandLine.cs")
                    from match in Variable().Matches(Documents.Read(file))
                    let setting = match.Groups["name"].Value.Replace("__", ":", StringComparison.Ordinal)
                    where setting.Length > 0 && !Settings.Contains(setting, StringComparer.Ordinal)
                    select $"{file}: {match.Value}";
        Assert.Empty(named);
    }

    private static IReadOnlyCollection<string> Known()
    {
        var reader = new OptionsReader(new ConfigurationBuilder().Build(), TextBook.Load());
        reader.Read();
        return reader.Settings;
    }

    [GeneratedRegex("BABILLARD_(?<name>[A-Za-z_]*)", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Variable();
}
