using System.Text;
using Bot.Core.Memory;
using Bot.Core.Texts;
using NodaTime.Text;

namespace Bot.Core.Journal;

/// <summary>The journal as pages for elsewhere: a heading a day, a line an entry, and below it what it read before.</summary>
public static class JournalPages
{
    /// <summary>As Markdown (CommonMark).</summary>
    /// <param name="days">The days.</param>
    public static string Markdown(IEnumerable<WrittenDay> days) => Pages(days, day => $"## {day}\n\n", "- ", "    - ", Markup.Markdown);

    /// <summary>As a wiki of MediaWiki's kind reads it.</summary>
    /// <param name="days">The days.</param>
    public static string MediaWiki(IEnumerable<WrittenDay> days) => Pages(days, day => $"== {day} ==\n", "* ", "** ", Markup.MediaWiki);

    /// <summary>As JSON, for programs.</summary>
    /// <param name="days">The days.</param>
    public static string ToJson(IEnumerable<WrittenDay> days) => Json.WriteText(days.ToList());

    // Dates sort and are found in every language as ISO 8601 writes them.
    private static string Pages(IEnumerable<WrittenDay> days, Func<string, string> heading, string item, string below, Func<string, string> literally)
    {
        var pages = new StringBuilder();
        foreach (var day in days)
        {
            pages.Append(pages.Length == 0 ? "" : "\n").Append(heading(LocalDatePattern.Iso.Format(day.Day)));
            foreach (var entry in day.Entries)
            {
                pages.Append(item).Append(literally(entry.Sentence)).Append('\n');
                foreach (var before in entry.Before)
                {
                    pages.Append(below).Append(literally($"« {before} »")).Append('\n');
                }
            }
        }

        return pages.ToString();
    }
}
