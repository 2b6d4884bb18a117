using System.Runtime.CompilerServices;

namespace Bot.Core.Tests.House;

/// <summary>The project's own files, for the tests that read the code.</summary>
internal static class Source
{
    /// <summary>The root of the checkout.</summary>
    public static string Root { get; } = Path.GetFullPath(Path.Combine(Here(), "../../.."));

    /// <summary>The C# files of a folder, by their path from the root.</summary>
    public static IEnumerable<(string Path, string Text)> CSharp(string folder) =>
        Directory.EnumerateFiles(Path.Combine(Root, folder), "*.cs", SearchOption.AllDirectories)
            .Select(file => (Path.GetRelativePath(Root, file).Replace('\\', '/'), file))
            .Where(file => !file.Item1.Split('/').Any(part => part is "bin" or "obj"))
            .OrderBy(file => file.Item1, StringComparer.Ordinal)
            .Select(file => (file.Item1, File.ReadAllText(file.file)));

    private static string Here([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;
}
