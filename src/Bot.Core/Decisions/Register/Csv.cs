using System.Text;

namespace Bot.Core.Decisions;

/// <summary>Decisions as a table for spreadsheets: RFC 4180 with semicolons, which is what a French spreadsheet expects.</summary>
public static class Csv
{
    /// <summary>A table as a file: its first bytes have spreadsheets read it as UTF-8.</summary>
    /// <param name="rows">Its rows, the headings first.</param>
    public static byte[] File(IEnumerable<IEnumerable<string>> rows) => [.. Encoding.UTF8.GetPreamble(), .. Encoding.UTF8.GetBytes(Write(rows))];

    /// <summary>Writes a table, without its byte order mark.</summary>
    /// <param name="rows">Its rows, the headings first.</param>
    public static string Write(IEnumerable<IEnumerable<string>> rows) =>
        string.Concat(rows.Select(row => string.Join(';', row.Select(Cell)) + "\r\n"));

    /// <summary>A decision as a row.</summary>
    /// <param name="entry">The decision.</param>
    public static IReadOnlyList<string> Row(Entry entry) =>
        [entry.Code, entry.Text, entry.Author, entry.OpenedOn, entry.Outcome, entry.ClosedOn, entry.Counts, string.Join(" / ", entry.Concerns), entry.Note, entry.ReviewOn];

    // A cell that begins like a formula would be run by a spreadsheet (OWASP, CSV injection): an apostrophe makes it text.
    private static string Cell(string words)
    {
        var text = words.TrimStart() is ['=' or '+' or '-' or '@', ..] || words is ['\t' or '\r', ..] ? "'" + words : words;
        return text.AsSpan().ContainsAny(";\"\r\n") ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text;
    }
}
