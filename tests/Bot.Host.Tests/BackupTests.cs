namespace Bot.Host.Tests;

/// <summary>The memory is copied while the bot works, and put back as docs/operations.md says.</summary>
public sealed class BackupTests : IDisposable
{
    private readonly Folder folder = new();

    [Fact]
    public async Task A_copy_taken_while_it_runs_holds_what_was_answered_and_can_be_put_back()
    {
        using var program = RunningProgram.Start(folder, new Dictionary<string, string> { ["Health__On"] = "false" }, "--data", "memory");
        await program.Type("Lina> /action jardinage\n");
        await program.Shows("Noté");
        var (code, output, _) = await RunningProgram.Run(folder, "", "backup", "saturday.db", "--data", "memory");
        Assert.Equal(0, code);
        Assert.EndsWith("and the copy is sound.\n", output, StringComparison.Ordinal);
        await program.Type("Sam> /claim jardinage\n");
        await program.Shows("Pris");
        program.EndInput();
        Assert.Equal(0, await program.End());

        // As the manual says: the copy takes the place of the file, and what counted the commits of the later one goes.
        var memory = Path.Combine(folder.Path, "memory", "babillard.db");
        File.Copy(Path.Combine(folder.Path, "saturday.db"), memory, overwrite: true);
        Assert.Equal(2, (await RunningProgram.Run(folder, "", "--data", "memory")).Code);
        File.Delete(memory + ".seq");
        var (_, remembered, _) = await RunningProgram.Run(folder, "Lina> /libres\n", "--data", "memory");
        Assert.Contains("A1 jardinage", remembered, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_copy_is_for_the_bots_own_user_alone()
    {
        await RunningProgram.Run(folder, "Lina> /action jardinage\n", "--data", "memory");
        await RunningProgram.Run(folder, "", "backup", "saturday.db", "--data", "memory");
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Path.Combine(folder.Path, "saturday.db")));
        }
    }

    [Fact]
    public async Task Nothing_is_written_over()
    {
        await RunningProgram.Run(folder, "Lina> /action jardinage\n", "--data", "memory");
        var there = folder.Write("saturday.db", "an older copy");
        var (code, output, errors) = await RunningProgram.Run(folder, "", "backup", "saturday.db", "--data", "memory");
        Assert.Equal((2, "", $"{there} exists already. Give the copy a name of its own.\n"), (code, output, errors));
        Assert.Equal("an older copy", File.ReadAllText(there));
    }

    [Fact]
    public async Task Where_there_is_no_memory_there_is_nothing_to_copy()
    {
        var (code, _, errors) = await RunningProgram.Run(folder, "", "backup", "saturday.db", "--data", "memory");
        Assert.Equal((2, $"There is no file {Path.Combine(folder.Path, "memory", "babillard.db")} to copy.\n"), (code, errors));
        Assert.Empty(Directory.GetFileSystemEntries(folder.Path));
    }

    [Fact]
    public async Task What_is_no_memory_is_not_copied()
    {
        Directory.CreateDirectory(Path.Combine(folder.Path, "memory"));
        folder.Write("memory/babillard.db", "This is a letter, not a memory.");
        var (code, _, errors) = await RunningProgram.Run(folder, "", "backup", "saturday.db", "--data", "memory");
        Assert.Equal(2, code);
        Assert.Contains("cannot be copied", errors, StringComparison.Ordinal);
        Assert.Single(Directory.GetFileSystemEntries(folder.Path));
    }

    public void Dispose() => folder.Dispose();
}
