using System.Globalization;
using System.Security;
using System.Text;
using Bot.Core.Chat;
using Bot.Core.Language;
using Bot.Core.Texts;

namespace Bot.Core.Hours;

/// <summary>One bar of a chart, in words.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Bar">It.</param>
/// <param name="Time">How much it stands for.</param>
public sealed record BarInWords(string Name, string Bar, Effort Time) : Says;

/// <summary>What the drawing is called, without its ending.</summary>
internal sealed record ChartFile : Says;

/// <summary>
/// The bars of what was given: one per circle, or, of several months, one per month in the colours of the circles. Drawn as SVG 1.1, and in words where
/// nothing can paint it.
/// </summary>
internal sealed class Chart
{
    private const int MostRows = 12;
    private const int MostCircles = 6;
    private const int Width = 640;
    private const int Margin = 16;
    private const int NameWidth = 170;
    private const int TimeWidth = 80;
    private const int RowHeight = 30;
    private const int BarHeight = 20;
    private const int Head = 48;
    private const int LegendColumns = 3;
    private const int LongestName = 20;
    private const int LongestBar = 10;
    private const char Block = '▇';

    // Colours that people who see few colours tell apart (Okabe and Ito, 2008); the last is for all other circles.
    private static readonly string[] Colours = ["#0072B2", "#E69F00", "#009E73", "#CC79A7", "#56B4E9", "#D55E00", "#999999"];

    private readonly Func<Says, string> write;
    private readonly List<string?> circles;
    private readonly List<Row> rows;
    private readonly string[] legend;
    private readonly int longest;

    /// <summary>Lays a chart out.</summary>
    /// <param name="given">What was given.</param>
    /// <param name="write">Writes in the language of who looks at it.</param>
    public Chart(Given given, Func<Says, string> write)
    {
        this.write = write;
        circles = [.. given.Circles.Take(MostCircles).Select(each => each.Key)];
        var isOneMonth = given.Days.Months().Count() == 1;
        legend = isOneMonth ? [] : [.. circles.Select(NameOf), .. given.Circles.Count > MostCircles ? new[] { write(new OtherParts()) } : []];
        rows = isOneMonth ? ByCircle(given) : ByMonth(given);
        longest = rows.Max(row => row.Total);
    }

    /// <summary>The chart as a drawing.</summary>
    /// <param name="summary">The words that go with it; without a picture its bars stand in them.</param>
    public Attachment Drawn(HoursSummary summary) => new(write(new ChartFile()) + ".svg", "image/svg+xml", Encoding.UTF8.GetBytes(Svg(write(summary.Days))))
    {
        // The bars of one month are its circles: they need not be told twice.
        Instead = write(summary with { Bars = [.. rows.Select(InWords)], Circles = legend.Length == 0 ? null : summary.Circles }),
    };

    private List<Row> ByCircle(Given given)
    {
        var rest = given.Circles.Skip(MostCircles).Sum(each => each.Time.Minutes);
        IEnumerable<Row> told = given.Circles.Take(MostCircles).Select((each, place) => new Row(NameOf(each.Key), [(place, each.Time.Minutes)]));
        return [.. told, .. rest > 0 ? new[] { new Row(write(new OtherParts()), [(Colours.Length - 1, rest)]) } : []];
    }

    // From the first month in which something was given to the last; more than a year is told year by year.
    private List<Row> ByMonth(Given given)
    {
        var held = given.Months.Where(each => each.Value > 0).ToList();
        List<HoursPeriod> months = [.. given.Days.Months().Where(month => held.Exists(each => each.Key.Month >= month.First.ToYearMonth()) && held.Exists(each => each.Key.Month <= month.First.ToYearMonth()))];
        var spans = months.Count <= MostRows ? months : [.. months.Select(month => HoursPeriod.YearOf(month.First)).Distinct().TakeLast(MostRows)];
        return [.. spans.Select(span => new Row(write(span.Told()), [.. held.Where(each => span.Holds(each.Key.Month.OnDayOfMonth(1))).GroupBy(each => PlaceOf(each.Key.Circle), each => each.Value).OrderBy(each => each.Key).Select(each => (each.Key, each.Sum()))]))];
    }

    private int PlaceOf(string circle) =>
        circles.FindIndex(each => string.Equals(each ?? "", circle, StringComparison.OrdinalIgnoreCase)) is >= 0 and var place ? place : Colours.Length - 1;

    private string NameOf(string? circle) => Plain.Short(circle ?? write(new NoCircle()), LongestName);

    private BarInWords InWords(Row row) => new(row.Name, new string(Block, Scaled(row.Total, LongestBar)), new Effort(row.Total));

    private int Scaled(int minutes, int full) => minutes == 0 ? 0 : Math.Max(1, (int)Math.Round((decimal)minutes * full / longest, MidpointRounding.AwayFromZero));

    private string Svg(string title)
    {
        var legendTop = Head + (rows.Count * RowHeight) + Margin;
        var height = legendTop + ((legend.Length + LegendColumns - 1) / LegendColumns * RowHeight);
        var svg = new StringBuilder();
        svg.Append(CultureInfo.InvariantCulture, $"""<svg xmlns="http://www.w3.org/2000/svg" width="{Width}" height="{height}" viewBox="0 0 {Width} {height}" font-family="DejaVu Sans, sans-serif" font-size="14" fill="#222222">""");
        svg.Append(CultureInfo.InvariantCulture, $"""<rect width="{Width}" height="{height}" fill="#FFFFFF"/>""");
        Write(svg, title, Margin, Head - Margin - 2, "18");
        for (var n = 0; n < rows.Count; n++)
        {
            Draw(svg, rows[n], Head + (n * RowHeight));
        }

        for (var n = 0; n < legend.Length; n++)
        {
            var (x, y) = (Margin + (n % LegendColumns * (Width - Margin) / LegendColumns), legendTop + (n / LegendColumns * RowHeight));
            Paint(svg, x, y, BarHeight / 2, BarHeight / 2, n < circles.Count ? n : Colours.Length - 1);
            Write(svg, legend[n], x + BarHeight, y + (BarHeight / 2), "14");
        }

        return svg.Append("</svg>").ToString();
    }

    private void Draw(StringBuilder svg, Row row, int top)
    {
        Write(svg, row.Name, Margin, top + BarHeight - 5, "14");
        var (x, room, drawn) = (Margin + NameWidth, Width - (2 * Margin) - NameWidth - TimeWidth, 0);
        foreach (var (place, minutes) in row.Parts)
        {
            // Each part ends where the sum up to it ends, so that a bar is never longer than its total.
            var (from, to) = (x + Scaled(drawn, room), x + Scaled(drawn + minutes, room));
            Paint(svg, from, top, to - from, BarHeight, place);
            drawn += minutes;
        }

        Write(svg, write(new ThatLong(new Effort(row.Total))), x + Scaled(row.Total, room) + 6, top + BarHeight - 5, "14");
    }

    private static void Paint(StringBuilder svg, int x, int y, int width, int height, int colour) =>
        svg.Append(CultureInfo.InvariantCulture, $"""<rect x="{x}" y="{y}" width="{width}" height="{height}" fill="{Colours[colour]}"/>""");

    private static void Write(StringBuilder svg, string words, int x, int y, string size) =>
        svg.Append(CultureInfo.InvariantCulture, $"""<text x="{x}" y="{y}" font-size="{size}">{SecurityElement.Escape(words)}</text>""");

    /// <summary>One bar: its name, and how many minutes of it are in which colour.</summary>
    private sealed record Row(string Name, IReadOnlyList<(int Colour, int Minutes)> Parts)
    {
        public int Total => Parts.Sum(part => part.Minutes);
    }
}
