namespace Bench;

/// <summary>Measures everything, one thing after the other.</summary>
internal static class TurnsCommand
{
    private const int Starts = 7;
    private const int QuickStarts = 3;

    /// <summary>Runs it.</summary>
    /// <param name="options">What was asked for.</param>
    public static async Task<int> Run(Options options)
    {
        var folder = Directory.CreateTempSubdirectory("babillard-bench-");
        try
        {
            var report = new Report(await Figures(folder.FullName, options.IsQuick));
            report.Print(Console.Out);
            if (options.Json is { } file)
            {
                await File.WriteAllTextAsync(file, report.Json());
            }

            return 0;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task<Figures> Figures(string folder, bool isQuick)
    {
        var library = await SlowFlush.Compile(folder);
        var fast = await Child.Measure(nameof(TurnRounds), In("fast"), isQuick);
        var slow = library is null ? null : await Child.Measure(nameof(TurnRounds), In("slow"), isQuick, library);
        var growth = await Child.Measure(nameof(GrowthRounds), In("growth"), isQuick);
        await Child.Measure(nameof(Memory) + nameof(Memory.Found), In("memory"), isQuick);
        var memory = await Child.Measure(nameof(Memory), In("memory"), isQuick);
        await Child.Measure(nameof(BigCoop), In("big"), isQuick);

        var starts = isQuick ? QuickStarts : Starts;
        var jit = isQuick ? null : await Published.Publish(In("jit"), readyToRun: false);
        var ready = await Published.Publish(In("ready"), readyToRun: true);
        return new Figures(fast, slow, growth, memory)
        {
            FirstAnswerJit = jit is null ? null : await jit.FirstAnswer(data: null, starts),
            FirstAnswer = ready is null ? null : await ready.FirstAnswer(data: null, starts),
            BigCoop = ready is null ? null : await ready.FirstAnswer(In("big"), QuickStarts),
        };

        string In(string name) => Path.Combine(folder, name);
    }
}
