using Bot.Adapters.Matrix;

namespace Bot.Host;

/// <summary>Reads the settings of Matrix. What is wrong is said without repeating the token.</summary>
/// <param name="setting">Gives a setting by its name.</param>
/// <param name="wrong">Takes a sentence for each thing that is wrong.</param>
internal sealed class MatrixReader(Func<string, string?> setting, List<string> wrong)
{
    /// <summary>The name of the file in which <c>matrix-login</c> keeps the token, in the folder of the memory.</summary>
    public const string TokenFile = "matrix-token";

    /// <summary>The settings, or null when no account of Matrix is configured.</summary>
    /// <param name="data">The folder of the memory.</param>
    public MatrixSettings? Read(string data)
    {
        var homeserver = ReadHomeserver();
        var token = setting("Token") ?? Kept(data);
        var allowed = (setting("AllowInvitesFrom") ?? "").Split([',', ' '], StringSplitOptions.RemoveEmptyEntries);
        if (homeserver is null)
        {
            if (setting("Homeserver") is null && setting("Token") is not null)
            {
                wrong.Add("Matrix:Homeserver: there is a token, but no homeserver. Write where the bot's account is: https://matrix.coop.example.");
            }

            return null;
        }

        if (token is null)
        {
            wrong.Add("Matrix:Token: there is a homeserver, but no token. Make one with \"babillard matrix-login\", or leave Matrix:Homeserver out.");
        }

        if (allowed.Length == 0)
        {
            wrong.Add("Matrix:AllowInvitesFrom: say who may ask the bot into a room: people (@lina:coop.example), servers (coop.example), or * for everybody.");
        }

        if (allowed.FirstOrDefault(each => each != "*" && (each.StartsWith('@') ? !each.Contains(':', StringComparison.Ordinal) : each.Contains('/', StringComparison.Ordinal))) is { } odd)
        {
            wrong.Add($"Matrix:AllowInvitesFrom: \"{odd}\" is neither somebody (@lina:coop.example) nor a server (coop.example).");
        }

        return new MatrixSettings(homeserver, token ?? "", allowed);
    }

    /// <summary>The homeserver's address, if there is one.</summary>
    public Uri? ReadHomeserver()
    {
        if (setting("Homeserver") is not { } typed)
        {
            return null;
        }

        if (Uri.TryCreate(typed, UriKind.Absolute, out var homeserver) && (homeserver.Scheme == Uri.UriSchemeHttps || homeserver.Scheme == Uri.UriSchemeHttp))
        {
            return homeserver;
        }

        wrong.Add($"Matrix:Homeserver: \"{typed}\" is not an address. Write it as https://matrix.coop.example.");
        return null;
    }

    private static string? Kept(string data)
    {
        var file = Path.Combine(data, TokenFile);
        return File.Exists(file) ? File.ReadAllText(file).Trim() : null;
    }
}
