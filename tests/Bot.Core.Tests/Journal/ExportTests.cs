using System.Text.Json;
using System.Text.RegularExpressions;
using Bot.Core.Journal;
using Markdig;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using NodaTime;
using NodaTime.Text;

namespace Bot.Core.Tests.Journal;

/// <summary>What is taken elsewhere says the same there.</summary>
public sealed partial class ExportTests
{
    private static readonly LocalDate First = new(2026, 11, 3);

    // What people write is full of what others take for markup.
    private static readonly string[] Written =
    [
        "Note : « visite de la mairie » (J1), Lina.",
        "Note : « *urgent* _lire_ `plan` [ici](https://exemple.org) <b>gras</b> » (J2), Sam.",
        "Note : « l''atelier ''italique'' '''gras''' {{modèle}} [[page]] ~~~~ __TOC__ » (J3), Noé.",
        "Note : « # titre ## 2026-11-03 == 2026-11-04 == * puce » (J4), Lina.",
        "Note : « R&D &amp; &copy; a|b \\* 1. un » (J5), Lina.",
        "Note : « https://exemple.org/un_deux?a=1&b=2 » (J6), Lina.",
    ];

    private static readonly IReadOnlyList<WrittenDay> Days =
    [
        new(First, [Entry(0), Entry(1) with { Before = ["*avant*", "== tout avant =="] }]),
        new(First.PlusDays(1), [Entry(2), Entry(3)]),
        new(First.PlusDays(400), [Entry(4), Entry(5)]),
    ];

    [Fact]
    public void Markdown_is_read_again_as_the_same_days_by_another_library()
    {
        var read = new List<(LocalDate Day, List<(string Text, List<string> Before)> Entries)>();
        foreach (var block in Markdown.Parse(JournalPages.Markdown(Days), new MarkdownPipelineBuilder().UsePipeTables().UseEmphasisExtras().Build()))
        {
            if (block is HeadingBlock heading)
            {
                Assert.Equal(2, heading.Level);
                read.Add((LocalDatePattern.Iso.Parse(TextOf(heading)).Value, []));
            }
            else
            {
                var items = Assert.IsType<ListBlock>(block).Cast<ListItemBlock>();
                read[^1].Entries.AddRange(items.Select(item => (TextOf((LeafBlock)item[0]), item.Skip(1).Cast<ListBlock>().SelectMany(list => list).Cast<ListItemBlock>().Select(below => TextOf((LeafBlock)below[0])).ToList())));
            }
        }

        Assert.Equal(Days.Select(day => day.Day), read.Select(day => day.Day));
        Assert.Equal(Days.SelectMany(day => day.Entries).Select(entry => entry.Sentence), read.SelectMany(day => day.Entries).Select(entry => entry.Text));
        Assert.Equal(["« *avant* »", "« == tout avant == »"], read[0].Entries[1].Before);
    }

    // What MediaWiki makes something of: links, templates, tables, tags, signatures, emphasis, magic words.
    [Fact]
    public void A_wiki_makes_nothing_of_what_people_wrote()
    {
        var lines = JournalPages.MediaWiki(Days).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(Days.Select(day => $"== {LocalDatePattern.Iso.Format(day.Day)} =="), lines.Where(line => line.StartsWith('=')));
        var entries = lines.Where(line => line.StartsWith("* ", StringComparison.Ordinal)).ToList();
        Assert.All(entries, line => Assert.DoesNotMatch(WikiMarks(), line));
        Assert.Equal(Days.SelectMany(day => day.Entries).Select(entry => entry.Sentence), entries.Select(line => System.Net.WebUtility.HtmlDecode(line[2..])));
    }

    [Fact]
    public void Json_holds_each_entry_of_each_day()
    {
        using var json = JsonDocument.Parse(JournalPages.ToJson(Days));
        Assert.Equal(["2026-11-03", "2026-11-04", "2027-12-08"], json.RootElement.EnumerateArray().Select(day => day.GetProperty("Day").GetString()));
        var entry = json.RootElement[0].GetProperty("Entries")[1];
        Assert.Equal(Written[1], entry.GetProperty("Sentence").GetString());
        Assert.Equal("2026-11-21T10:00:00Z", entry.GetProperty("At").GetString());
        Assert.Equal("*avant*", entry.GetProperty("Before")[0].GetString());
    }

    private static WrittenEntry Entry(int number) => new(Written[number], Instant.FromUtc(2026, 11, 21, 10, 0), $"J{number + 1}", []);

    private static string TextOf(LeafBlock block) => string.Concat(block.Inline!.Select(TextOf));

    private static string TextOf(Inline inline) => inline switch
    {
        LiteralInline literal => literal.Content.ToString(),
        HtmlEntityInline entity => entity.Transcoded.ToString(),
        _ => throw new InvalidOperationException($"That was taken for markup: {inline.GetType().Name}"),
    };

    [GeneratedRegex(@"\[|\]|\{|\}|\||<|>|~~|''|__|&(?!#\d+;)", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex WikiMarks();
}
