using Bot.Core.Chat;
using Bot.Core.Memory;

namespace Bot.Adapters.InMemory;

/// <summary>What goes for good.</summary>
internal sealed partial class Shelves
{
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

        if (removal.Next is { } next && Refusal(next, leaving: id) is { } refusal)
        {
            return refusal;
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
}
