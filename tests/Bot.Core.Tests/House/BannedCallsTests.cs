namespace Bot.Core.Tests.House;

/// <summary>Time and chance are handed in: only Bot.Host, and the benchmark beside the bot, name the system's clock. The compiler says so; this says that it was asked to.</summary>
public sealed class BannedCallsTests
{
    [Fact]
    public void No_project_but_the_host_and_the_benchmark_is_left_out()
    {
        var props = File.ReadAllText(Path.Combine(Source.Root, "Directory.Build.props"));
        Assert.Contains(
            """<ItemGroup Condition="'$(MSBuildProjectName)' != 'Bot.Host' and '$(MSBuildProjectName)' != 'Bench'">""", props, StringComparison.Ordinal);
        Assert.DoesNotContain(
            Directory.EnumerateFiles(Source.Root, "*.csproj", SearchOption.AllDirectories),
            project => File.ReadAllText(project).Contains("RS0030", StringComparison.Ordinal));
    }

    [Fact]
    public void Nobody_silences_the_ban()
    {
        var found = from folder in new[] { "src", "tests" }
                    from file in Source.CSharp(folder)
                    where !file.Path.EndsWith("BannedCallsTests.cs", StringComparison.Ordinal) && file.Text.Contains("RS0030", StringComparison.Ordinal)
                    select file.Path;
        Assert.Empty(found);
    }

    [Fact]
    public void Even_the_host_names_the_clock_in_one_place()
    {
        var found = from file in Source.CSharp("src/Bot.Host")
                    where file.Text.Contains("TimeProvider.System", StringComparison.Ordinal)
                        || file.Text.Contains("RandomNumberGenerator", StringComparison.Ordinal)
                    select file.Path;
        Assert.Equal(["src/Bot.Host/WallClock.cs"], found);
    }
}
