using System.Globalization;
using System.Text;
using Bot.Core.Language;

namespace Bot.Core.Texts;

/// <summary>
/// Tables for spreadsheets (RFC 4180). Words are guarded, so that no spreadsheet runs them; numbers and amounts of time are cells that it adds up.
/// </summary>
public static class Csv
{
    /// <summary>A table as a French spreadsheet expects it: semicolons and decimal commas; its first bytes have it read as UTF-8.</summary>
    /// <param name="rows">Its rows, the headings first: words, whole numbers, decimals and amounts of time.</param>
    public static byte[] File(IEnumerable<IEnumerable<object>> rows) => [.. Encoding.UTF8.GetPreamble(), .. Encoding.UTF8.GetBytes(Write(rows))];

    /// <summary>The same table for programs: commas and decimal points, and no mark of its encoding.</summary>
    /// <param name="rows">Its rows, the headings first: words, whole numbers, decimals and amounts of time.</param>
    public static byte[] ForPrograms(IEnumerable<IEnumerable<object>> rows) => Encoding.UTF8.GetBytes(Write(rows, ',', '.'));

    /// <summary>Writes a table, without its byte order mark.</summary>
    /// <param name="rows">Its rows, the headings first.</param>
    /// <param name="separator">What stands between cells.</param>
    /// <param name="point">What stands before decimals.</param>
    public static string Write(IEnumerable<IEnumerable<object>> rows, char separator = ';', char point = ',') =>
        string.Concat(rows.Select(row => string.Join(separator, row.Select(cell => Cell(cell, separator, point))) + "\r\n"));

    private static string Cell(object cell, char separator, char point) => cell switch
    {
        int whole => whole.ToString(CultureInfo.InvariantCulture),
        Effort time => string.Create(CultureInfo.InvariantCulture, $"{(time.Minutes < 0 ? "-" : "")}{Math.Abs(time.Minutes) / 60}:{Math.Abs(time.Minutes) % 60:00}"),
        decimal number => number.ToString("0.00", CultureInfo.InvariantCulture).Replace('.', point),
        _ => Words((string)cell, separator),
    };

    // A cell that begins like a formula would be run by a spreadsheet (OWASP, CSV injection): an apostrophe makes it text.
    private static string Words(string words, char separator)
    {
        var text = words.TrimStart() is ['=' or '+' or '-' or '@', ..] || words is ['\t' or '\r', ..] ? "'" + words : words;
        return text.AsSpan().ContainsAny(['"', '\r', '\n', separator]) ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text;
    }
}
