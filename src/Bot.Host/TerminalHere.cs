using System.Text;
using Bot.Adapters.Terminal;

namespace Bot.Host;

/// <summary>The terminal, or the file or program, that this program was started in.</summary>
internal static class TerminalHere
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>Whether somebody sits at the keyboard.</summary>
    public static bool IsInteractive => !Console.IsInputRedirected;

    /// <summary>Chats with whoever is there.</summary>
    /// <param name="boot">The number of this run.</param>
    /// <param name="settled">Completes when all that can be said has been said.</param>
    public static TerminalPlatform Open(long boot, Func<Task> settled)
    {
        if (OperatingSystem.IsWindows())
        {
            Console.OutputEncoding = Utf8;
        }

        // What is piped is UTF-8, whatever the system thinks that a terminal speaks.
        var input = IsInteractive ? Console.In : new StreamReader(Console.OpenStandardInput(), Utf8);
        var output = new StreamWriter(Console.OpenStandardOutput(), Utf8);
        var settings = new TerminalSettings(boot, Environment.UserName is { Length: > 0 } login ? login : "moi")
        {
            IsInteractive = IsInteractive,
            Colours = !Console.IsOutputRedirected && !Console.IsErrorRedirected && Environment.GetEnvironmentVariable("NO_COLOR") is null or "",
        };
        return new TerminalPlatform(input, output, Console.Error, WallClock.Time, settings, settled);
    }
}
