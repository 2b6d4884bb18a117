using System.Diagnostics;

namespace Bot.Tests;

/// <summary>A program of others, running beside the test.</summary>
internal sealed class NodeProgram : IDisposable
{
    // Long enough for the slowest machine: nothing is measured, only ended.
    private static readonly TimeSpan LongEnough = TimeSpan.FromMinutes(2);
    private readonly Process process;
    private readonly List<string> lines = [];

    private NodeProgram(Process process)
    {
        this.process = process;
        process.OutputDataReceived += (_, line) => Hear(line.Data);
        process.ErrorDataReceived += (_, line) => Hear(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    /// <summary>What it has printed so far.</summary>
    public IReadOnlyList<string> Lines
    {
        get
        {
            lock (lines)
            {
                return [.. lines];
            }
        }
    }

    /// <summary>Starts one.</summary>
    public static NodeProgram Start(string script, params string[] words) => new(Process.Start(
        new ProcessStartInfo("node", [script, .. words])
        {
            WorkingDirectory = Clients.Folder,
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!);

    /// <summary>Waits for a line that begins so.</summary>
    public async Task<string> Prints(string start)
    {
        for (var begun = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(begun) < LongEnough; await Task.Yield())
        {
            if (Lines.FirstOrDefault(line => line.StartsWith(start, StringComparison.Ordinal)) is { } found)
            {
                return found;
            }

            Assert.False(process.HasExited && Lines.Count > 0, string.Join('\n', Lines));
        }

        throw new TimeoutException($"It never printed « {start} »:\n{string.Join('\n', Lines)}");
    }

    public void Dispose()
    {
        if (!process.HasExited)
        {
            process.Kill();
        }

        process.Dispose();
    }

    private void Hear(string? line)
    {
        lock (lines)
        {
            lines.Add(line ?? "");
        }
    }
}
