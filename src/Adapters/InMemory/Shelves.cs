using Bot.Core.Chat;
using Bot.Core.Memory;
using NodaTime;

namespace Bot.Adapters.InMemory;

/// <summary>What outlives a restart. Only touched by one thread at a time.</summary>
internal sealed partial class Shelves
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
        if (Refusal(commit) is { } refusal)
        {
            return refusal;
        }

        if (!Coops.TryGetValue(commit.Coop, out var coop))
        {
            Coops[commit.Coop] = coop = new CoopShelf(commit.Birth!, commit.IsSandbox);
        }

        coop.Keep(commit);
        foreach (var key in commit.InboxKeys)
        {
            Inbox[key] = commit.At;
        }

        foreach (var relocation in commit.Relocations)
        {
            Move(relocation, commit.Coop, coop);
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

    private void Move(Relocation relocation, string id, CoopShelf coop)
    {
        foreach (var place in Rooms.Where(room => room.Value == id && relocation.Concerns(room.Key)).Select(room => room.Key).ToList())
        {
            Rooms.Remove(place);
            Rooms[relocation.Of(place)] = id;
        }

        foreach (var row in Outbox.Values.Where(row => row.Coop == id && relocation.Concerns(row.Message.To)).ToList())
        {
            Outbox[row.Message.Id] = row with { Message = row.Message with { To = relocation.Of(row.Message.To), ReplyTo = null } };
        }

        RemoveWhere(coop.Shown, shown => !shown.IsCard && relocation.Concerns(shown.Place));
        foreach (var card in coop.Shown.Values.Where(shown => relocation.Concerns(shown.Place)).ToList())
        {
            coop.Shown[card.Id] = card with { Place = relocation.Of(card.Place), MessageId = "" };
        }
    }

    /// <summary>Why a commit is not kept, if it is not; a coop that leaves in the same breath is not in its way.</summary>
    private CommitOutcome? Refusal(Commit commit, string? leaving = null)
    {
        if (commit is { Version: 0, Birth: null })
        {
            throw new ArgumentException("A coop that begins needs its secret.", nameof(commit));
        }

        if (commit.InboxKeys.Any(Inbox.ContainsKey))
        {
            return CommitOutcome.AlreadyHeard;
        }

        if ((Coops.GetValueOrDefault(commit.Coop)?.Version ?? 0) != commit.Version || commit.Places.Any(IsOfAnother)
            || commit.Relocations.Any(relocation => Rooms.Any(room => room.Key.Conversation == relocation.To && room.Value != commit.Coop)))
        {
            return CommitOutcome.Moved;
        }

        return commit.Outbox.GroupBy(message => message.Id, StringComparer.Ordinal).Any(ids => ids.Count() > 1 || Outbox.ContainsKey(ids.Key))
            ? throw new InvalidOperationException("What was to be kept breaks a rule of the store (an id of the outbox is there already).")
            : null;

        bool IsOfAnother(Place place) => Rooms.TryGetValue(place, out var owner) && owner != commit.Coop && owner != leaving;
    }

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

        foreach (var account in commit.Departures)
        {
            Accounts.Remove((account, commit.Coop));
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
