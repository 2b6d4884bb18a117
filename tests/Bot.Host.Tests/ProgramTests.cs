using System.Net;
using System.Net.Sockets;

namespace Bot.Host.Tests;

/// <summary>The program as people start it.</summary>
public sealed class ProgramTests : IDisposable
{
    private static readonly Dictionary<string, string> AnyPort = new(StringComparer.Ordinal) { ["Health__Port"] = "0" };
    private static readonly Dictionary<string, string> NoPage = new(StringComparer.Ordinal) { ["Health__On"] = "false" };
    private readonly Folder folder = new();

    [Fact]
    public async Task Two_people_are_answered_and_the_next_run_remembers_them()
    {
        var first = await RunningProgram.Run(folder, "Lina> /action jardinage\nSam> /claim jardinage\n", "--data", "memory");
        Assert.Equal(0, first.Code);
        var lines = first.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(2, lines.Length);
        Assert.All(lines, line => Assert.Contains("jardinage", line, StringComparison.Ordinal));
        Assert.Contains("Sam", lines[1], StringComparison.Ordinal);
        Assert.Equal($"A new memory was made: {Path.Combine(folder.Path, "memory", "babillard.db")}\n", first.Errors);

        var second = await RunningProgram.Run(folder, "Lina> /histoire jardinage\n", "run", "--data", "memory");
        Assert.Equal(0, second.Code);
        Assert.Contains("Sam l'a prise", second.Output.Replace('’', '\''), StringComparison.Ordinal);
        Assert.Equal($"Memory: {Path.Combine(folder.Path, "memory", "babillard.db")}\n", second.Errors);
    }

    [Fact]
    public async Task Standard_output_is_the_conversation_and_nothing_else()
    {
        var (code, output, errors) = await RunningProgram.Run(folder, "bonjour\nSam>\n[Oui]\n", "--data", "memory");
        Assert.Equal((0, ""), (code, output));
        Assert.Contains("from Sam", errors, StringComparison.Ordinal);
        Assert.Contains("no button [Oui] that Sam can see", errors, StringComparison.Ordinal);
        Assert.DoesNotContain("\e", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_from_another_system_reads_the_same()
    {
        var (code, output, _) = await RunningProgram.Run(folder, "\uFEFFZoé> /action goûter\r\nZoé> 1\r\n", "--data", "memory");
        Assert.Equal(0, code);
        Assert.Contains("« goûter »", output.Replace('\u00A0', ' ').Replace('\u202F', ' '), StringComparison.Ordinal);
        Assert.Contains("✎ Pris", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_typed_is_nothing_said()
    {
        var (code, output, _) = await RunningProgram.Run(folder, "", "--data", "memory");
        Assert.Equal((0, ""), (code, output));
    }

    [Fact]
    public async Task A_second_bot_on_the_same_memory_is_refused()
    {
        using var first = RunningProgram.Start(folder, NoPage, "--data", "memory");
        await first.Tells("A new memory was made");
        var (code, output, errors) = await RunningProgram.Run(folder, "/libres\n", "--data", "memory");
        Assert.Equal((2, ""), (code, output));
        Assert.Contains("is in use by another bot", errors, StringComparison.Ordinal);
        Assert.Single(errors.Split('\n', StringSplitOptions.RemoveEmptyEntries));

        first.EndInput();
        Assert.Equal(0, await first.End());
    }

    [Fact]
    public async Task Being_stopped_is_a_clean_end_although_somebody_sits_at_the_keyboard()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        using (var program = RunningProgram.Start(folder, AnyPort, "--data", "memory"))
        {
            await program.Type("Lina> /action jardinage\n");
            await program.Shows("jardinage.*\n");
            await program.Terminate();
            Assert.Equal(0, await program.End());
        }

        var (code, output, errors) = await RunningProgram.Run(folder, "Lina> /libres\n", "--data", "memory");
        Assert.Equal(0, code);
        Assert.Contains("jardinage", output, StringComparison.Ordinal);
        Assert.DoesNotContain("not stopped cleanly", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_health_page_tells_that_all_is_well()
    {
        using var program = RunningProgram.Start(folder, AnyPort, "--data", "memory");
        var address = (await program.Tells("http://127.0.0.1:[1-9][0-9]*/healthz\n")).Trim();
        using var browser = new HttpClient();
        using var answer = await browser.GetAsync(new Uri(address));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("""{"status":"ok"}""", await answer.Content.ReadAsStringAsync());
        using var elsewhere = await browser.GetAsync(new Uri(address.Replace("healthz", "", StringComparison.Ordinal)));
        Assert.Equal(HttpStatusCode.NotFound, elsewhere.StatusCode);
        program.EndInput();
        Assert.Equal(0, await program.End());
    }

    [Fact]
    public async Task In_the_terminal_a_busy_port_is_no_reason_to_be_silent()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var port = ((IPEndPoint)other.LocalEndpoint).Port.ToString(System.Globalization.CultureInfo.InvariantCulture);
        using var program = RunningProgram.Start(folder, new Dictionary<string, string> { ["Health__Port"] = port }, "--data", "memory");
        await program.Tells($"The health page cannot have the port {port}.*\n");
        await program.Type("Lina> /action jardinage\n");
        await program.Shows("jardinage");
        program.EndInput();
        Assert.Equal(0, await program.End());
        Assert.DoesNotContain("   at ", program.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_help_is_enough_to_begin()
    {
        var (code, output, _) = await RunningProgram.Run(folder, "", "--help");
        Assert.Equal(0, code);
        Assert.All(
            ["Lina> /action jardinage", "Sam> [Je prends]", "printf", "replay", "check", "--data", "--config", "--terminal", "BABILLARD_"],
            part => Assert.Contains(part, output, StringComparison.Ordinal));
    }

    public void Dispose() => folder.Dispose();
}
