using System.Collections.Concurrent;
using Bot.Core.Chat;
using Bot.Core.Memory;

namespace Bot.Core.Turns;

/// <summary>Which coop something that happened belongs to.</summary>
internal sealed class RoomDirectory(IStore store)
{
    private readonly ConcurrentDictionary<Place, string> known = new();
    private readonly ConcurrentDictionary<Account, string> current = new();

    public string? CoopFor(Incoming incoming)
    {
        if (!incoming.IsPrivate)
        {
            return CoopAt(incoming.Place);
        }

        var entries = store.EntriesOf(incoming.By.Account);
        return incoming is Pressed pressed && store.FindToken(pressed.Token) is { } token && entries.Any(entry => SameCoop(entry, token))
            ? token.Coop
            : CoopAt(incoming.Place) is { } sandbox ? sandbox
            : entries.Count > 0 ? entries[0].Coop
            : incoming.By.SharedGroup is { } group ? CoopAt(group) : null;
    }

    /// <summary>Whether somebody's private chat is about this coop now.</summary>
    public bool IsCurrent(Account account, string coop) =>
        current.GetOrAdd(account, each => store.EntriesOf(each).FirstOrDefault(entry => entry.IsCurrent)?.Coop ?? coop) == coop;

    /// <summary>The coop a place belongs to: a group to its own, a private chat to the sandbox that is open there.</summary>
    public string? CoopAt(Place place)
    {
        if (known.TryGetValue(place, out var coop))
        {
            return coop;
        }

        // An unknown thread belongs to the coop of its conversation.
        coop = store.CoopOf(place) ?? (place.Thread is null ? null : store.CoopOf(place.Conversation));
        return coop is null ? null : known.GetOrAdd(place, coop);
    }

    public void Learn(Commit commit)
    {
        foreach (var entry in commit.Accounts.Where(entry => entry.IsCurrent))
        {
            current[entry.Account] = entry.Coop;
        }

        foreach (var account in commit.Departures)
        {
            current.TryRemove(account, out _);
        }

        if (commit.TurnsTo is { } turns)
        {
            current.TryRemove(turns.Account, out _);
        }

        foreach (var place in commit.Places)
        {
            known[place] = commit.Coop;
        }

        if (commit.Relocations.Count > 0)
        {
            known.Clear();
        }
    }

    public void Forget()
    {
        known.Clear();
        current.Clear();
    }

    private static bool SameCoop(AccountEntry entry, TokenEntry token) => string.Equals(entry.Coop, token.Coop, StringComparison.Ordinal);
}
