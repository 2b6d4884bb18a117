using System.Text;
using Bot.Core.Commands;
using Bot.Core.Texts;
using Bot.Core.Turns;

namespace Bot.Core.Tests.House;

/// <summary>docs/commands.*.md are written from the command book; this notices when they are not up to date.</summary>
public sealed class CommandPages
{
    private static readonly TextBook Texts = TextBook.Load();
    private static readonly Parts Parts = new(Texts);

    public static TheoryData<string> Languages => [.. Texts.Languages.Select(language => language.Code)];

    /// <summary>Run with TRANSCRIPTS=accept to write the pages anew.</summary>
    [Theory]
    [MemberData(nameof(Languages))]
    public void The_page_of_commands_is_up_to_date(string language)
    {
        var file = Path.Combine(Source.Root, "docs", $"commands.{language}.md");
        var page = Page(language);
        if (Environment.GetEnvironmentVariable("TRANSCRIPTS") == "accept")
        {
            File.WriteAllText(file, page);
        }

        Assert.True(File.Exists(file) && File.ReadAllText(file) == page, $"docs/commands.{language}.md is not up to date: run the tests with TRANSCRIPTS=accept and look at the difference.");
    }

    private static string Page(string language)
    {
        var name = Texts.Languages.First(each => each.Code == language).Name;
        var page = new StringBuilder()
            .Append("<!-- Written from the command book by tests/Bot.Core.Tests/House/CommandPages.cs. -->\n\n")
            .Append($"# {Texts.Text(language, "CommandPage.title")} ({name})\n\n")
            .Append($"{Texts.Text(language, "CommandPage.intro")}\n\n");
        page.Append($"| {Texts.Text(language, "CommandPage.header")} |\n| --- | --- | --- |\n");
        foreach (var entry in Parts.Commands.Entries.Where(entry => entry.IsTyped).OrderBy(entry => Parts.Commands.NamesOf(entry, language)[0], StringComparer.Ordinal))
        {
            page.Append($"| `{Texts.Text(language, $"{entry.Name}.example")}` | {Capital(Texts.Text(language, $"{entry.Name}.summary"))} | {Names(entry, language)} |\n");
        }

        return page.ToString();
    }

    private static string Names(CommandEntry entry, string language)
    {
        var own = Parts.Commands.NamesOf(entry, language);
        var others = Texts.Words($"{entry.Name}.names").Except(own, StringComparer.Ordinal);
        return string.Join(" · ", new[] { own, others }.Select(names => string.Join(", ", names.Select(name => $"`/{name}`"))).Where(names => names.Length > 0));
    }

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];
}
