using System.Diagnostics;

namespace Bot.Host.Tests.Faults;

/// <summary>trace.c, made into a library that stands between the program and its disk.</summary>
internal static class Tracer
{
    private static readonly Lazy<string> Library = new(Compile);

    /// <summary>Why it cannot be used here, or null.</summary>
    public static string? Obstacle { get; } =
        !OperatingSystem.IsLinux() ? "Only on Linux can a library stand between a program and its disk this way."
        : !HasCompiler() ? "There is no C compiler (cc) here to make the tracer with."
        : null;

    /// <summary>The variables under which a program is to be started.</summary>
    /// <param name="memory">The folder of its memory.</param>
    /// <param name="log">Takes what is done to the disk.</param>
    /// <param name="full">While a file of this name exists, the disk is full.</param>
    /// <param name="slow">How many microseconds longer each flush takes.</param>
    public static Dictionary<string, string> Of(string memory, string? log = null, string? full = null, int slow = 0) =>
        new(StringComparer.Ordinal)
        {
            ["LD_PRELOAD"] = Library.Value,
            ["TRACE_DIR"] = memory + "/",
            ["TRACE_LOG"] = log ?? "/dev/null",
            ["TRACE_FULL"] = full ?? "/nowhere",
            ["TRACE_SLOW"] = $"{slow}",
        };

    private static bool HasCompiler() =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':').Any(folder => File.Exists(Path.Combine(folder, "cc")));

    private static string Compile()
    {
        var library = Path.Combine(AppContext.BaseDirectory, "trace.so");
        var source = Path.Combine(AppContext.BaseDirectory, "Faults", "trace.c");
        using var compiler = Process.Start("cc", ["-shared", "-fPIC", "-O1", "-Wall", "-Werror", "-pthread", "-o", library, source]);
        compiler.WaitForExit();
        return compiler.ExitCode == 0 ? library : throw new InvalidOperationException("trace.c does not compile.");
    }
}

/// <summary>A test that needs what only Linux tells of a running program.</summary>
internal sealed class LinuxFactAttribute : FactAttribute
{
    public LinuxFactAttribute() => Skip = OperatingSystem.IsLinux() ? null : "Only Linux tells whether a program has stopped.";
}

/// <summary>A test that needs the tracer.</summary>
internal sealed class TracedFactAttribute : FactAttribute
{
    public TracedFactAttribute() => Skip = Tracer.Obstacle;
}
