using Bot.Adapters.Matrix.Api;
using Bot.Core.Chat;

namespace Bot.Adapters.Matrix;

/// <summary>What came of making a token.</summary>
/// <param name="User">Whose it is.</param>
/// <param name="Token">It; null when there is none.</param>
/// <param name="Why">Why there is none, in a sentence for the operator.</param>
public sealed record LoginOutcome(string User, string? Token, string? Why);

/// <summary>Makes a token with a password. The bot itself never does: homeservers allow it few times an hour, and the password is nothing it needs.</summary>
public static class Login
{
    // Always the same: a new token takes the place of the last one.
    private const string Device = "BABILLARD";

    /// <summary>Makes one.</summary>
    /// <param name="homeserver">Where the homeserver is.</param>
    /// <param name="user">The account, as @babillard:coop.example or babillard.</param>
    /// <param name="password">Its password.</param>
    /// <param name="stop">Gives up.</param>
    public static async Task<LoginOutcome> Make(Uri homeserver, string user, string password, CancellationToken stop)
    {
        using var client = new MatrixClient(homeserver, token: null);
        var request = new LoginRequest("m.login.password", new LoginIdentifier("m.id.user", user), password, Device, "Babillard");
        var (answer, failure) = await client.Login(request, stop);
        return answer is not null ? new LoginOutcome(answer.UserId, answer.AccessToken, null) : new LoginOutcome(user, null, failure switch
        {
            { RetryAfter: { } pause } => FormattableString.Invariant($"The homeserver wants to be left alone for {Math.Ceiling(pause.TotalSeconds)} seconds. Try again then."),
            { Code: "M_FORBIDDEN" } => "The homeserver knows no such account, or it has another password.",
            { Code: "M_UNRECOGNIZED" or "M_UNKNOWN" } => "The homeserver takes no passwords. Ask its administrator for a token of that account, and give it as Matrix:Token.",
            { Reach: Reach.Answered } => $"The homeserver answers: {failure.Description}",
            _ => $"There is no homeserver at {homeserver}: {failure?.Description}",
        });
    }
}
