namespace Bot.Core.Memory;

/// <summary>What somebody wants the bot to tell them of itself. What they ask for, ballots, and what changes their plans always come.</summary>
public enum Notices
{
    /// <summary>What concerns them, as it comes.</summary>
    Mine,

    /// <summary>That, and the week's digest.</summary>
    All,

    /// <summary>What concerns them, together, once a week.</summary>
    Weekly,

    /// <summary>No reminders.</summary>
    None,
}
