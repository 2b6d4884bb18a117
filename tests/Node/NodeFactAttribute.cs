using System.Runtime.CompilerServices;

namespace Bot.Tests;

/// <summary>A test that needs programs of others, written for node. Where they are not there it is left out, and says why.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class NodeFactAttribute : FactAttribute
{
    public NodeFactAttribute()
    {
        if (Clients.WhyNot is { } reason)
        {
            Skip = reason;
        }
    }
}

/// <inheritdoc cref="NodeFactAttribute"/>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class NodeTheoryAttribute : TheoryAttribute
{
    public NodeTheoryAttribute()
    {
        if (Clients.WhyNot is { } reason)
        {
            Skip = reason;
        }
    }
}

/// <summary>The programs of others.</summary>
internal static class Clients
{
    /// <summary>Where they are.</summary>
    public static string Folder { get; } = Path.GetFullPath(Path.Combine(Here(), "../Bot.Adapters.Tests/Telegram/clients"));

    /// <summary>Why they cannot be run here; null when they can.</summary>
    public static string? WhyNot { get; } =
        !(Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, "node"))) ? "There is no node on this machine."
        : !Directory.Exists(Path.Combine(Folder, "node_modules")) ? "Run « npm ci » in tests/Bot.Adapters.Tests/Telegram/clients first."
        : null;

    private static string Here([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;
}
