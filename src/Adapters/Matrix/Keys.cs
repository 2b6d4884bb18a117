namespace Bot.Adapters.Matrix;

/// <summary>The names of what happened. Taps have names of their own, so that a message that is deleted takes nothing back.</summary>
/// <param name="me">The bot's id.</param>
internal sealed class Keys(string me)
{
    private const string Unreadable = ":unreadable";
    private readonly string mine = $"{MatrixPlatform.PlatformName}:{me}:";

    public string Event(string room, string id) => $"{mine}{room}:{id}";

    public string Edit(string key, string edit) => $"{key}:{edit}";

    public string Tap(string room, string id) => $"{mine}{room}:tap:{id}";

    public string Withdrawal(string room, string id) => $"{mine}{room}:untap:{id}";

    public string Move(string from) => $"{mine}{from}:replaced";

    public string BecameUnreadable(string room, string id) => $"{mine}{room}:{id}{Unreadable}";

    /// <summary>Whether something is said because the bot cannot read a room: the only thing it says there.</summary>
    public static bool IsUnreadable(string? key) => key?.EndsWith(Unreadable, StringComparison.Ordinal) == true;
}
