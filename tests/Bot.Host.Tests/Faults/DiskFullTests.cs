using Bot.Tests;
using Xunit.Abstractions;

namespace Bot.Host.Tests.Faults;

/// <summary>A disk that has no room, and one that is slow.</summary>
public sealed class DiskFullTests(ITestOutputHelper output) : IDisposable
{
    private const string NothingKept = "(#jardin )?Rien n.est gardé : je ne peux pas écrire pour l.instant. Réessaie dans un moment.";
    private readonly Folder folder = new();

    [TracedFact]
    public async Task When_the_disk_is_full_people_are_told_that_nothing_is_kept_and_once_there_is_room_all_goes_on()
    {
        var full = Path.Combine(folder.Path, "full");
        using (var program = RunningProgram.StartUnder(Tracer.Of(Memory.In(folder), full: full), folder, "--data", "memory"))
        {
            await program.Type(Memory.Commands(1, 100));
            await program.Shows(@"«\sn100\s»");
            folder.Write("full", "");
            await program.Type(Memory.Commands(101, 10));
            await program.Shows($"({Spaced(NothingKept)}\n){{10}}");
            await program.Tells("The disk that holds .* is full: nothing was kept. Make room; the bot then goes on by itself. The person was told.");

            File.Delete(full);
            await program.Type(Memory.Commands(111, 20));
            await program.Shows(@"«\sn130\s»");
            program.EndInput();
            Assert.Equal(0, await program.End());
            Assert.Equal(Numbers(), Memory.AnsweredIn(program.Output).Select(each => each.Number));
        }

        Assert.Equal(Numbers(), await Memory.KeptIn(Memory.FileIn(folder)));
        var (code, said, errors) = await RunningProgram.Run(folder, "", "--data", "memory");
        Assert.Equal((0, ""), (code, said));
        Assert.DoesNotContain("not stopped cleanly", errors, StringComparison.Ordinal);
        output.Count("Disk full: 100 kept before, 10 told that nothing is kept and none of them kept, 20 kept after.");
    }

    [TracedFact]
    public async Task A_disk_that_is_full_at_the_start_is_told_in_a_sentence_and_nothing_is_harmed()
    {
        await RunningProgram.Run(folder, Memory.Commands(1, 3), "--data", "memory");
        var full = folder.Write("full", "");
        using (var program = RunningProgram.StartUnder(Tracer.Of(Memory.In(folder), full: full), folder, "--data", "memory"))
        {
            program.EndInput();
            Assert.Equal(2, await program.End());
            Assert.Equal($"The disk that holds {Memory.FileIn(folder)} is full. Make room, then start the bot again.\n", program.Errors);
        }

        Assert.Equal([1, 2, 3], await Memory.KeptIn(Memory.FileIn(folder)));
    }

    [TracedFact]
    public async Task On_a_slow_disk_everybody_is_answered_all_the_same_and_only_after_the_flush()
    {
        const int commands = 60;
        var log = Path.Combine(folder.Path, "trace");
        using var program = RunningProgram.StartUnder(Tracer.Of(Memory.In(folder), log, slow: 8000), folder, "--data", "memory");
        await program.Type(Memory.Commands(1, commands));
        program.EndInput();
        Assert.Equal(0, await program.End());
        Assert.Equal(Enumerable.Range(1, commands), Memory.AnsweredIn(program.Output).Select(each => each.Number));
        Assert.Equal(Enumerable.Range(1, commands), await Memory.KeptIn(Memory.FileIn(folder)));

        // Between two answers there is a flush of the log at least.
        var steps = DiskStep.ReadAll(log).Where(step => step.What == 'A' || (step.What == 'S' && step.Path.EndsWith("-wal", StringComparison.Ordinal))).ToList();
        Assert.All(steps.Index().Where(each => each.Item.What == 'A'), each => Assert.Equal('S', steps[each.Index - 1].What));
        output.Count($"Slow disk (8 ms more per flush): {commands} answered, each after {steps.Count(step => step.What == 'S')} flushes in all.");
    }

    public void Dispose() => folder.Dispose();

    private static IEnumerable<int> Numbers() => Enumerable.Range(1, 100).Concat(Enumerable.Range(111, 20));

    // Spaces may be of another width.
    private static string Spaced(string pattern) => pattern.Replace(" ", @"\s", StringComparison.Ordinal);
}
