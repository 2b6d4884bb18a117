using System.Globalization;
using System.Text.Json;

namespace Bench;

/// <summary>What is measured in a process of its own: alone, and where it matters with slow flushes.</summary>
internal static class Measures
{
    /// <summary>The first word of such a process.</summary>
    public const string Command = "measure";

    /// <summary>Its last word when fewer and shorter rounds will do.</summary>
    public const string Quick = "quick";

    /// <summary>Measures, and prints the figures as one line of JSON.</summary>
    /// <param name="measure">What.</param>
    /// <param name="folder">Where it may write.</param>
    /// <param name="isQuick">Whether fewer and shorter rounds will do.</param>
    public static async Task<int> Run(string measure, string folder, bool isQuick)
    {
        var figures = measure switch
        {
            nameof(TurnRounds) => await TurnRounds.Run(folder, isQuick),
            nameof(GrowthRounds) => await GrowthRounds.Run(folder, isQuick),
            nameof(Memory) => await Memory.Run(folder),
            nameof(Memory) + nameof(Memory.Found) => await Memory.Found(folder),
            nameof(BigCoop) => await BigCoop.Found(folder),
            _ => throw new ArgumentException($"Nothing is called {measure}.", nameof(measure)),
        };
        Console.WriteLine(JsonSerializer.Serialize(figures));
        return 0;
    }

    /// <summary>Prints a remark that is no figure.</summary>
    public static void Remark(string text) => Console.Error.WriteLine(text);

    /// <summary>A number as it is printed everywhere.</summary>
    public static string Text(this double number, string format) => number.ToString(format, CultureInfo.InvariantCulture);
}
