using System.Globalization;
using System.Text.Json;

namespace Bot.Core.Tests.House;

/// <summary>What can rot in the container, the compose file and the unit while nobody starts them: they agree with the code and with each other.</summary>
public sealed class PackagingTests
{
    [Fact]
    public void The_images_are_of_the_version_the_project_is_built_with()
    {
        using var global = JsonDocument.Parse(Documents.Read("global.json"));
        var sdk = global.RootElement.GetProperty("sdk").GetProperty("version").GetString()!.Split('.');
        var image = Packaging.Find(Packaging.Dockerfile, "^ARG DOTNET=(?<it>.+)$");
        Assert.Equal($"{sdk[0]}.{sdk[1]}", image);
        Assert.Equal($"net{image}", Packaging.Find("Directory.Build.props", "<TargetFramework>(?<it>.+)</TargetFramework>"));
        Assert.All(From(), line => Assert.Contains("/dotnet/", line, StringComparison.Ordinal));
        Assert.All(From(), line => Assert.Contains(":${DOTNET}", line, StringComparison.Ordinal));
    }

    [Fact]
    public void All_that_the_build_needs_goes_into_it_and_nothing_else()
    {
        var allowed = Packaging.Lines(Packaging.Ignored).Where(line => line.StartsWith('!')).Select(line => line[1..]).ToList();
        Assert.Equal("*", Packaging.Lines(Packaging.Ignored).First());
        Assert.All(allowed, path => Assert.True(Path.Exists(Path.Combine(Source.Root, path)), path));
        Assert.Contains("src", allowed);

        // MSBuild and the SDK look for these by themselves; the first names others.
        var props = Directory.EnumerateFiles(Source.Root, "Directory.*").Append("global.json").Select(path => Path.GetFileName(path));
        var named = Packaging.Find("Directory.Build.props", @"MSBuildThisFileDirectory\)(?<it>[\w.]+)");
        Assert.Empty(props.Append(named).Except(allowed, StringComparer.Ordinal));
    }

    [Fact]
    public void What_is_published_is_the_program()
    {
        var project = Packaging.Find(Packaging.Dockerfile, "dotnet publish (?<it>\\S+) ");
        Assert.Equal(project, Packaging.Find(Packaging.Dockerfile, "dotnet restore (?<it>\\S+) "));
        var program = Path.GetFileName(project);
        Assert.True(File.Exists(Path.Combine(Source.Root, project, $"{program}.csproj")));
        Assert.EndsWith($"/{program}", Packaging.Find(Packaging.Unit, "^ExecStart=(?<it>.+)$"), StringComparison.Ordinal);

        var link = Packaging.Find(Packaging.Dockerfile, $"ln -s {program} /image(?<it>\\S+)");
        Assert.Equal($"[\"{link}\"]", Packaging.Find(Packaging.Dockerfile, "^ENTRYPOINT (?<it>.+)$"));
        var asks = JsonSerializer.Deserialize<string[]>(Packaging.Find(Packaging.Dockerfile, "^HEALTHCHECK .*CMD (?<it>.+)$"))!;
        Assert.Equal(link, asks[0]);
        Assert.Contains($"new Command(\"{asks[1]}\"", Documents.Read("src/Bot.Host/CommandLine.cs"), StringComparison.Ordinal);
    }

    [Fact]
    public void The_memory_is_on_a_volume_that_its_user_can_write_to_and_nothing_else_is_written()
    {
        var data = Packaging.Find(Packaging.Dockerfile, "BABILLARD_Data=(?<it>\\S+)");
        var user = Packaging.Find(Packaging.Dockerfile, "^USER (?<it>.+)$");
        Assert.Equal(data, Packaging.Find(Packaging.Dockerfile, "^VOLUME (?<it>.+)$"));
        Assert.Equal(data, Packaging.Find(Packaging.Dockerfile, $"COPY .*--chown={user}:{user} \\S+ (?<it>.+)$"));
        Assert.NotEqual(0, int.Parse(user, CultureInfo.InvariantCulture));

        var volume = Packaging.Find(Packaging.Compose, $"^ +- (?<it>\\w+):{data}$");
        Assert.EndsWith($"\nvolumes:\n  {volume}:\n", Documents.Read(Packaging.Compose), StringComparison.Ordinal);
        Assert.Contains("read_only: true", Packaging.Lines(Packaging.Compose));
    }

    [Fact]
    public void The_container_has_no_rights_it_does_not_need_and_shows_nothing_to_the_network()
    {
        var lines = Packaging.Lines(Packaging.Compose).ToList();
        Assert.Equal("- ALL", lines[lines.IndexOf("cap_drop:") + 1]);
        Assert.Contains("- no-new-privileges:true", lines);
        Assert.DoesNotContain(lines, line => line.StartsWith("privileged", StringComparison.Ordinal) || line.StartsWith("network_mode", StringComparison.Ordinal) || line.StartsWith("cap_add", StringComparison.Ordinal));
        Assert.All(Below(lines, "ports:"), port => Assert.StartsWith("- \"127.0.0.1:", port, StringComparison.Ordinal));
    }

    [Fact]
    public void The_unit_gives_the_memory_a_folder_of_its_own()
    {
        var folder = Packaging.Find(Packaging.Unit, "^StateDirectory=(?<it>.+)$");
        Assert.Equal($"%S/{folder}", Packaging.Find(Packaging.Unit, "^Environment=BABILLARD_Data=(?<it>.+)$"));
        Assert.Equal($"%E/{Packaging.Find(Packaging.Unit, "^ConfigurationDirectory=(?<it>.+)$")}", Packaging.Find(Packaging.Unit, "^WorkingDirectory=(?<it>.+)$"));
        Assert.Equal("strict", Packaging.Find(Packaging.Unit, "^ProtectSystem=(?<it>.+)$"));
    }

    [Fact]
    public void Both_wait_longer_than_the_bot_takes_to_stop_and_the_unit_knows_a_refused_start()
    {
        var seconds = int.Parse(Packaging.Find("src/Bot.Host/CommandLine.cs", @"MostStopping = TimeSpan\.FromSeconds\((?<it>\d+)\)"), CultureInfo.InvariantCulture);
        Assert.True(seconds < int.Parse(Packaging.Find(Packaging.Compose, "stop_grace_period: (?<it>\\d+)s$"), CultureInfo.InvariantCulture));
        Assert.True(seconds < int.Parse(Packaging.Find(Packaging.Unit, "^TimeoutStopSec=(?<it>\\d+)s$"), CultureInfo.InvariantCulture));
        Assert.Equal(Packaging.Find("src/Bot.Host/ExitCode.cs", @"Refused = (?<it>\d+);"), Packaging.Find(Packaging.Unit, "^RestartPreventExitStatus=(?<it>.+)$"));
    }

    [Fact]
    public void Each_choice_of_the_unit_says_why()
    {
        var blocks = Documents.Read(Packaging.Unit).Split("\n\n").Skip(1).Select(block => block.Trim().Split('\n').SkipWhile(line => line.StartsWith('[')).ToList());
        var bare = blocks.Where(block => !block[0].StartsWith('#')).Select(block => block[0]);
        Assert.Equal(["Description=Babillard, the memory of a cooperative", "WantedBy=multi-user.target"], bare);
    }

    private static IEnumerable<string> From() => Packaging.Lines(Packaging.Dockerfile).Where(line => line.StartsWith("FROM ", StringComparison.Ordinal));

    private static IEnumerable<string> Below(List<string> lines, string head) =>
        lines.Contains(head) ? lines.Skip(lines.IndexOf(head) + 1).TakeWhile(line => line.StartsWith('-')) : [];
}
