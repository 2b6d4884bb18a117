using NodaTime;

namespace Bot.Core.Chat;

/// <summary>What became of an <see cref="Outgoing"/> handed to a platform.</summary>
public abstract record Sent
{
    private Sent()
    {
    }

    /// <summary>It is shown.</summary>
    /// <param name="MessageId">The platform's id of the message, by which replies and presses will name it.</param>
    public sealed record Shown(string MessageId) : Sent;

    /// <summary>The platform asks to wait; the same Outgoing will be handed over again.</summary>
    /// <param name="When">Not before this instant.</param>
    public sealed record RetryAt(Instant When) : Sent;

    /// <summary>It may or may not have been shown: the connection broke after the words were out.</summary>
    /// <param name="Why">For the operator; never shown to members.</param>
    public sealed record Uncertain(string Why) : Sent;

    /// <summary>This person cannot be shown it alone in that room (any longer): it has to reach them elsewhere. Only for <see cref="Outgoing.OnlyFor"/>.</summary>
    /// <param name="Why">For the operator; never shown to members.</param>
    public sealed record Unreachable(string Why) : Sent;

    /// <summary>The platform will never take this one (too old to edit, not allowed); the next may pass.</summary>
    /// <param name="Why">For the operator; never shown to members.</param>
    public sealed record Refused(string Why) : Sent;
}
