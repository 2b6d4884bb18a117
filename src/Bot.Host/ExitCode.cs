namespace Bot.Host;

/// <summary>What the program tells whoever started it.</summary>
internal static class ExitCode
{
    /// <summary>All went well; being stopped is well.</summary>
    public const int Well = 0;

    /// <summary>The running bot, when asked, is not well.</summary>
    public const int Unwell = 1;

    /// <summary>It was not started: the command line, the configuration or the store is in the way. Starting again changes nothing.</summary>
    public const int Refused = 2;

    /// <summary>The store broke while the bot ran.</summary>
    public const int Broken = 3;
}
