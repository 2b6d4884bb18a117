namespace Bot.Host;

/// <summary>
/// Where settings come from. The later wins: appsettings.json beside the program, appsettings.json in the current folder (or only
/// the file that was named), secrets, environment variables that begin with BABILLARD_, the command line. A secret is a file that
/// holds one setting and is named after it, in the folder that CREDENTIALS_DIRECTORY names: systemd says it for LoadCredential=,
/// the container image for the secrets that Docker hands over.
/// </summary>
internal static class Configuration
{
    private const string FileName = "appsettings.json";

    /// <summary>The files that are read, in order.</summary>
    /// <param name="named">The file named on the command line, if any.</param>
    /// <exception cref="RefusedException">The named file is missing.</exception>
    public static IReadOnlyList<string> Files(string? named)
    {
        if (named is not null)
        {
            var full = Path.GetFullPath(named);
            return File.Exists(full) ? [full] : throw new RefusedException($"There is no file {full} to read the configuration from.");
        }

        return
        [
            .. new[] { AppContext.BaseDirectory, Environment.CurrentDirectory }
                .Select(folder => Path.Combine(Path.GetFullPath(folder), FileName))
                .Distinct(StringComparer.Ordinal)
                .Where(File.Exists),
        ];
    }

    /// <summary>Reads all of it.</summary>
    /// <param name="files">The files, in order.</param>
    /// <param name="commandLine">What the command line settles.</param>
    /// <exception cref="RefusedException">A file cannot be read.</exception>
    public static IConfiguration Read(IEnumerable<string> files, IReadOnlyDictionary<string, string?> commandLine)
    {
        var builder = new ConfigurationBuilder();
        foreach (var file in files)
        {
            builder.AddInMemoryCollection(ReadFile(file));
        }

        if (Environment.GetEnvironmentVariable("CREDENTIALS_DIRECTORY") is { Length: > 0 } folder && Directory.Exists(folder))
        {
            builder.AddInMemoryCollection(ReadSecrets(folder));
        }

        return builder.AddEnvironmentVariables("BABILLARD_").AddInMemoryCollection(commandLine).Build();
    }

    private static IEnumerable<KeyValuePair<string, string?>> ReadSecrets(string folder)
    {
        try
        {
            return [.. new ConfigurationBuilder().AddKeyPerFile(folder).Build().AsEnumerable()];
        }
        catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException)
        {
            throw new RefusedException($"A secret in {folder} cannot be read: {wrong.Message}");
        }
    }

    private static IEnumerable<KeyValuePair<string, string?>> ReadFile(string file)
    {
        try
        {
            using var stream = File.OpenRead(file);
            return [.. new ConfigurationBuilder().AddJsonStream(stream).Build().AsEnumerable()];
        }
        catch (Exception wrong) when (wrong is FormatException or InvalidDataException or IOException or UnauthorizedAccessException or System.Text.Json.JsonException)
        {
            throw new RefusedException($"The configuration in {file} cannot be read: {wrong.GetBaseException().Message}");
        }
    }
}
