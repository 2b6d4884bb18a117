using Bot.Core.Texts;

namespace Bot.Core.Memory;

/// <summary>What a coop is called.</summary>
/// <param name="Name">The name it settled on, or else that of its group on the platform.</param>
/// <param name="Who">For want of a name: who began it, unless they were forgotten.</param>
public sealed record CoopNamed(string? Name, string? Who) : Says
{
    private const int WhoBegan = 1;

    /// <summary>What a coop is called, from the few things that tell.</summary>
    /// <param name="settings">What it settled.</param>
    /// <param name="room">Its rooms, by number.</param>
    /// <param name="member">Its members, by number.</param>
    public static CoopNamed Of(CoopSettings settings, Func<int, Room?> room, Func<int, Member?> member) =>
        (settings.Name ?? room(settings.Home)?.Title) is { } name ? new CoopNamed(name, null)
        : new CoopNamed(null, member(WhoBegan) is { IsForgotten: false } who ? who.Name : null);
}
