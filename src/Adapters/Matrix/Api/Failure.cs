using Bot.Core.Chat;
using NodaTime;

namespace Bot.Adapters.Matrix.Api;

/// <summary>Why a request had no good answer. Says nothing of the token: that stands in a header, never in an address.</summary>
/// <param name="Reach">How far it came.</param>
/// <param name="Status">The status of HTTP, or 0.</param>
/// <param name="Code">The server's errcode (https://spec.matrix.org/latest/client-server-api/#standard-error-response), or nothing.</param>
/// <param name="Description">The reason, for the operator.</param>
internal sealed record Failure(Reach Reach, int Status, string Code, string Description)
{
    /// <summary>When the server asks to wait: how long.</summary>
    public Duration? RetryAfter { get; init; }

    /// <summary>Whether the server does not know the token (any more).</summary>
    public bool IsTokenRefused => Reach == Reach.Answered && Code is "M_UNKNOWN_TOKEN" or "M_MISSING_TOKEN" or "M_USER_DEACTIVATED";

    /// <summary>Whether it may go better later: the network, a server that is overloaded, or one that asks to wait.</summary>
    public bool Passes => Reach != Reach.Answered || RetryAfter is not null || Status is 429 or >= 500;
}

/// <summary>What came of a request: a result, or a failure.</summary>
internal readonly record struct Answer<T>(T? Result, Failure? Failure);
