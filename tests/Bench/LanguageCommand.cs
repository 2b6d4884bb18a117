using System.Diagnostics;
using System.Text.Json;
using Bot.Core.Language;
using NodaTime;

namespace Bench;

/// <summary>How long it takes to read what people write: a command's words with a date in them, and chatter that holds none.</summary>
internal static class LanguageCommand
{
    private const int Rounds = 9;
    private const int LinesARound = 20_000;
    private const int QuickLinesARound = 4_000;

    private static readonly string[] Typical =
    [
        "tondre la pelouse avant vendredi", "réunion mardi 18h30 salle du bas", "demain 9h appeler la mairie", "ménage tous les mercredis 14h-16h 6 places",
        "point compta un mardi sur deux 18h", "affiche du marché pour lundi", "buffet mairie 12 déc 19h 4 places", "jardinage hier 2h30",
    ];

    private static readonly string[] Chatter =
    [
        "merci beaucoup c'était vraiment chouette", "quelqu'un a vu la clé de la remise au fond du jardin", "oui je pense qu'il faut en parler ensemble",
        "super idée, on pourrait demander à la mairie", "j'ai laissé les cartons dans le couloir", "haha trop bien", "ok pour moi", "il reste du café dans la cuisine si ça vous dit",
    ];

    private static readonly Said Said = new(new LocalDateTime(2026, 11, 21, 10, 0), DateTimeZoneProviders.Tzdb["Europe/Paris"], Look.Forward, "fr");

    /// <summary>Runs it.</summary>
    /// <param name="options">What was asked for.</param>
    public static async Task<int> Run(Options options)
    {
        var loading = Stopwatch.StartNew();
        var reader = Reader.Load();
        var loaded = loading.Elapsed.TotalMilliseconds;
        var lines = options.IsQuick ? QuickLinesARound : LinesARound;
        var (typical, chatter) = (Microseconds(reader, Typical, lines), Microseconds(reader, Chatter, lines));
        Console.WriteLine($"load   {loaded.Text("0")} ms to make the grammars of all languages one");
        Console.WriteLine();
        Console.WriteLine($"{"",-52}{"measured",10}{"aim",12}");
        Print("a command's words with a date, an hour, a series", typical, 50);
        Print("chatter without any", chatter, 10);
        if (options.Json is { } file)
        {
            var figures = new Dictionary<string, double>(StringComparer.Ordinal) { ["language_load_ms"] = loaded, ["language_line_us"] = typical, ["language_chatter_us"] = chatter };
            await File.WriteAllTextAsync(file, JsonSerializer.Serialize(figures));
        }

        return 0;
    }

    private static void Print(string what, double figure, double aim) =>
        Console.WriteLine($"{what,-52}{figure.Text("0.0"),10}{"≤ " + aim.Text("0"),12} µs  {(figure <= aim ? "" : "short")}".TrimEnd());

    // The middle of several rounds, the first of which only warms up.
    private static double Microseconds(Reader reader, string[] texts, int lines) => Pace.Median(Enumerable.Range(0, Rounds).Select(_ =>
    {
        var watch = Stopwatch.StartNew();
        for (var line = 0; line < lines; line++)
        {
            reader.ReadWhen(texts[line % texts.Length], Said);
        }

        return watch.Elapsed.TotalMicroseconds / lines;
    }).Skip(1));
}
