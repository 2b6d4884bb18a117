using System.Runtime.CompilerServices;

namespace Bot.EndToEnd.Tests;

/// <summary>A test against a real homeserver, where people use a client of others. Where one of the two is missing it is left out, and says why.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class SynapseFactAttribute : Xunit.FactAttribute
{
    public SynapseFactAttribute() => Skip = FarSides.WhyNot;
}

/// <summary>The same for what is tried with several examples.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class SynapseTheoryAttribute : Xunit.TheoryAttribute
{
    public SynapseTheoryAttribute() => Skip = FarSides.WhyNot;
}

/// <summary>Programs of others, as this machine has them.</summary>
internal static class FarSides
{
    /// <summary>The script that runs the homeserver.</summary>
    public static string Script { get; } = Path.GetFullPath(Path.Combine(Here(), "../servers/synapse.sh"));

    /// <summary>Where the people's client is.</summary>
    public static string Clients { get; } = Path.Combine(Here(), "clients");

    /// <summary>Where the homeserver was unpacked.</summary>
    public static string Folder { get; } = Environment.GetEnvironmentVariable("SYNAPSE") is { Length: > 0 } named ? named
        : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile, Environment.SpecialFolderOption.DoNotVerify), ".cache", "babillard", "synapse");

    /// <summary>Why they cannot be run here; null when they can.</summary>
    public static string? WhyNot { get; } =
        !(Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, "node"))) ? "There is no node on this machine."
        : !Directory.Exists(Path.Combine(Clients, "node_modules")) ? "Run « npm ci » in tests/EndToEnd.Tests/clients first."
        : !File.Exists(Path.Combine(Folder, "root", ".ready")) ? $"Run « tests/servers/synapse.sh get {Folder} » first: there is no homeserver here."
        : null;

    private static string Here([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;
}
