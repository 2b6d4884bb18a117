namespace Bot.Host.Tests;

/// <summary>What whoever starts the program is told when it cannot be as they wish, and by check.</summary>
public sealed class StartTests : IDisposable
{
    private readonly Folder folder = new();

    [Theory]
    [InlineData("Zone", "Europe/Pariss", "Zone: there is no time zone \"Europe/Pariss\". Write it as Europe/Paris or America/Montreal.")]
    [InlineData("Zone", "paris", "Zone: there is no time zone \"paris\". Perhaps Europe/Paris?")]
    [InlineData("Language", "klingon", "Language: the bot does not speak \"klingon\". It speaks fr (français), en (English).")]
    [InlineData("Terminal", "perhaps", "Terminal: \"perhaps\" should be true or false.")]
    public async Task A_wrong_setting_is_a_sentence(string setting, string value, string sentence)
    {
        folder.Write("appsettings.json", $$"""{ "{{setting}}": "{{value}}" }""");
        var (code, output, errors) = await RunningProgram.Run(folder, "/libres\n", "--data", "memory");
        Assert.Equal((2, "", sentence + "\n"), (code, output, errors));
        Assert.False(Directory.Exists(Path.Combine(folder.Path, "memory")));
    }

    [Fact]
    public async Task A_file_is_no_folder()
    {
        var file = folder.Write("memory", "");
        var (code, output, errors) = await RunningProgram.Run(folder, "/libres\n", "--data", "memory");
        Assert.Equal((2, "", $"Data: {file} is a file. Give a folder: the bot makes its files in it.\n"), (code, output, errors));
    }

    [Fact]
    public async Task A_memory_that_is_none_is_refused_by_the_store()
    {
        folder.Write("babillard.db", "");
        var (code, output, errors) = await RunningProgram.Run(folder, "/libres\n", "--data", ".");
        Assert.Equal((2, ""), (code, output));
        Assert.StartsWith($"The file {Path.Combine(folder.Path, "babillard.db")} is empty", errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{ \"Zone\": ")]
    [InlineData("[]")]
    public async Task A_configuration_that_cannot_be_read_is_named(string json)
    {
        var file = folder.Write("appsettings.json", json);
        var (code, _, errors) = await RunningProgram.Run(folder, "", "check");
        Assert.Equal(2, code);
        Assert.StartsWith($"The configuration in {file} cannot be read: ", errors, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--bogus")]
    [InlineData("tourner")]
    [InlineData("check", "--config")]
    public async Task A_wrong_command_line_is_refused(params string[] args) =>
        Assert.Equal(2, (await RunningProgram.Run(folder, "", args)).Code);

    [Fact]
    public async Task Check_says_how_the_bot_would_run_and_makes_nothing()
    {
        var (code, output, errors) = await RunningProgram.Run(folder, "", "check", "--data", "memory");
        Assert.Equal((0, ""), (code, errors));
        Assert.Equal(
            $"""
            No configuration file is read.
            People are heard on: terminal.
            The memory is {Path.Combine(folder.Path, "memory", "babillard.db")}, which will be made.
            A new coop speaks français and lives in the time zone Europe/Paris.
            There is no health page.

            """,
            output);
        Assert.False(Directory.Exists(Path.Combine(folder.Path, "memory")));
    }

    [Fact]
    public async Task The_example_of_a_configuration_is_sound_and_says_what_holds_anyway()
    {
        using var program = RunningProgram.Start(
            folder, new Dictionary<string, string>(), "check", "--config", Path.Combine(AppContext.BaseDirectory, "appsettings.example.json"));
        using var bare = RunningProgram.Start(folder, new Dictionary<string, string>(), "check");
        Assert.Equal((0, 0), (await program.End(), await bare.End()));
        Assert.Equal("", program.Errors);
        Assert.DoesNotContain("ignored", program.Output, StringComparison.Ordinal);
        Assert.Equal(bare.Output.Split('\n')[1..], program.Output.Split('\n')[1..]);
    }

    [Fact]
    public async Task The_environment_wins_over_a_file_and_the_command_line_over_both()
    {
        folder.Write("appsettings.json", """{ "Language": "en", "Zone": "Europe/Paris", "Data": "file", /* a comment */ "Langauge": "en", }""");
        var environment = new Dictionary<string, string> { ["Zone"] = "America/Montreal", ["Data"] = "environment", ["Health__Prot"] = "1" };
        using var program = RunningProgram.Start(folder, environment, "check", "--data", "line");
        Assert.Equal(0, await program.End());
        Assert.Contains("speaks English and lives in the time zone America/Montreal.", program.Output, StringComparison.Ordinal);
        Assert.Contains($"The memory is {Path.Combine(folder.Path, "line", "babillard.db")}", program.Output, StringComparison.Ordinal);
        Assert.Contains("Langauge is not a setting of the bot; it is ignored.", program.Output, StringComparison.Ordinal);
        Assert.Contains("Health:Prot is not a setting of the bot; it is ignored.", program.Output, StringComparison.Ordinal);
        Assert.Contains("http://127.0.0.1:8086/healthz", program.Output, StringComparison.Ordinal);
    }

    // systemd and the container image name the folder; a file in it is one setting.
    [Fact]
    public async Task A_secret_is_a_file_named_after_its_setting_and_the_environment_wins_over_it()
    {
        folder.Write("appsettings.json", """{ "Language": "fr", "Health": { "Port": 1 } }""");
        using var secrets = new Folder();
        secrets.Write("Language", "en\n");
        secrets.Write("Health__Port", "8090");
        using var program = RunningProgram.StartUnder(new Dictionary<string, string> { ["CREDENTIALS_DIRECTORY"] = secrets.Path, ["BABILLARD_Health__On"] = "true" }, folder, "check");
        Assert.Equal(0, await program.End());
        Assert.Contains("A new coop speaks English", program.Output, StringComparison.Ordinal);
        Assert.Contains(":8090/healthz", program.Output, StringComparison.Ordinal);

        using var other = RunningProgram.StartUnder(
            new Dictionary<string, string> { ["CREDENTIALS_DIRECTORY"] = secrets.Path, ["BABILLARD_Language"] = "fr" }, folder, "check");
        Assert.Equal(0, await other.End());
        Assert.Contains("A new coop speaks français", other.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_folder_of_secrets_that_is_not_there_is_no_matter()
    {
        using var program = RunningProgram.StartUnder(
            new Dictionary<string, string> { ["CREDENTIALS_DIRECTORY"] = Path.Combine(folder.Path, "none") }, folder, "check");
        Assert.Equal(0, await program.End());
    }

    public void Dispose() => folder.Dispose();
}
