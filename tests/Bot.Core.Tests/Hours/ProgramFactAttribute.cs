namespace Bot.Core.Tests.Hours;

/// <summary>A test that needs a program of others. Where it is not there it is left out, and says why.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class ProgramFactAttribute : FactAttribute
{
    public ProgramFactAttribute(string program) => Skip = Find(program) is null ? $"There is no {program} on this machine." : null;

    /// <summary>Where a program is, if anywhere.</summary>
    public static string? Find(string program) => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        .Select(folder => Path.Combine(folder, program)).FirstOrDefault(File.Exists);
}
