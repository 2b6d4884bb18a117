using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Bench;

/// <summary>The bot as it is given to people: published, then started with a line on its standard input.</summary>
/// <param name="program">The program.</param>
internal sealed class Published(string program)
{
    private const string Line = "Lina> /libres\n";

    /// <summary>Publishes the bot from a copy of the sources, so that the checkout stays as it is.</summary>
    /// <param name="folder">Where to.</param>
    /// <param name="readyToRun">Whether it is compiled beforehand.</param>
    /// <returns>The program, or null when it cannot be published here.</returns>
    public static async Task<Published?> Publish(string folder, bool readyToRun)
    {
        var sources = Path.Combine(folder, "sources");
        var output = Path.Combine(folder, "published");
        Copy(Root(), sources);
        var done = await Child.Run(
            "dotnet", sources, "publish", "src/Bot.Host", "-c", "Release", "-r", RuntimeInformation.RuntimeIdentifier, "--self-contained", "false",
            $"-p:PublishReadyToRun={(readyToRun ? "true" : "false")}", "-p:RunAnalyzers=false", "-o", output);
        return done ? new Published(Path.Combine(output, "Bot.Host")) : null;
    }

    /// <summary>How long it takes from its start to the first line of its answer, in seconds.</summary>
    /// <param name="data">The folder of its memory; a new one when null.</param>
    /// <param name="times">How often to look.</param>
    public async Task<double> FirstAnswer(string? data, int times)
    {
        var seconds = new List<double>();
        for (var n = 0; n < times; n++)
        {
            var own = Directory.CreateTempSubdirectory("babillard-start-");
            seconds.Add(await Answer(data ?? own.FullName));
            own.Delete(recursive: true);
        }

        return Pace.Median(seconds);
    }

    private async Task<double> Answer(string data)
    {
        var start = new ProcessStartInfo(program, ["--data", data])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
            WorkingDirectory = data,
        };
        var before = Stopwatch.GetTimestamp();
        using var process = Process.Start(start)!;
        process.ErrorDataReceived += static (_, _) => { };
        process.BeginErrorReadLine();
        await process.StandardInput.WriteAsync(Line);
        process.StandardInput.Close();
        var answer = await process.StandardOutput.ReadLineAsync();
        var took = Stopwatch.GetElapsedTime(before).TotalSeconds;
        await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return answer is null ? throw new InvalidOperationException("The published bot did not answer.") : took;
    }

    private static void Copy(string root, string target)
    {
        Directory.CreateDirectory(target);
        var files = Directory.EnumerateFiles(root).Concat(Directory.EnumerateFiles(Path.Combine(root, "src"), "*", SearchOption.AllDirectories))
            .Where(file => !file.Split(Path.DirectorySeparatorChar).Any(part => part is "bin" or "obj"));
        foreach (var file in files)
        {
            var copy = Path.Combine(target, Path.GetRelativePath(root, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }

    private static string Root([CallerFilePath] string path = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(path)!, "../.."));
}
