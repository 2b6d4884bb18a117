using System.CommandLine;
using Bot.Host.Replay;

namespace Bot.Core.Tests.Replay;

public sealed class ReplayCommandTests : IDisposable
{
    private const string Played = "# titre\n% lang fr\n\n@ 2026-11-21 10:00\nSam> /libres\nbot> {0}\nSam>  merci \n--- restart\n";
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("babillard-replay-");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task It_prints_what_is_played_and_what_the_bot_answers_and_nothing_else()
    {
        var (result, output, error) = await Replay(Write("a.fr.chat", string.Format(null, Played, "Rien.")));

        Assert.Equal("@ 2026-11-21 10:00\nSam> /libres\nbot> Aucune action libre.\nSam>  merci \n--- restart\n", output);
        Assert.Equal((0, ""), (result, error));
    }

    [Theory]
    [InlineData("Aucune action libre.", 0)]
    [InlineData("Rien.", 1)]
    public async Task With_check_it_says_what_differs(string expected, int result)
    {
        var file = Write("a.fr.chat", string.Format(null, Played, expected));
        var (code, output, error) = await Replay(file, "--check");

        Assert.Equal(result, code);
        Assert.Contains("bot> Aucune action libre.", output, StringComparison.Ordinal);
        Assert.Equal(result == 0 ? "" : $"{file}:6\n      Sam> /libres\n    − bot> Rien.\n    + bot> Aucune action libre.\n", error);
    }

    [Fact]
    public async Task A_malformed_line_is_named()
    {
        var file = Write("a.fr.chat", "# titre\nSam dit bonjour\n");
        var (code, output, error) = await Replay(file);

        Assert.Equal((2, ""), (code, output));
        Assert.StartsWith($"{file}: line 2: ", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_missing_file_is_named()
    {
        var (code, _, error) = await Replay(Path.Combine(folder.FullName, "b.chat"));

        Assert.Equal(2, code);
        Assert.Contains("b.chat", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Each_file_begins_with_an_empty_memory()
    {
        var file = Write("a.fr.chat", "Sam> /action désherber\n");
        var (_, output, _) = await Replay(file, file);

        Assert.Equal(2, output.Split("(A1)").Length - 1);
    }

    [Fact]
    public async Task With_data_what_was_played_is_remembered_and_time_does_not_go_back()
    {
        var data = Path.Combine(folder.FullName, "data");
        var first = Write("a.fr.chat", "@ 2026-11-21 10:00\nSam> /action désherber\n");
        var second = Write("b.fr.chat", "@ 2026-11-21 10:00\nSam> /libres\n--- Zoé adds the bot to #cantine\n");
        var third = Write("c.fr.chat", "@ 2026-11-21 09:59\nSam> /libres\n");

        Assert.Equal(0, (await Replay(first, "--data", data)).Code);
        var (code, output, _) = await Replay(second, "--data", data);
        Assert.Equal(0, code);
        Assert.Contains("A1 désherber", output, StringComparison.Ordinal);

        var (refused, nothing, why) = await Replay(third, "--data", data);
        Assert.Equal((2, ""), (refused, nothing));
        Assert.Contains("2026-11-21 10:00:00", why, StringComparison.Ordinal);
    }

    private static async Task<(int Code, string Output, string Error)> Replay(params string[] arguments)
    {
        await using var output = new StringWriter { NewLine = "\n" };
        await using var error = new StringWriter { NewLine = "\n" };
        var code = await ReplayCommand.Create().Parse(arguments).InvokeAsync(new InvocationConfiguration { Output = output, Error = error });
        return (code, output.ToString().Replace('\u00A0', ' '), error.ToString().Replace('\u00A0', ' '));
    }

    private string Write(string name, string text)
    {
        var file = Path.Combine(folder.FullName, name);
        File.WriteAllText(file, text);
        return file;
    }
}
