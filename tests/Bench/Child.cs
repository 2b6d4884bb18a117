using System.Diagnostics;
using System.Text.Json;

namespace Bench;

/// <summary>Runs other processes: this program on one measure, the compilers, the published bot.</summary>
internal static class Child
{
    /// <summary>Has a process of its own take a measure.</summary>
    /// <param name="measure">Which.</param>
    /// <param name="folder">Where it may write.</param>
    /// <param name="isQuick">Whether fewer and shorter rounds will do.</param>
    /// <param name="slowFlush">A library that delays each flush, if it is to.</param>
    public static async Task<Dictionary<string, double>> Measure(string measure, string folder, bool isQuick, string? slowFlush = null)
    {
        Directory.CreateDirectory(folder);
        var program = Environment.ProcessPath!;
        List<string> words = [Measures.Command, measure, folder, isQuick ? Measures.Quick : ""];
        if (Path.GetFileNameWithoutExtension(program) == "dotnet")
        {
            words.Insert(0, typeof(Child).Assembly.Location);
        }

        var start = new ProcessStartInfo(program, words) { RedirectStandardOutput = true, UseShellExecute = false };
        if (slowFlush is not null)
        {
            start.Environment["LD_PRELOAD"] = slowFlush;
            start.Environment["SLOW_US"] = SlowFlush.Microseconds;
        }

        using var process = Process.Start(start)!;
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0
            ? JsonSerializer.Deserialize<Dictionary<string, double>>(output)!
            : throw new InvalidOperationException($"{measure} ended with {process.ExitCode}.");
    }

    /// <summary>Runs a program to its end.</summary>
    /// <param name="program">The program.</param>
    /// <param name="folder">Where it runs.</param>
    /// <param name="words">Its command line.</param>
    /// <returns>Whether it went well.</returns>
    public static async Task<bool> Run(string program, string folder, params IEnumerable<string> words)
    {
        try
        {
            var start = new ProcessStartInfo(program, words) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };

            // What the gate locks is the checkout; what is built here is a copy for one machine.
            start.Environment.Remove("CI");
            using var process = Process.Start(start)!;
            var output = process.StandardOutput.ReadToEndAsync();
            var errors = process.StandardError.ReadToEndAsync();
            await process.WaitForExitAsync();
            if (process.ExitCode != 0)
            {
                Measures.Remark(await output + await errors);
            }

            return process.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }
}
