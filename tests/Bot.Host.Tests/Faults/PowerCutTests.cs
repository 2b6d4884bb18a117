using System.Text;
using Bot.Tests;
using Xunit.Abstractions;

namespace Bot.Host.Tests.Faults;

/// <summary>The power goes while the program works, and what it had not flushed is lost, whole or in part.</summary>
public sealed class PowerCutTests(ITestOutputHelper output) : IDisposable
{
    private const int Commands = 600;
    private static readonly int Cuts = Counting.IsLong ? 80 : 40;
    private readonly Folder folder = new();

    [TracedFact]
    public async Task Whenever_the_power_goes_what_was_answered_is_kept()
    {
        // The first command makes the memory; from then on each step is written down.
        await RunningProgram.Run(folder, Memory.Commands(0, 1), "--data", "memory");
        using var before = Memory.Copy(Memory.In(folder));
        var log = Path.Combine(folder.Path, "trace");
        using var program = RunningProgram.StartUnder(Tracer.Of(Memory.In(folder), log), folder, "--data", "memory");
        await program.Type(Memory.Commands(1, Commands));
        program.EndInput();
        Assert.Equal(0, await program.End());

        var steps = DiskStep.ReadAll(log);
        Assert.Equal(Commands, steps.Count(step => step.What == 'A'));
        var random = new Random(7);
        var from = steps.FindIndex(step => step.What == 'A');
        var cuts = Enumerable.Range(0, Cuts).Select(_ => random.Next(from, steps.Count + 1)).Order().ToList();
        var disk = new Disk(Memory.In(before));
        var told = new StringBuilder();
        var (next, answered, kept) = (0, 0, 0);
        for (var i = 0; i <= steps.Count; i++)
        {
            for (; next < Cuts && cuts[next] == i; next++)
            {
                using var after = new Folder();
                disk.CutTo(Memory.In(after), survives: () => next % 2 == 1 && random.Next(2) == 0);
                var acknowledged = Memory.AnsweredIn(told.ToString());
                var held = await Memory.KeptIn(Memory.FileIn(after));
                Assert.Equal(Enumerable.Range(0, held.Count), held);
                Assert.Empty(acknowledged.Select(each => each.Number).Except(held));
                answered += acknowledged.Count;
                kept += held.Count;
            }

            if (i < steps.Count && steps[i] is { What: 'A' } tells)
            {
                told.Append(Encoding.UTF8.GetString(tells.Bytes));
            }
            else if (i < steps.Count)
            {
                disk.Do(steps[i]);
            }
        }

        output.Count($"{Cuts} power cuts over {steps.Count(step => step.What == 'W')} writes and {steps.Count(step => step.What == 'S')} flushes: "
            + $"{answered} answered, {kept} kept, 0 lost, all opened and sound.");
    }

    public void Dispose() => folder.Dispose();
}
