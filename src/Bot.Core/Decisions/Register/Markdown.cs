using Bot.Core.Texts;

namespace Bot.Core.Decisions;

/// <summary>Decisions as Markdown: a page that reads well as it is, and better where it is drawn.</summary>
public static class Markdown
{
    /// <summary>Writes some decisions, one section each.</summary>
    /// <param name="entries">The decisions.</param>
    public static string Write(IEnumerable<Entry> entries) => string.Join("\n\n", entries.Select(Section));

    private static string Section(Entry entry)
    {
        var lines = new List<string> { $"## {entry.Code} {Markup.Markdown(entry.Text)}", "", $"{entry.Outcome} {entry.Counts}" };
        lines.AddRange(entry.Concerns.Select(concern => "- " + Markup.Markdown(concern)));
        if (entry.Note.Length > 0)
        {
            lines.AddRange(["", "> " + Markup.Markdown(entry.Note)]);
        }

        lines.AddRange(["", string.Join(" · ", new[] { Markup.Markdown(entry.Author), entry.OpenedOn, entry.ReviewOn }.Where(each => each.Length > 0))]);
        return string.Join('\n', lines);
    }
}
