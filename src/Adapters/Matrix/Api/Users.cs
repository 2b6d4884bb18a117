namespace Bot.Adapters.Matrix.Api;

/// <summary>What can be read from the id of an account, @lina:coop.example. Ids of rooms and events are never read.</summary>
internal static class Users
{
    /// <summary>The server of an account.</summary>
    public static string ServerOf(string user) => user[(user.IndexOf(':', StringComparison.Ordinal) + 1)..];

    /// <summary>What stands before it, which people read as a name where there is no other.</summary>
    public static string LocalPart(string user) => user.Split(':')[0].TrimStart('@');
}
