using Bot.Adapters.Matrix;
using Bot.Adapters.Telegram;

namespace Bot.Host;

/// <summary>How the bot is to run; <see cref="OptionsReader"/> reads and checks it.</summary>
public sealed record BotOptions
{
    /// <summary>The language a new coop starts with: the code of a folder of texts.</summary>
    public required string Language { get; init; }

    /// <summary>The time zone a new coop starts with, as a TZDB id.</summary>
    public required string Zone { get; init; }

    /// <summary>The folder in which everything is kept, as a full path.</summary>
    public required string Data { get; init; }

    /// <summary>Whether the terminal chat is asked for even beside other platforms.</summary>
    public required bool Terminal { get; init; }

    /// <summary>The page that tells whether the bot is well.</summary>
    public required HealthOptions Health { get; init; }

    /// <summary>How Telegram is reached, if the bot has an account there.</summary>
    public TelegramSettings? Telegram { get; init; }

    /// <summary>How Matrix is reached, if the bot has an account there.</summary>
    public MatrixSettings? Matrix { get; init; }

    /// <summary>The chat platforms, other than the terminal, that have an account of the bot in the configuration.</summary>
    public IReadOnlyList<string> OtherPlatforms => [.. new[] { Telegram is null ? null : "telegram", Matrix is null ? null : "matrix" }.OfType<string>()];

    /// <summary>Whether the terminal chat runs: standard input is not read when people come from elsewhere, unless it is asked for.</summary>
    public bool RunsTerminal => Terminal || OtherPlatforms.Count == 0;

    /// <summary>The file in which everything is kept.</summary>
    public string File => Path.Combine(Data, "babillard.db");
}

/// <summary>The page that tells whether the bot is well; only this machine can read it.</summary>
/// <param name="On">Whether there is one.</param>
/// <param name="Port">Its port; 0 for any that is free.</param>
public sealed record HealthOptions(bool On, int Port)
{
    /// <summary>The port when none is configured.</summary>
    public const int UsualPort = 8086;
}
