using Bot.Tests;
using Xunit.Abstractions;

namespace Bot.Host.Tests.Faults;

/// <summary>The program is killed again and again while it is told a thousand things.</summary>
public sealed class KillTests(ITestOutputHelper output) : IDisposable
{
    private const int Commands = 1000;
    private static readonly int Kills = Counting.IsLong ? 20 : 5;
    private static readonly Dictionary<string, string> NoPage = new(StringComparer.Ordinal) { ["Health__On"] = "false" };
    private readonly Folder folder = new();

    [Fact]
    public async Task Whenever_it_is_killed_what_was_answered_is_kept_once_in_order_and_what_was_not_is_answered_by_the_next_run()
    {
        var random = new Random(20261121);
        var kept = new List<int>();
        var shown = new HashSet<int>();
        var (answered, late, repeated) = (0, 0, 0);
        for (var kill = 1; kill <= Kills; kill++)
        {
            var first = kill * Commands;
            using var program = RunningProgram.Start(folder, NoPage, "--data", "memory");
            await program.Type(Memory.Commands(first, Commands));
            await program.Shows($@"«\sn{first + random.Next(Commands - 1)}\s»");
            await program.Kill();

            var said = Memory.AnsweredIn(program.Output);
            AssertTakenUp(kept, said.Where(each => each.Number < first), shown, ref late, ref repeated);
            var now = said.Where(each => each.Number >= first).Select(each => each.Number).ToList();
            Assert.All(said, each => Assert.Equal(each.Number < first, each.IsMarked));
            Assert.Equal(now.Distinct(), now);
            shown.UnionWith(now);
            answered += now.Count;

            using var copy = Memory.Copy(Memory.In(folder));
            var held = await Memory.KeptIn(Memory.FileIn(copy));
            Assert.Equal(kept, held.Where(number => number < first));
            kept.AddRange(held.Where(number => number >= first));
            var ofThisRun = kept.Where(number => number >= first).ToList();
            Assert.Equal(Enumerable.Range(first, ofThisRun.Count), ofThisRun);
            Assert.Empty(now.Except(ofThisRun));
        }

        var (code, last, errors) = await RunningProgram.Run(folder, "", "--data", "memory");
        Assert.Equal(0, code);
        Assert.Contains("was checked and is sound", errors, StringComparison.Ordinal);
        AssertTakenUp(kept, Memory.AnsweredIn(last), shown, ref late, ref repeated);
        Assert.Equal(kept, await Memory.KeptIn(Memory.FileIn(folder)));
        Assert.Equal((0, ""), await Again());
        output.Count($"{Kills} kills: {answered} answered, {kept.Count} kept, 0 lost, 0 twice; the next run answered {late} that were not, and {repeated} once more, marked.");
    }

    public void Dispose() => folder.Dispose();

    // What was kept before the kill is answered by now, if not by that run, then by the next.
    private static void AssertTakenUp(List<int> kept, IEnumerable<(int Number, bool IsMarked)> said, HashSet<int> shown, ref int late, ref int repeated)
    {
        var numbers = said.Select(each => each.Number).ToList();
        Assert.Empty(numbers.Except(kept));
        Assert.Empty(kept.Except(shown).Except(numbers));
        late += numbers.Count(number => !shown.Contains(number));
        repeated += numbers.Count(shown.Contains);
        shown.UnionWith(numbers);
    }

    private async Task<(int Code, string Output)> Again()
    {
        var (code, said, _) = await RunningProgram.Run(folder, "", "--data", "memory");
        return (code, said);
    }
}
