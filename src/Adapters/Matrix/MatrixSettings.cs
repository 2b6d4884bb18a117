using Bot.Adapters.Matrix.Api;
using NodaTime;

namespace Bot.Adapters.Matrix;

/// <summary>How the bot reaches Matrix.</summary>
/// <param name="Homeserver">Where the homeserver of the bot's account is.</param>
/// <param name="Token">The account's access token: whoever has it is the bot.</param>
/// <param name="AllowInvitesFrom">Who may ask the bot into a room: people (@lina:coop.example), servers (coop.example), or * for everybody.</param>
public sealed record MatrixSettings(Uri Homeserver, string Token, IReadOnlyList<string> AllowInvitesFrom)
{
    /// <summary>At least so long between two edits of one card: nobody reads faster, and servers count edits as messages.</summary>
    public Duration BetweenCardEdits { get; init; } = Duration.FromSeconds(3);

    /// <summary>Whether somebody may ask the bot into a room.</summary>
    /// <param name="person">Their id.</param>
    public bool Allows(string person) => AllowInvitesFrom.Any(each => each == "*" || each == person || each == Users.ServerOf(person));

    /// <summary>For the operator: without the token, which the default would print.</summary>
    public override string ToString() => $"Matrix at {Homeserver}";
}
