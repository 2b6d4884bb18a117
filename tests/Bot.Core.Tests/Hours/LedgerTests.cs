using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Bot.Core.Chat;
using Bot.Core.Hours;
using Bot.Core.Language;
using Bot.Core.Memory;
using Bot.Core.Tests.Decisions;
using Bot.Core.Tests.Replay;
using Bot.Core.Texts;
using Bot.Tests;
using NodaTime;
using Xunit.Abstractions;

namespace Bot.Core.Tests.Hours;

/// <summary>
/// Some people note, correct, take back, share, approve and question at random, and messages come twice. Whatever they do, no line of the ledger changes or
/// goes, what they are shown is the sum of their lines, nobody says of their own time that it is right, and what is exported says the same.
/// </summary>
public sealed partial class LedgerTests(ITestOutputHelper output)
{
    private const int ActsARun = 50;
    private static readonly int Runs = Counting.IsLong ? 300 : 15;
    private static readonly Capabilities Abilities = new(Buttons: true, Edits: true, Whispers: false, IdempotentSends: true);
    private static readonly string[] People = ["Lina", "Sam", "Noé", "Zoé"];

    private static readonly string[] Lines =
    [
        "/heures 2h30 jardinage hier #jardin", "/heures 45min courses", "/heures 1h40 réunion lundi", "/heures 3 vaisselle @sam", "/heures 10h semaine dernière",
        "/heures 1h café @noé @zoé", "/heures 1h soupe pour Lina", "/oups", "/oups", "/oups", "/heures H{0} 1h15", "/heures H{0} avant-hier", "/heures H{0} 20 min",
        "/valider H{0}", "/questionner H{0} ah bon ?", "/chrono tri", "/chrono 35 min", "/reglages heures arrondi 15", "/reglages heures usuel",
        "/reglages heures autrui confiance", "/reglages heures validation pair", "/reglages heures clos 31 octobre", "[Confirmer]", "[Pas moi]", "/mes_heures",
    ];

    [Fact]
    public async Task No_line_changes_and_what_is_shown_is_the_sum_of_the_lines()
    {
        var (lines, takenBack) = (0, 0);
        for (var seed = 1; seed <= Runs; seed++)
        {
            await using var world = new World(("slate", Abilities));
            await Play(world, new Random(seed), seed);
            var kept = world.Coop.All<HoursLine>().ToList();
            (lines, takenBack) = (lines + kept.Count, takenBack + kept.Count(line => line.TakesBack is not null));
        }

        Assert.True(lines > Runs * 5 && takenBack > Runs, "Nothing happened that could go wrong.");
        output.Count($"{Runs} ledgers of time (seeds 1 to {Runs}), {Runs * ActsARun} acts: {lines} lines, {takenBack} of them taking one back.");
    }

    private static async Task Play(World world, Random chance, int seed)
    {
        foreach (var person in People)
        {
            await world.Hear(world.Says(world.Platforms[0], person, $"/moi {person}", isPrivate: false));
            await world.Hear(world.Says(world.Platforms[0], person, "/aide", isPrivate: true));
        }

        List<HoursLine> before = [];
        for (var act = 0; act < ActsARun; act++)
        {
            var who = People[chance.Next(People.Length)];
            var line = string.Format(CultureInfo.InvariantCulture, Lines[chance.Next(Lines.Length)], 1 + chance.Next(Math.Max(1, before.Count)));
            var said = line[0] == '[' ? world.Presses(world.Platforms[0], who, line.Trim('[', ']'), isPrivate: true) : world.Says(world.Platforms[0], who, line, isPrivate: chance.Next(2) == 0);
            if (said is not null)
            {
                await world.Hear(said);
                await world.Hear(said);
            }

            List<HoursLine> now = [.. world.Coop.All<HoursLine>()];
            Assert.True(now.Take(before.Count).SequenceEqual(before), $"Seed {seed}, act {act}, {who} > {line}: a line changed or went.");
            Assert.All(world.Coop.All<Standing>(), standing => Assert.NotEqual(now.Find(each => each.Id == standing.Id)!.Member, standing.ApprovedBy));
            before = now;
        }

        await Compare(world, before, seed);
    }

    private static async Task Compare(World world, List<HoursLine> lines, int seed)
    {
        var exported = Exported(world.Coop);
        var standing = Ledger.Of(world.Coop).Standing.ToList();
        foreach (var member in world.Coop.All<Member>().Where(member => People.Contains(member.Name, StringComparer.Ordinal)))
        {
            var sum = lines.Where(line => line.Member == member.Id).Aggregate(0, (total, line) => total + line.Time.Minutes);
            Assert.Equal((seed, sum), (seed, standing.Where(line => line.Member == member.Id).Sum(line => line.Time.Minutes)));
            Assert.Equal((seed, sum), (seed, exported.GetValueOrDefault(member.Id)));
            await world.Hear(world.Says(world.Platforms[0], member.Name, "/compteurs", isPrivate: true));
            var shown = Total().Match(world.Platforms[0].ReadIn(World.Chat(world.Platforms[0], member.Name))[^1]).Groups["time"].Value;
            Assert.Equal((seed, sum), (seed, Minutes(shown)));
        }
    }

    // What somebody who reads the whole ledger elsewhere comes to, from its lines alone.
    private static Dictionary<int, int> Exported(Coop coop)
    {
        var what = new Export(coop, Playing.Parts.Texts, new Voice("fr", Vous: false, DateTimeZone.Utc, new LocalDate(2026, 11, 21)));
        var files = new HoursExport().Files(what).ToList();
        if (files.Count == 0)
        {
            return [];
        }

        using var whole = JsonDocument.Parse(files[^1].Content);
        Assert.Equal("babillard-hours", whole.RootElement.GetProperty("format").GetString());
        return whole.RootElement.GetProperty("lines").EnumerateArray().GroupBy(line => line.GetProperty("person").GetInt32())
            .ToDictionary(person => person.Key, person => person.Sum(line => line.GetProperty("minutes").GetInt32()));
    }

    private static int Minutes(string shown) =>
        shown.StartsWith("0", StringComparison.Ordinal) ? 0 : Playing.Parts.Reader.ReadEffort(shown, "fr", WorkDay.Usual)!.Value.Minutes;

    [GeneratedRegex(", (?<time>[^,]+) en tout", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Total();
}
