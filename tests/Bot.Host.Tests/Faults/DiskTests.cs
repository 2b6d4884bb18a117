using Bot.Adapters.Sqlite;

namespace Bot.Host.Tests.Faults;

/// <summary>What whoever runs the program is told when its memory is not as it left it, and that it is then left as it is.</summary>
public sealed class DiskTests : IDisposable
{
    private const int PageSize = 4096;
    private readonly Folder folder = new();

    private string File => Memory.FileIn(folder);

    [Fact]
    public async Task A_damaged_beginning_is_told_and_left()
    {
        await Fill(1);
        Overwrite(0, new byte[100]);
        await AssertRefused($"The file {File} is not a memory of this bot, or its beginning is damaged. It was left as it is. "
            + "Give another path, or put a backup in its place.");
    }

    [Fact]
    public async Task An_empty_file_is_told_and_left()
    {
        await Fill(1);
        await System.IO.File.WriteAllBytesAsync(File, []);
        await AssertRefused($"The file {File} is empty: what it held is lost, or it was made by mistake. "
            + "Put a backup in its place, or remove it to begin anew.");
    }

    [Fact]
    public async Task A_deleted_log_is_told_and_the_file_can_be_accepted_as_it_is()
    {
        await Fill(1);
        await FillAndKill(2, 100);
        System.IO.File.Delete(File + "-wal");
        System.IO.File.Delete(File + "-shm");

        // The witness is written at once when the bot starts, then hourly: what it knows of stood in the log.
        var errors = await AssertRefused("Its -wal file was deleted, or an older copy was put back.");
        Assert.EndsWith($"Put back what is missing; or, to go on with this older copy, remove {File}.seq.\n", errors, StringComparison.Ordinal);
        System.IO.File.Delete(File + ".seq");
        Assert.Equal(0, (await Run("")).Code);
        Assert.Equal([1], await Memory.KeptIn(File));
    }

    [Fact]
    public async Task An_older_copy_put_back_is_told_and_left()
    {
        await Fill(1);
        var older = await System.IO.File.ReadAllBytesAsync(File);
        await Fill(2);
        await System.IO.File.WriteAllBytesAsync(File, older);
        await AssertRefused($"The file {File} is older than it was: it holds ");
    }

    [Fact]
    public async Task A_newer_form_is_told_and_left()
    {
        await Fill(1);
        using (var database = Database.OpenWriter(File))
        {
            database.Script("PRAGMA user_version=99");
        }

        await AssertRefused($"The file {File} was written by a newer version of the bot (form 99; this one knows {Migrations.All.Count}). "
            + "Start that version, or put a backup from before in its place.");
    }

    [Fact]
    public async Task A_damaged_page_is_told_after_an_unclean_stop_and_left()
    {
        await Fill(1);
        await FillAndKill(2, 20);
        Blank("cursor");
        await AssertRefused($"The bot was not stopped cleanly, and the file {File} is damaged (");
    }

    [Fact]
    public async Task A_damaged_page_that_is_met_at_work_stops_the_program_with_a_sentence_and_nothing_more_is_written()
    {
        await Fill(1);
        Blank("inbox");
        var before = Bytes();
        var (code, output, errors) = await Run(Memory.Commands(2, 1));
        Assert.Equal((3, ""), (code, output));
        Assert.Contains($"The file {File} can no longer be trusted (", errors, StringComparison.Ordinal);
        Assert.EndsWith("so the bot writes nothing more. Stop it, check the disk, and put the newest backup back.\n", errors, StringComparison.Ordinal);
        Assert.Equal(before[PageSize..], Bytes()[PageSize..before.Length]);
    }

    [Fact]
    public async Task A_file_that_may_not_be_written_to_is_told_and_left()
    {
        await Fill(1);

        // A program that knows only older forms of SQLite's files must treat this one as read-only, whoever runs it.
        Overwrite(18, [3]);
        await AssertRefused($"The file {File} cannot be written to (");
    }

    [Fact]
    public async Task A_second_program_is_told_and_the_first_goes_on()
    {
        using var first = RunningProgram.Start(folder, new Dictionary<string, string> { ["Health__On"] = "false" }, "--data", "memory");
        await first.Type(Memory.Commands(1, 1));
        await first.Shows(@"«\sn1\s»");
        var (code, output, errors) = await Run(Memory.Commands(2, 1));
        Assert.Equal((2, ""), (code, output));
        Assert.Equal($"The file {File} is in use by another bot that is still running. Stop that one first, or give this one a file of its own.\n", errors);
        await first.Type(Memory.Commands(3, 1));
        await first.Shows(@"«\sn3\s»");
        first.EndInput();
        Assert.Equal(0, await first.End());
        Assert.Equal([1, 3], await Memory.KeptIn(File));
    }

    public void Dispose() => folder.Dispose();

    private Task<(int Code, string Output, string Errors)> Run(string input) => RunningProgram.Run(folder, input, "--data", "memory");

    private async Task Fill(int number) => Assert.Equal(0, (await Run(Memory.Commands(number, 1))).Code);

    private async Task FillAndKill(int first, int count)
    {
        using var program = RunningProgram.Start(folder, new Dictionary<string, string> { ["Health__On"] = "false" }, "--data", "memory");
        await program.Type(Memory.Commands(first, count));
        await program.Shows($@"«\sn{first + count - 1}\s»");
        await program.Kill();
    }

    private async Task<string> AssertRefused(string sentence)
    {
        var before = Bytes();
        var (code, output, errors) = await Run(Memory.Commands(1000, 1));
        Assert.Equal((2, ""), (code, output));
        Assert.Contains(sentence, errors, StringComparison.Ordinal);
        Assert.Single(errors.Split('\n', StringSplitOptions.RemoveEmptyEntries));
        Assert.Equal(before, Bytes());
        return errors;
    }

    private byte[] Bytes() => System.IO.File.ReadAllBytes(File);

    private void Blank(string name)
    {
        long page;
        using (var database = Database.OpenWriter(File))
        {
            database.LeaveLogAlone();
            page = database.Number($"SELECT rootpage FROM sqlite_schema WHERE name = '{name}' OR (tbl_name = '{name}' AND type = 'table')");
        }

        Overwrite((page - 1) * PageSize, new byte[PageSize]);
    }

    private void Overwrite(long at, byte[] bytes)
    {
        using var file = System.IO.File.OpenWrite(File);
        file.Seek(at, SeekOrigin.Begin);
        file.Write(bytes);
    }
}
