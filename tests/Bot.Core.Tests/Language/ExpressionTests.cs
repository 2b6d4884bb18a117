using Bot.Core.Language;
using NodaTime;

namespace Bot.Core.Tests.Language;

/// <summary>What people write and what it means, in tables: each line is an expression, its kind, its value, whether it is in doubt, the other readings, and the title that is left.</summary>
public sealed class ExpressionTests
{
    private static readonly Reader Reader = Reader.Load();
    private static readonly LocalDateTime Saturday = new(2026, 11, 21, 10, 0);
    private static readonly DateTimeZone Paris = DateTimeZoneProviders.Tzdb["Europe/Paris"];

    [Theory]
    [InlineData("french-table.tsv", "fr", Look.Forward)]
    [InlineData("french-more.tsv", "fr", Look.Forward)]
    [InlineData("english.tsv", "en", Look.Forward)]
    [InlineData("looking-back.tsv", "fr", Look.Back)]
    public void What_people_write_is_read_as_they_mean_it(string table, string language, Look look)
    {
        var said = new Said(Saturday, Paris, look, language);
        var lines = File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Language", table)).Where(line => !line.StartsWith('#')).ToList();
        var wrong = lines.Select(line => (Expected: line, Read: Row(line.Split('\t')[0], said))).Where(pair => pair.Expected != pair.Read)
            .Select(pair => $"expected {pair.Expected}\nread     {pair.Read}");
        Assert.True(lines.Count > 20, table);
        Assert.Equal("", string.Join("\n", wrong));
    }

    // The language somebody reads decides only where two read the same words.
    [Theory]
    [InlineData("french-table.tsv")]
    public void French_is_read_by_somebody_who_prefers_English(string table)
    {
        var said = new Said(Saturday, Paris, Look.Forward, "en");
        var lines = File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Language", table)).Where(line => !line.StartsWith('#'));
        Assert.All(lines, line => Assert.Equal(line, Row(line.Split('\t')[0], said)));
    }

    private static string Row(string text, Said said)
    {
        string[] row = Reader.ReadWhen(text, said) is { } when ? Row(text, Kind(when), when, Notation.Of)
            : Reader.ReadMoney(text, said.Language) is { } money ? Row(text, "money", money, Notation.Of)
            : [text, "none", "", "", "", text];
        return string.Join('\t', row).TrimEnd('\t');
    }

    private static string[] Row<T>(string text, string kind, Found<T> found, Func<T, string> written) =>
        [text, kind, found.IsRead ? written(found.Value) : "", found.IsRead && found.Unsure is not Unsure.No ? "⚠" : "", string.Join(" | ", found.Others.Select(written)), found.Rest];

    private static string Kind(Found<When> found) =>
        found.Unsure is Unsure.Vague ? "vague" : found.IsRead ? Notation.Kind(found.Value) : "impossible";
}
