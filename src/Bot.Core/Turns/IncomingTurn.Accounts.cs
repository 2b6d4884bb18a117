using Bot.Core.Chat;
using Bot.Core.Memory;
using Bot.Core.Texts;

namespace Bot.Core.Turns;

/// <summary>Who somebody is, and what the directory learns of it.</summary>
internal sealed partial class IncomingTurn
{
    private readonly List<AccountEntry> accounts = [];
    private readonly List<Account> departures = [];

    /// <summary>The member whose code is shown: who shows it speaks for them, and is no member of their own.</summary>
    public int? SpeaksFor { get; init; }

    /// <summary>See <see cref="Turn.WaysIn"/>.</summary>
    public Func<string, IReadOnlyList<string>> WaysIn { get; init; } = _ => [];

    // Who starts a coop can also settle how it wants things.
    private Member MemberOf(Turn turn, Incoming incoming)
    {
        if (SpeaksFor is { } whose)
        {
            return turn.Find<Member>(whose)!;
        }

        var chat = ChatWith(incoming);
        var entry = coop.Accounts.FirstOrDefault(each => each.Account == incoming.By.Account);
        if (entry is not null && turn.Find<Member>(entry.Member) is { } known)
        {
            // Their private chat is about the coop they last spoke to; once a sandbox is dropped, it is so again.
            if ((chat is not null && chat != entry.PrivateChat) || !(coop.IsSandbox || directory.IsCurrent(entry.Account, coop.Id)))
            {
                accounts.Add(entry with { PrivateChat = chat ?? entry.PrivateChat, IsCurrent = !coop.IsSandbox });
            }

            return known;
        }

        var member = new Member
        {
            Id = turn.NextId<Member>(),
            Name = NameOf(incoming.By),
            Locale = incoming.By.Locale,
            Roles = coop.Version == 0 ? [Role.Coordination] : [],
        };
        turn.KeepQuietly(member);
        accounts.Add(new AccountEntry(incoming.By.Account, coop.Id, member.Id, chat, IsCurrent: !coop.IsSandbox));
        return member;
    }

    private static Place? ChatWith(Incoming incoming) => incoming.IsPrivate ? incoming.Place : incoming.By.PrivateChat;

    private static string NameOf(Speaker speaker)
    {
        var name = Plain.Text(speaker.Name);
        return name.Length == 0 ? speaker.Account.Id : name;
    }

    private void NotePresence(Turn turn, Incoming incoming)
    {
        var known = turn.Find<Presence>(turn.Member.Id) ?? new Presence { Id = turn.Member.Id };
        var presence = turn.Room is { } room && !known.Rooms.Contains(room.Id) ? known with { Rooms = known.Rooms.Add(room.Id) } : known;
        if (incoming.IsPrivate && presence.LastAlone != incoming.By.Account && (SpeaksFor is not null || turn.AccountsOf(turn.Member.Id).Count() > 1))
        {
            presence = presence with { LastAlone = incoming.By.Account };
        }

        if (presence != known)
        {
            turn.KeepQuietly(presence);
        }
    }

    // Whatever made a link or took it away, an undo included, the directory says the same.
    private void FollowLinks(Turn turn, Incoming incoming)
    {
        foreach (var entry in turn.Staged.Changed.Where(entry => entry.Kind == Kind.Of<AccountLink>()))
        {
            var link = (AccountLink)(entry.After ?? entry.Kept)!;
            accounts.RemoveAll(each => each.Account == link.Account);
            if ((entry.After is null ? link.Former : link.Member) is not { } member)
            {
                departures.Add(link.Account);
                continue;
            }

            var speaks = link.Account == incoming.By.Account;
            var chat = speaks ? ChatWith(incoming) : coop.Accounts.FirstOrDefault(each => each.Account == link.Account)?.PrivateChat;
            accounts.Add(new AccountEntry(link.Account, coop.Id, member, chat, IsCurrent: speaks || directory.IsCurrent(link.Account, coop.Id)));
        }
    }
}
