using Bot.Core.Chat;

namespace Bot.Adapters.Telegram.Api;

/// <summary>Why a request had no good answer. Says nothing of the token, whatever the server or the network said.</summary>
/// <param name="Reach">How far it came.</param>
/// <param name="Code">The server's code, or 0.</param>
/// <param name="Description">The reason, for the operator.</param>
internal sealed record Failure(Reach Reach, int Code, string Description)
{
    /// <summary>When the server asks to wait: how many seconds.</summary>
    public int? RetryAfter { get; init; }

    /// <summary>When the group has become a supergroup: its new id.</summary>
    public long? MigrateToChatId { get; init; }

    /// <summary>Whether the server does not know the token (any more). An older server of one's own also answers 404 to methods it lacks.</summary>
    public bool IsTokenRefused => Reach == Reach.Answered && (Code == 401 || (Code == 404 && !Says("method")));

    /// <summary>Whether the server said that it failed, without having done anything.</summary>
    public bool IsServersOwn => Reach == Reach.Answered && Code is >= 500 and <= 599;

    /// <summary>Whether the description holds something, whatever the letters' case: descriptions are no contract, and have changed it before.</summary>
    public bool Says(string part) => Description.Contains(part, StringComparison.OrdinalIgnoreCase);
}

/// <summary>What came of a request: a result, or a failure.</summary>
internal readonly record struct Answer<T>(T? Result, Failure? Failure);
