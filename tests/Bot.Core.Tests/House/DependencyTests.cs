using System.Text.RegularExpressions;

namespace Bot.Core.Tests.House;

/// <summary>Who may name whom: slices do not know each other, and the kernel knows none of them.</summary>
public sealed partial class DependencyTests
{
    private const string Core = "src/Bot.Core";

    private static readonly string[] Kernel = ["Chat", "Turns", "Commands", "Texts", "Memory", "Facts", "Jobs", "Language"];

    private static readonly string[] Slices = [.. Directory.GetDirectories(Path.Combine(Source.Root, Core))
        .Select(folder => Path.GetFileName(folder))
        .Except([.. Kernel, "bin", "obj"])];

    private static readonly Dictionary<string, Regex> Naming = Slices.ToDictionary(slice => slice, NamingOf, StringComparer.Ordinal);

    [Fact]
    public void There_are_slices_and_a_kernel()
    {
        Assert.Contains("Actions", Slices);
        Assert.All(Kernel, folder => Assert.True(Directory.Exists(Path.Combine(Source.Root, Core, folder)), folder));
    }

    [Fact]
    public void No_slice_names_another_and_the_kernel_names_none()
    {
        var found = from file in Source.CSharp(Core)
                    let folder = file.Path.Split('/')[2]
                    from slice in Slices
                    where slice != folder && Names(file.Text, slice)
                    select $"{file.Path} names {slice}";
        Assert.Empty(found);
    }

    [Fact]
    public void A_name_is_noticed_in_a_using_and_in_an_expression()
    {
        Assert.True(Names("using Bot.Core.Actions;", "Actions"));
        Assert.True(Names("var free = Actions.CoopAction.Free;", "Actions"));
        Assert.False(Names("turn.Actions(); // Actions are free.", "Actions"));
    }

    [Fact]
    public void Adapters_name_only_the_seam_they_implement()
    {
        var chat = from folder in new[] { "src/Adapters/Terminal", "src/Adapters/Telegram", "src/Adapters/Matrix" }
                   from file in Source.CSharp(folder)
                   from name in CoreNames().Matches(file.Text).Select(match => match.Groups["name"].Value)
                   where name != "Chat"
                   select $"{file.Path} names {name}";
        var stores = from folder in new[] { "src/Adapters/Sqlite", "src/Adapters/InMemory" }
                     from file in Source.CSharp(folder)
                     from name in CoreNames().Matches(file.Text).Select(match => match.Groups["name"].Value)
                     where name is not ("Chat" or "Memory")
                     select $"{file.Path} names {name}";
        Assert.Empty(chat.Concat(stores));
    }

    [Fact]
    public void The_core_names_no_platform_and_no_store()
    {
        var found = from file in Source.CSharp(Core)
                    from name in new[] { "Sqlite", "Telegram", "Matrix" }
                    from line in file.Text.Split('\n')
                    where !line.TrimStart().StartsWith("//", StringComparison.Ordinal) && line.Contains(name, StringComparison.Ordinal)
                    select $"{file.Path} names {name}: {line.Trim()}";
        Assert.Empty(found);
    }

    private static bool Names(string text, string slice) =>
        text.Split('\n').Any(line => !line.TrimStart().StartsWith("//", StringComparison.Ordinal) && Naming[slice].IsMatch(line));

    // « Hours.From » may as well be a property: a slice is named with a type of its own, and each stands in a file of its name.
    private static Regex NamingOf(string slice)
    {
        var types = string.Join('|', Directory.GetFiles(Path.Combine(Source.Root, Core, slice), "*.cs").Select(file => Path.GetFileName(file).Split('.')[0]));
        return new Regex($@"(using Bot\.Core\.{slice}\b|(?<![.\w]){slice}\.({types})\b)", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1));
    }

    [GeneratedRegex(@"using Bot\.Core\.(?<name>\w+)", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex CoreNames();
}
