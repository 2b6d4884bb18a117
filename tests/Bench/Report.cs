using System.Text.Json;

namespace Bench;

/// <summary>Says what was measured: to people as a table of ratios against the aims, to programs as one JSON object.</summary>
/// <param name="figures">What was measured.</param>
internal sealed class Report(Figures figures)
{
    private const double KiB = 1024;
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    private sealed record Line(string What, double? Figure, string Unit, double Aim, bool AtLeast);

    /// <summary>Prints the table.</summary>
    public void Print(TextWriter to)
    {
        var fast = figures.Fast;
        to.WriteLine($"raw    {fast["fsync"].Text("0")} appends of 400 bytes per second, p50 {fast["fsync_p50_ms"].Text("0.000")} ms");
        PrintPaces(to, "", fast);
        if (figures.Slow is { } slow)
        {
            to.WriteLine($"raw    {slow["fsync"].Text("0")} with each flush delayed by 2 ms");
            PrintPaces(to, ", flushes delayed", slow);
        }

        var growth = figures.Growth;
        to.WriteLine($"p50    {growth["p50_1k"].Text("0.000")} / {growth["p50_10k"].Text("0.000")} / {growth["p50_100k"].Text("0.000")} ms with 1,000 / 10,000 / 100,000 documents");
        to.WriteLine($"start  {figures.FirstAnswerJit?.Text("0.000") ?? "-"} s compiled on the way, {figures.FirstAnswer?.Text("0.000") ?? "-"} s compiled beforehand");
        to.WriteLine();
        to.WriteLine($"{"",-52}{"measured",10}{"aim",12}");
        foreach (var line in Lines())
        {
            var isMet = line.AtLeast ? line.Figure >= line.Aim : line.Figure <= line.Aim;
            var measured = line.Figure is { } figure ? figure.Text("0.00") : "-";
            to.WriteLine($"{line.What,-52}{measured,10}{(line.AtLeast ? "≥ " : "≤ ") + line.Aim.Text("0.##"),12} {line.Unit,-4}{(line.Figure is null ? "not measured" : isMet ? "" : "short")}".TrimEnd());
        }
    }

    /// <summary>The figures as one JSON object.</summary>
    public string Json() => JsonSerializer.Serialize(
        new Dictionary<string, double?>(StringComparer.Ordinal)
        {
            ["turns_one"] = figures.Fast["one"],
            ["turns_many"] = figures.Fast["many"],
            ["fsync"] = figures.Fast["fsync"],
            ["turns_one_slow"] = figures.Slow?["one"],
            ["turns_many_slow"] = figures.Slow?["many"],
            ["p50_ms_1k"] = figures.Growth["p50_1k"],
            ["p50_ms_100k"] = figures.Growth["p50_100k"],
            ["alloc_bytes"] = figures.Fast["bytes"],
            ["rss_mb"] = figures.Memory["rss"],
            ["first_answer_s"] = figures.FirstAnswer,
            ["fsync_slow"] = figures.Slow?["fsync"],
            ["p50_ms_10k"] = figures.Growth["p50_10k"],
            ["p50_ms_one"] = figures.Fast["one_p50_ms"],
            ["p99_ms_one"] = figures.Fast["one_p99_ms"],
            ["p50_ms_many"] = figures.Fast["many_p50_ms"],
            ["p99_ms_many"] = figures.Fast["many_p99_ms"],
            ["first_answer_jit_s"] = figures.FirstAnswerJit,
            ["first_answer_200k_s"] = figures.BigCoop,
        },
        Indented);

    private static void PrintPaces(TextWriter to, string how, Dictionary<string, double> paces)
    {
        to.WriteLine($"one    {paces["one"].Text("0")} turns per second{how}, p50 {paces["one_p50_ms"].Text("0.00")} ms, p99 {paces["one_p99_ms"].Text("0.00")} ms");
        to.WriteLine($"64     {paces["many"].Text("0")} turns per second{how}, p50 {paces["many_p50_ms"].Text("0.00")} ms, p99 {paces["many_p99_ms"].Text("0.00")} ms");
    }

    private IEnumerable<Line> Lines() =>
    [
        new("one coop, turns per raw append", figures.Fast["one_to_fsync"], "", 0.4, AtLeast: true),
        new("one coop, turns per raw append, flushes delayed", figures.Slow?["one_to_fsync"], "", 0.85, AtLeast: true),
        new("64 coops, turns per turn of one", figures.Fast["many_to_one"], "", 1.5, AtLeast: true),
        new("64 coops, turns per turn of one, flushes delayed", figures.Slow?["many_to_one"], "", 10, AtLeast: true),
        new("p50 with 100,000 documents to p50 with 1,000", figures.Growth["growth"], "", 1.05, AtLeast: false),
        new("allocated per turn", figures.Fast["bytes"] / KiB, "KiB", 16, AtLeast: false),
        new("resident, 20 coops of 2,000 documents", figures.Memory["rss"], "MB", 120, AtLeast: false),
        new("start to first answer, compiled beforehand", figures.FirstAnswer, "s", 0.5, AtLeast: false),
        new("start to first answer with 200,000 documents", figures.BigCoop, "s", 1.5, AtLeast: false),
    ];
}
