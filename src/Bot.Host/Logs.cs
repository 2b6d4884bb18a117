using Microsoft.Extensions.Logging.Console;

namespace Bot.Host;

/// <summary>What the operator reads of the program's life, on standard error: never what members write.</summary>
internal static class Logs
{
    /// <summary>Opens the log.</summary>
    /// <param name="configuration">May say more, or less, or ask for JSON (section Logging).</param>
    /// <param name="isTerminal">Whether somebody chats in the same terminal: then only what matters is said.</param>
    public static ILoggerFactory Open(IConfiguration configuration, bool isTerminal) => LoggerFactory.Create(logging =>
    {
        logging.SetMinimumLevel(isTerminal ? LogLevel.Warning : LogLevel.Information);

        // Each look at the health page would be a line, and a page that cannot open is told in a sentence.
        logging.AddFilter("Microsoft.AspNetCore", LogLevel.Warning);
        logging.AddFilter("Microsoft.Extensions.Hosting", LogLevel.None);
        logging.AddConfiguration(configuration.GetSection("Logging"));
        logging.AddConsole(console => console.LogToStandardErrorThreshold = LogLevel.Trace);
        logging.Services.Configure<SimpleConsoleFormatterOptions>(line => line.SingleLine = true);
    });
}
