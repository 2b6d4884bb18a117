using System.Diagnostics;
using System.Text;

namespace Bot.Host.Tests;

/// <summary>The real program, running in a process of its own.</summary>
internal sealed class RunningProgram : IDisposable
{
    // Long enough for the slowest machine: nothing is measured, only ended.
    private static readonly TimeSpan LongEnough = TimeSpan.FromMinutes(2);

    private readonly Process process;
    private readonly Heard output = new();
    private readonly Heard errors = new();
    private readonly Task reading;

    private RunningProgram(Process process)
    {
        this.process = process;
        reading = Task.WhenAll(output.Read(process.StandardOutput), errors.Read(process.StandardError));
    }

    /// <summary>The number the system knows it by.</summary>
    public int Id => process.Id;

    /// <summary>What it has written to standard output.</summary>
    public string Output => output.Text;

    /// <summary>What it has written to standard error.</summary>
    public string Errors => errors.Text;

    /// <summary>Starts it in a folder.</summary>
    /// <param name="folder">Where it is started; it reads no other configuration than what lies there.</param>
    /// <param name="environment">Settings by environment variable, without their BABILLARD_.</param>
    /// <param name="args">The command line.</param>
    public static RunningProgram Start(Folder folder, IReadOnlyDictionary<string, string> environment, params string[] args) =>
        new(Process.Start(Prepare(folder, environment, args))!);

    /// <summary>Starts it in a folder, with variables that mean something to the system.</summary>
    public static RunningProgram StartUnder(IReadOnlyDictionary<string, string> system, Folder folder, params string[] args)
    {
        var start = Prepare(folder, new Dictionary<string, string> { ["Health__On"] = "false" }, args);
        foreach (var (name, value) in system)
        {
            start.Environment[name] = value;
        }

        return new RunningProgram(Process.Start(start)!);
    }

    private static ProcessStartInfo Prepare(Folder folder, IReadOnlyDictionary<string, string> environment, string[] args)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "Bot.Host.dll"), .. args])
        {
            WorkingDirectory = folder.Path,
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardInputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };
        foreach (var setting in start.Environment.Keys.Where(name =>
            name.StartsWith("BABILLARD_", StringComparison.OrdinalIgnoreCase) || name.StartsWith("Telegram__", StringComparison.OrdinalIgnoreCase)).ToList())
        {
            start.Environment.Remove(setting);
        }

        // Whoever develops may have a token of their own for trying: it is not for tests.
        start.Environment["APPDATA"] = folder.Path;
        foreach (var (setting, value) in environment)
        {
            start.Environment["BABILLARD_" + setting] = value;
        }

        return start;
    }

    /// <summary>Runs it over some lines, to its end.</summary>
    public static async Task<(int Code, string Output, string Errors)> Run(Folder folder, string input, params string[] args)
    {
        using var program = Start(folder, new Dictionary<string, string> { ["Health__On"] = "false" }, args);
        await program.Type(input);
        program.EndInput();
        var code = await program.End();
        return (code, program.Output, program.Errors);
    }

    /// <summary>Types something.</summary>
    public async Task Type(string text)
    {
        try
        {
            await process.StandardInput.WriteAsync(text);
            await process.StandardInput.FlushAsync();
        }
        catch (IOException)
        {
            // It ended without reading: its exit code tells why.
        }
    }

    /// <summary>Nothing more will be typed.</summary>
    public void EndInput() => process.StandardInput.Close();

    /// <summary>Waits until standard output holds something.</summary>
    public Task<string> Shows(string pattern) => output.Holds(pattern).WaitAsync(LongEnough);

    /// <summary>Waits until standard error holds something.</summary>
    public Task<string> Tells(string pattern) => errors.Holds(pattern).WaitAsync(LongEnough);

    /// <summary>Asks it to stop, as the system does.</summary>
    public Task Terminate() => Signal("TERM");

    /// <summary>Ends it at once, as a power cut does.</summary>
    public Task<int> Kill()
    {
        process.Kill();
        return End();
    }

    /// <summary>Lets it do nothing more until it is let go on; returns when all its threads have stopped. Only Linux tells.</summary>
    public async Task Freeze()
    {
        await Signal("STOP");
        var threads = $"/proc/{process.Id}/task";
        var end = Stopwatch.StartNew();
        while (!Directory.GetDirectories(threads).All(IsStopped))
        {
            Assert.True(end.Elapsed < LongEnough, "It does not stop.");
            await Task.Yield();
        }
    }

    /// <summary>Lets it go on.</summary>
    public Task GoOn() => Signal("CONT");

    /// <summary>Waits until it has ended, and returns its exit code.</summary>
    public async Task<int> End()
    {
        await process.WaitForExitAsync().WaitAsync(LongEnough);
        await reading.WaitAsync(LongEnough);
        return process.ExitCode;
    }

    public void Dispose()
    {
        if (!process.HasExited)
        {
            process.Kill();
        }

        process.Dispose();
    }

    private async Task Signal(string name)
    {
        using var kill = Process.Start("kill", [$"-{name}", process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync();
    }

    // The state stands after the name, which may hold anything but ends with the last parenthesis.
    private static bool IsStopped(string thread)
    {
        try
        {
            var status = File.ReadAllText(Path.Combine(thread, "stat"));
            return status[status.LastIndexOf(')') + 2] is 'T' or 't';
        }
        catch (IOException)
        {
            // It has ended meanwhile.
            return true;
        }
    }
}
