using Bot.Core.Chat;
using Bot.Core.Facts;
using Bot.Core.Memory;
using NodaTime;

namespace Bot.Core.Turns;

/// <summary>Forgets a member: every kind of document lets go of what is theirs, now and in the trace, so that no undo brings it back.</summary>
internal static class Forgetting
{
    /// <summary>Writes down what is to go; null when there is no such member.</summary>
    public static Erasure? Of(Coop coop, IStore store, Parts parts, Func<Place, Capabilities> capabilities, int member, Instant now)
    {
        if (coop.Find<Member>(member) is not { IsForgotten: false } known)
        {
            return null;
        }

        var accounts = coop.Accounts.Where(entry => entry.Member == member).Select(entry => entry.Account.Id);
        var elsewhere = coop.All<AccountLink>().Where(link => link.Member == member).Select(link => link.Name);
        var who = new Forgotten(member, [known.Name, .. accounts, .. elsewhere]);
        var turn = new Turn(coop, store, parts, $"forget:{coop.Id}:{coop.Version}", now, now);
        var kinds = Kind.All.Where(kind => kind.Type.IsAssignableTo(typeof(IForget))).ToList();
        foreach (var (kind, document) in kinds.SelectMany(kind => coop.All(kind).Select(document => (kind, document))))
        {
            turn.Staged.Put(kind, document.Id, ((IForget)document).Forget(who), isQuiet: true);
        }

        turn.Raise(new MemberLeft(member));
        parts.Reactions.Deliver(turn.Facts, turn);
        var scribe = new Scribe(turn, coop, capabilities, []);
        foreach (var card in coop.Cards.ToList())
        {
            scribe.Edit(card, turn.Draw(card.Subject!), turn.VoiceIn(turn.RoomAt(card.Place)), stays: true);
        }

        var draft = Draft.Of(turn, coop, scribe, trace: null, [], [], birth: null);
        return new Erasure(who, draft.Commit, [.. kinds.SelectMany(kind => Trace(coop, store, kind, who))]);
    }

    private static IEnumerable<(long Seq, Change Change)> Trace(Coop coop, IStore store, Kind kind, Forgotten who) =>
        from line in store.ReadTrace(new TraceQuery(coop.Id, int.MaxValue) { Kind = kind.Name })
        from change in line.Changes
        where change.Kind == kind.Name
        let without = change with { Before = Without(kind, change.Id, change.Before, who), After = Without(kind, change.Id, change.After, who) }
        where !without.Equals(change)
        select (line.Seq, without);

    private static JsonText? Without(Kind kind, int id, JsonText? json, Forgotten who) =>
        json is not null && ((IForget)Json.ReadDocument(kind, id, json.Utf8)).Forget(who) is { } left ? new JsonText(Json.Write(left)) : null;
}
