using Bot.Tests;
using Xunit.Abstractions;

namespace Bot.Host.Tests.Faults;

/// <summary>The disk as it is at some instants while the program works: what a power cut would leave of what was handed to the system.</summary>
public sealed class FreezeTests(ITestOutputHelper output) : IDisposable
{
    private static readonly int Cuts = Counting.IsLong ? 40 : 10;
    private static readonly int Commands = Cuts * 50;
    private readonly Folder folder = new();

    [LinuxFact]
    public async Task At_any_instant_the_disk_holds_what_was_answered()
    {
        var random = new Random(42);
        var instants = Enumerable.Range(0, Cuts).Select(_ => random.Next(Commands)).Order().ToList();
        var (answered, kept) = (0, 0);
        using var program = RunningProgram.Start(folder, new Dictionary<string, string> { ["Health__On"] = "false" }, "--data", "memory");
        await program.Type(Memory.Commands(0, Commands));
        foreach (var instant in instants)
        {
            await program.Shows($@"«\sn{instant}\s»");
            await program.Freeze();
            using var copy = Memory.Copy(Memory.In(folder));
            var told = Memory.AnsweredIn(program.Output).Select(each => each.Number).ToList();
            await program.GoOn();

            var held = await Memory.KeptIn(Memory.FileIn(copy));
            Assert.Equal(Enumerable.Range(0, held.Count), held);
            Assert.Empty(told.Except(held));
            answered += told.Count;
            kept += held.Count;
        }

        program.EndInput();
        Assert.Equal(0, await program.End());
        Assert.Equal(Enumerable.Range(0, Commands), await Memory.KeptIn(Memory.FileIn(folder)));
        output.Count($"{Cuts} copies of the disk under load: {answered} answered, {kept} kept, 0 lost, all sound.");
    }

    public void Dispose() => folder.Dispose();
}
