namespace Bench;

/// <summary>What the benchmark is asked to do.</summary>
/// <param name="Json">The file that takes the figures, if any.</param>
/// <param name="IsQuick">Whether fewer and shorter rounds will do, as in CI.</param>
internal sealed record Options(string? Json, bool IsQuick)
{
    /// <summary>Reads the words behind the measure's name.</summary>
    public static bool TryRead(ReadOnlySpan<string> words, out Options options)
    {
        options = new Options(null, IsQuick: false);
        while (!words.IsEmpty)
        {
            switch (words)
            {
                case ["--quick", .. var rest]:
                    options = options with { IsQuick = true };
                    words = rest;
                    break;
                case ["--json", var file, .. var rest]:
                    options = options with { Json = file };
                    words = rest;
                    break;
                default:
                    return false;
            }
        }

        return true;
    }

    /// <summary>Says how it is used.</summary>
    public static int Refuse()
    {
        Console.Error.WriteLine("Usage: Bench turns|language|decisions|agenda|hours|search|telegram|matrix [--json FILE] [--quick]");
        return 2;
    }
}
