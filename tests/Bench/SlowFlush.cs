namespace Bench;

/// <summary>A small library that delays each flush by 2 ms, as the disk of an ordinary server does.</summary>
internal static class SlowFlush
{
    /// <summary>How long each flush is delayed.</summary>
    public const string Microseconds = "2000";

    /// <summary>Compiles it.</summary>
    /// <param name="folder">Where to.</param>
    /// <returns>The library, or null where it cannot be had.</returns>
    public static async Task<string?> Compile(string folder)
    {
        var library = Path.Combine(folder, "slow-flush.so");
        var source = Path.Combine(AppContext.BaseDirectory, "slow-flush.c");
        if (OperatingSystem.IsLinux() && await Child.Run("cc", folder, "-shared", "-fPIC", "-O2", "-o", library, source))
        {
            return library;
        }

        Measures.Remark("There is no C compiler (cc) on this machine, or it is no Linux: what a slow flush does is left out.");
        return null;
    }
}
