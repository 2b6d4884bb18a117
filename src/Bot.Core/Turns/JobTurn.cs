using System.Globalization;
using Bot.Core.Chat;
using Bot.Core.Jobs;
using Bot.Core.Memory;
using NodaTime;
using NodaTime.Text;

namespace Bot.Core.Turns;

/// <summary>Deals with one job that is due.</summary>
internal static class JobTurn
{
    public static Draft Run(Coop coop, IStore store, Parts parts, Func<Place, Capabilities> capabilities, PendingJob pending, Instant now)
    {
        var turn = Open(coop, store, parts, pending, now);
        if (parts.Jobs.TryGetValue(pending.Name, out var type))
        {
            ((Job)Json.Read(pending.Values, type)).Run(turn, pending.Due);
            parts.Reactions.Deliver(turn.Facts, turn);
        }

        return Close(turn, coop, capabilities, pending.Name);
    }

    /// <summary>Lets a job go that can't run, so that it does not stand in the way of the others.</summary>
    public static Draft LetGo(Coop coop, IStore store, Parts parts, Func<Place, Capabilities> capabilities, PendingJob pending, Instant now) =>
        Close(Open(coop, store, parts, pending, now), coop, capabilities, pending.Name);

    private static Turn Open(Coop coop, IStore store, Parts parts, PendingJob pending, Instant now)
    {
        var due = InstantPattern.ExtendedIso.Format(pending.Due);
        var turn = new Turn(coop, store, parts, string.Create(CultureInfo.InvariantCulture, $"job:{coop.Id}:{pending.Name}:{pending.Subject}:{due}:{pending.Id}"), now, now);
        turn.Remove(pending);
        return turn;
    }

    /// <summary>Writes down a turn in which nobody speaks.</summary>
    public static Draft Close(Turn turn, Coop coop, Func<Place, Capabilities> capabilities, string name)
    {
        var scribe = new Scribe(turn, coop, capabilities, []);
        scribe.CloseQuestions(answered: null);
        var changes = Draft.ChangesOf(turn);
        var trace = changes.Count == 0 ? null : new TraceLine(
            coop.Version + 1, turn.Key, turn.Now, turn.SaidAt, Actor: null, OnBehalfOf: null, Room: null, name, Undoes: null, Answer: null, Words: null, changes);
        return Draft.Of(turn, coop, scribe, trace, [], [], birth: null);
    }
}
