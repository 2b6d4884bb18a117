namespace Bot.Host;

/// <summary>Asks the bot that runs on this machine whether it is well, for whatever watches over it and has no browser.</summary>
internal static class HealthCommand
{
    /// <summary>Asks it, and writes what it says.</summary>
    /// <param name="setup">What this program was started with; it must be what the bot was.</param>
    /// <param name="output">Where to.</param>
    /// <param name="stop">Gives up.</param>
    /// <exception cref="RefusedException">There is nothing to ask.</exception>
    public static async Task<int> Run(Setup setup, TextWriter output, CancellationToken stop)
    {
        if (setup.Options.Health is not { On: true, Port: > 0 and var port })
        {
            throw new RefusedException("There is no health page at a known port to ask: see Health:On and Health:Port.");
        }

        var trouble = await HealthPage.Ask(port, stop);
        await output.WriteLineAsync(trouble ?? "The bot is well.");
        return trouble is null ? ExitCode.Well : ExitCode.Unwell;
    }
}
