namespace Bot.Core.Texts;

/// <summary>A value that lists words, separated by commas.</summary>
internal static class CommaList
{
    public static string[] Read(string value) =>
        value.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
