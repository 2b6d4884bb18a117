namespace Bot.Adapters.Tests.Stores;

/// <summary>A folder of its own for one test's file.</summary>
internal sealed class StoreFolder : IDisposable
{
    private readonly string path = Directory.CreateTempSubdirectory("store-").FullName;

    /// <summary>The path of the store's file.</summary>
    public string File => Path.Combine(path, "coops.db");

    /// <summary>What lies in the folder.</summary>
    public string[] Names => [.. Directory.GetFiles(path).Select(name => Path.GetFileName(name)).Order(StringComparer.Ordinal)];

    /// <summary>The path of a file beside the store's.</summary>
    public string Beside(string ending) => File + ending;

    /// <summary>A copy of what is on the disk now, while the store runs: what its next run would find if it were killed here.</summary>
    public StoreFolder AsAfterKill()
    {
        var copy = new StoreFolder();
        foreach (var ending in new[] { "", "-wal", ".seq" }.Where(ending => System.IO.File.Exists(Beside(ending))))
        {
            System.IO.File.Copy(Beside(ending), copy.Beside(ending));
        }

        return copy;
    }

    public void Dispose() => Directory.Delete(path, recursive: true);
}
