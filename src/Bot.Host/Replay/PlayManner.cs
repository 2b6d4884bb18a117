namespace Bot.Host.Replay;

/// <summary>How a transcript is played: what people see must not depend on it.</summary>
public sealed record PlayManner
{
    /// <summary>Everything is told to the bot twice at once, as a platform may.</summary>
    public bool Twice { get; init; }

    /// <summary>The bot is stopped and started again before every line.</summary>
    public bool RestartsBetween { get; init; }

    /// <summary>Does one thing to the bot; a test does it again when it was cut short.</summary>
    public Func<Func<Task>, Task> Around { get; init; } = step => step();
}
