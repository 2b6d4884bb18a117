using Bot.Core.Chat;
using Bot.Core.Memory;
using NodaTime;

namespace Bot.Adapters.InMemory;

/// <summary>What outlives a restart. Only touched by one thread at a time.</summary>
internal sealed class Shelves
{
    private static readonly Duration Month = Duration.FromDays(30);
    private static readonly Duration Day = Duration.FromDays(1);
    private long lastOrder;

    public Instant? Alive { get; private set; }

    public Dictionary<string, string> Cursors { get; } = [];

    public Dictionary<string, Instant> Inbox { get; } = [];

    public Dictionary<string, CoopShelf> Coops { get; } = [];

    public Dictionary<Place, string> Rooms { get; } = [];

    public Dictionary<(Account Account, string Coop), AccountEntry> Accounts { get; } = [];

    public Dictionary<string, TokenEntry> Tokens { get; } = [];

    public Dictionary<string, OutboxRow> Outbox { get; } = [];

    public CoopSnapshot Load(string id)
    {
        var coop = Coops.TryGetValue(id, out var found) ? found : throw new KeyNotFoundException($"There is no coop {id}.");
        return new CoopSnapshot(
            coop.Version,
            coop.Secret,
            new Dictionary<string, int>(coop.Counters, StringComparer.Ordinal),
            [.. coop.Documents.Values],
            [.. Accounts.Values.Where(entry => entry.Coop == id)],
            [.. coop.Shown.Values.OrderBy(shown => shown.At).ThenBy(shown => shown.Id, StringComparer.Ordinal)])
        { IsSandbox = coop.IsSandbox };
    }

    /// <summary>Everything that can be refused is looked at before anything is changed.</summary>
    public CommitOutcome Keep(Commit commit)
    {
        var secret = commit.Version > 0 ? null : commit.Birth ?? throw new ArgumentException("A coop that begins needs its secret.", nameof(commit));
        if (commit.InboxKeys.Any(Inbox.ContainsKey))
        {
            return CommitOutcome.AlreadyHeard;
        }

        var known = Coops.GetValueOrDefault(commit.Coop);
        if ((known?.Version ?? 0) != commit.Version || commit.Places.Any(place => IsOfAnother(place, commit.Coop)))
        {
            return CommitOutcome.Moved;
        }

        if (commit.Outbox.GroupBy(message => message.Id, StringComparer.Ordinal).Any(ids => ids.Count() > 1 || Outbox.ContainsKey(ids.Key)))
        {
            throw new InvalidOperationException("What was to be kept breaks a rule of the store (an id of the outbox is there already).");
        }

        var coop = Coops[commit.Coop] = known ?? new CoopShelf(secret!, commit.IsSandbox);
        coop.Keep(commit);
        foreach (var key in commit.InboxKeys)
        {
            Inbox[key] = commit.At;
        }

        foreach (var place in commit.Places)
        {
            Rooms[place] = commit.Coop;
        }

        foreach (var token in commit.Tokens)
        {
            Tokens[token.Token] = token;
        }

        KeepOutbox(commit);
        KeepAccounts(commit);
        return CommitOutcome.Kept;
    }

    /// <summary>Takes what goes with a member, then keeps what stays.</summary>
    public CommitOutcome Erase(Erasure erasure)
    {
        var (who, id) = (erasure.Who, erasure.Commit.Coop);
        if (Coops.GetValueOrDefault(id) is not { } coop || coop.Version != erasure.Commit.Version)
        {
            return CommitOutcome.Moved;
        }

        var entries = Accounts.Values.Where(entry => entry.Coop == id && entry.Member == who.Member).ToList();
        coop.Erase(who, erasure.Trace);
        RemoveWhere(Tokens, token => token.Coop == id && (token.Member == who.Member || who.IsNamedIn(token.Intent)));
        RemoveWhere(Outbox, row => row.Coop == id && (IsTheirs(row.Message.To, row.Message.OnlyFor ?? row.Message.Awaits) || Names(row.Message.Text, row.Message.Buttons)));
        foreach (var shown in coop.Shown.Values.Where(shown => IsTheirs(shown.Place, shown.OnlyFor) || Names(shown.Text, shown.Buttons)).ToList())
        {
            coop.Shown.Remove(shown.Id);
            if (shown.IsCard)
            {
                coop.Shown[shown.Id] = shown with { Text = "", Buttons = [] };
            }
        }

        entries.ForEach(entry => Accounts.Remove((entry.Account, id)));
        return Keep(erasure.Commit);

        bool IsTheirs(Place place, Account? only) => entries.Exists(entry => entry.PrivateChat == place || entry.Account == only);
        bool Names(string text, IReadOnlyList<Button> buttons) => who.IsNamedIn(text) || buttons.Any(button => who.IsNamedIn(button.Label));
    }

    /// <summary>Takes all of a sandbox, then keeps what begins in its place.</summary>
    public CommitOutcome Drop(Removal removal)
    {
        var id = removal.Coop;
        if (removal.InboxKeys.Any(Inbox.ContainsKey))
        {
            return CommitOutcome.AlreadyHeard;
        }

        if (Coops.GetValueOrDefault(id) is not { } coop || coop.Version != removal.Version)
        {
            return CommitOutcome.Moved;
        }

        if (!coop.IsSandbox)
        {
            throw new InvalidOperationException($"The coop {id} is no sandbox: it is never dropped.");
        }

        Coops.Remove(id);
        RemoveWhere(Rooms, owner => owner == id);
        RemoveWhere(Accounts, entry => entry.Coop == id);
        RemoveWhere(Tokens, token => token.Coop == id);
        RemoveWhere(Outbox, row => row.Coop == id);
        foreach (var key in removal.InboxKeys)
        {
            Inbox[key] = removal.At;
        }

        return removal.Next is null ? CommitOutcome.Kept : Keep(removal.Next);
    }

    public void Note(Delivery delivery)
    {
        Outbox.Remove(delivery.Id);
        if (delivery.Shown is { } shown && Coops.TryGetValue(delivery.Coop, out var coop))
        {
            coop.Shown[shown.Id] = shown;
        }
    }

    public void NoteAlive(Instant now)
    {
        Alive = now;
        RemoveWhere(Inbox, at => at < now - Month);
        RemoveWhere(Outbox, row => row.Message.Awaits is not null && row.Message.Until < now);
        RemoveWhere(Tokens, token => token.Until < now - Day);
        foreach (var coop in Coops.Values)
        {
            RemoveWhere(coop.Shown, shown => !shown.IsCard && shown.At < now - Month);
        }
    }

    private bool IsOfAnother(Place place, string coop) =>
        Rooms.TryGetValue(place, out var owner) && owner != coop;

    private static void RemoveWhere<TKey, T>(Dictionary<TKey, T> all, Func<T, bool> isOld) where TKey : notnull
    {
        foreach (var key in all.Where(pair => isOld(pair.Value)).Select(pair => pair.Key).ToList())
        {
            all.Remove(key);
        }
    }

    private void KeepOutbox(Commit commit)
    {
        if (commit.WithdrawnTurn is { } turn)
        {
            RemoveWhere(Outbox, row => row.Turn == turn && row.Coop == commit.Coop);
        }

        foreach (var message in commit.Outbox)
        {
            if (message is { IsCard: true, Replaces: { } post })
            {
                RemoveWhere(Outbox, row => row.Message.Replaces == post);
            }

            Outbox[message.Id] = new OutboxRow(++lastOrder, commit.Coop, commit.Version + 1, commit.At, message);
        }
    }

    private void KeepAccounts(Commit commit)
    {
        foreach (var entry in commit.Accounts)
        {
            Accounts[(entry.Account, entry.Coop)] = entry;
            var all = Accounts.Values.Where(other => other.Account == entry.Account).ToList();
            var chat = entry.PrivateChat ?? all.Find(other => other.PrivateChat is not null)?.PrivateChat;
            foreach (var other in all)
            {
                var current = other.IsCurrent && (!entry.IsCurrent || other.Coop == entry.Coop);
                Accounts[(other.Account, other.Coop)] = other with { PrivateChat = chat, IsCurrent = current };
            }
        }

        if (commit.TurnsTo is { } turns && Accounts.ContainsKey(turns))
        {
            foreach (var entry in Accounts.Values.Where(entry => entry.Account == turns.Account).ToList())
            {
                Accounts[(entry.Account, entry.Coop)] = entry with { IsCurrent = entry.Coop == turns.Coop };
            }
        }

        foreach (var row in Outbox.Values.Where(row => row.Message.Awaits is not null).ToList())
        {
            var chat = Accounts.Values.FirstOrDefault(entry => entry.Account == row.Message.Awaits)?.PrivateChat;
            if (chat is not null)
            {
                Outbox[row.Message.Id] = row with { Message = row.Message with { To = chat, Awaits = null } };
            }
        }
    }
}
