using System.Diagnostics;
using System.Globalization;
using System.Text;
using Bot.Core.Chat;
using Bot.Core.Hours;
using Bot.Core.Memory;
using Bot.Core.Tests.Decisions;
using Bot.Core.Tests.Replay;
using Bot.Core.Texts;
using NodaTime;

namespace Bot.Core.Tests.Hours;

/// <summary>Other programs read what is exported, and come to the same sums.</summary>
public sealed class ExportTests : IDisposable
{
    private const int MinutesAnHour = 60;
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("babillard-hours-");

    public void Dispose() => folder.Delete(recursive: true);

    [ProgramFact("hledger")]
    public async Task Hledger_reads_timedot_and_timeclock_to_the_same_totals()
    {
        await using var world = await Told();
        var hours = Math.Round(Ledger.Of(world.Coop).Standing.Sum(line => line.Time.Minutes) / (decimal)MinutesAnHour, 2);
        var files = Files(world.Coop);
        Assert.Equal(hours, Balance(files.Where(file => file.Name.EndsWith(".timedot", StringComparison.Ordinal))));
        Assert.Equal(hours, Balance(files.Where(file => file.Name.EndsWith(".timeclock", StringComparison.Ordinal))));
    }

    [ProgramFact("soffice")]
    public async Task LibreOffice_opens_the_tables_and_adds_the_same_minutes()
    {
        await using var world = await Told();
        var table = Files(world.Coop)[0];
        var path = Write(table);
        Run("soffice", "--headless", "--convert-to", "csv:Text - txt - csv (StarCalc):9,34,76,1,,0,false,true,false", "--infilter=Text - txt - csv (StarCalc):59,34,76,1,,1036", "--outdir", Path.Combine(folder.FullName, "read"), path);
        var rows = File.ReadAllLines(Path.Combine(folder.FullName, "read", table.Name)).Skip(1).Select(row => row.Split('\t')).ToList();
        var minutes = rows.Sum(row => int.Parse(row[4].Trim('"'), CultureInfo.InvariantCulture));
        Assert.Equal(world.Coop.All<HoursLine>().Sum(line => line.Time.Minutes), minutes);
        Assert.Contains(rows, row => row[11].Trim('"') == "'=SOMME(A1)");
    }

    [Fact]
    public async Task Both_tables_say_the_same_each_in_its_own_way()
    {
        await using var world = await Told();
        var files = Files(world.Coop);
        Assert.Equal([0xEF, 0xBB, 0xBF], files[0].Content[..3]);
        var french = Encoding.UTF8.GetString(files[0].Content)[1..].Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        var technical = Encoding.UTF8.GetString(files[1].Content).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal("id;date;période;personne;minutes;heures_decimales;durée;action;enveloppe;GT;nature;texte;état;validée_par;corrige_id", french[0]);
        Assert.Equal("H1;2026-11-20;;Lina;150;2,50;2:30;;;jardin;production;'=SOMME(A1);déclarée;;", french[1]);
        Assert.Equal("H1,2026-11-20,,Lina,150,2.50,2:30,,,jardin,production,'=SOMME(A1),déclarée,,", technical[1]);
        Assert.Contains(french, row => row.Contains(";-100;-1,67;-1:40;", StringComparison.Ordinal));
        Assert.Equal(french.Length, technical.Length);
    }

    [Fact]
    public async Task Who_does_not_coordinate_takes_their_own_hours_only()
    {
        await using var world = await Told();
        var sam = world.Coop.All<Member>().Single(member => member.Name == "Sam");
        var what = new Export(world.Coop, Playing.Parts.Texts, new Voice("fr", Vous: false, DateTimeZone.Utc, world.Coop.All<HoursLine>().Max(line => line.Day)), sam);
        var table = Encoding.UTF8.GetString(new HoursExport().Files(what).First().Content);
        Assert.Contains("Sam", table, StringComparison.Ordinal);
        Assert.DoesNotContain("Lina", table, StringComparison.Ordinal);
    }

    private static List<Attachment> Files(Coop coop) =>
        [.. new HoursExport().Files(new Export(coop, Playing.Parts.Texts, new Voice("fr", Vous: false, DateTimeZone.Utc, coop.All<HoursLine>().Max(line => line.Day))))];

    // Amounts that are no whole quarters, several people on one day, a week told as one, something corrected, and words that look like a formula.
    private static async Task<World> Told()
    {
        var world = new World(("slate", new Capabilities(Buttons: true, Edits: true, Whispers: false, IdempotentSends: true)));
        foreach (var (who, line) in new[]
        {
            ("Lina", "/heures 2h30 =SOMME(A1) hier #jardin"), ("Sam", "/heures 100 min compta: \"tri\"; suite"), ("Lina", "/heures 40h chantier semaine dernière"),
            ("Sam", "/heures 12h montage hier"), ("Sam", "/heures 3h montage hier"), ("Sam", "/heures H2 95 min"), ("Noé", "/heures 7 min"),
        })
        {
            await world.Hear(world.Says(world.Platforms[0], who, line));
        }

        return world;
    }

    private decimal Balance(IEnumerable<Attachment> files)
    {
        // Its last line is what all accounts come to, in hours.
        string[] arguments = [.. files.SelectMany(file => new[] { "-f", Write(file) }), "balance"];
        var total = Run("hledger", arguments).Split('\n', StringSplitOptions.RemoveEmptyEntries)[^1].Trim().TrimEnd('h');
        return decimal.Parse(total, CultureInfo.InvariantCulture);
    }

    private string Write(Attachment file)
    {
        var path = Path.Combine(folder.FullName, file.Name);
        File.WriteAllBytes(path, file.Content);
        return path;
    }

    private static string Run(string program, params string[] arguments)
    {
        using var run = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false })!;
        var errors = run.StandardError.ReadToEndAsync();
        var output = run.StandardOutput.ReadToEnd();
        run.WaitForExit();
        Assert.True(run.ExitCode == 0, errors.Result);
        return output;
    }
}
