namespace Bot.Host.Tests;

/// <summary>What the coops noted is written into a folder, as the program is started.</summary>
public sealed class ExportTests : IDisposable
{
    private readonly Folder folder = new();

    [Fact]
    public async Task All_that_can_be_taken_elsewhere_is_written_and_nothing_is_written_over()
    {
        await RunningProgram.Run(folder, "Lina> /heures 2h30 jardinage hier\n", "--data", "memory");
        var (code, output, _) = await RunningProgram.Run(folder, "", "export", "saturday", "--data", "memory");
        var into = Path.Combine(folder.Path, "saturday");
        Assert.Equal(0, code);
        Assert.EndsWith($"files of 1 coops were written to {into}.\n", output, StringComparison.Ordinal);
        Assert.Contains("jardinage", await File.ReadAllTextAsync(Path.Combine(into, "heures.csv")), StringComparison.Ordinal);
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(into));
        }

        var again = await RunningProgram.Run(folder, "", "export", "saturday", "--data", "memory");
        Assert.Equal(2, again.Code);
        Assert.Contains("There is something in", again.Errors, StringComparison.Ordinal);
    }

    public void Dispose() => folder.Dispose();
}
