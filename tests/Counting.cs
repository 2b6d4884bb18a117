using System.Runtime.CompilerServices;
using Xunit.Abstractions;

namespace Bot.Tests;

/// <summary>What a test counted, in its own output and, if the environment variable COUNTS names a folder, in a file there.</summary>
internal static class Counting
{
    /// <summary>Whether the long versions run.</summary>
    public static bool IsLong { get; } = Environment.GetEnvironmentVariable("FAULTS") == "long";

    /// <summary>Tells what was counted.</summary>
    /// <param name="output">The test's output.</param>
    /// <param name="line">What was counted.</param>
    /// <param name="test">The test; each has a file of its own, since several run at once.</param>
    public static void Count(this ITestOutputHelper output, string line, [CallerMemberName] string test = "")
    {
        output.WriteLine(line);
        if (Environment.GetEnvironmentVariable("COUNTS") is { Length: > 0 } folder)
        {
            File.AppendAllText(Path.Combine(folder, test), line + "\n");
        }
    }
}
