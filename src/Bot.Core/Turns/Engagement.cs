using Bot.Core.Memory;
using Bot.Core.Texts;
using NodaTime;

namespace Bot.Core.Turns;

/// <summary>Somebody is somewhere else at the same time.</summary>
/// <param name="Other">Their name, when it is somebody else than who asks.</param>
/// <param name="Title">What they do there.</param>
/// <param name="When">When that is.</param>
public sealed record SameTime(string? Other, string Title, Says When) : Says;

/// <summary>To somebody who did nothing for it: they are to be in two places at once.</summary>
/// <param name="Other">Their name, where others read.</param>
/// <param name="Title">What they do in the one.</param>
/// <param name="Clash">What in the other.</param>
/// <param name="When">When that is.</param>
public sealed record TwoAtOnce(string? Other, string Title, string Clash, Says When) : Says;

/// <summary>« Je viens quand même », on a button.</summary>
public sealed record ComeAllTheSame : Says;

/// <summary>What people have promised to be at. Needs a constructor without parameters; is found by itself.</summary>
public interface IEngage
{
    /// <summary>What somebody has promised to be at.</summary>
    /// <param name="member">Their number.</param>
    /// <param name="turn">The turn.</param>
    IEnumerable<Engagement> Of(int member, Turn turn);
}

/// <summary>Something somebody has promised to be at.</summary>
/// <param name="About">The code of what it is.</param>
/// <param name="Title">Its title.</param>
/// <param name="Time">When.</param>
public sealed record Engagement(Ref About, string Title, EventTime Time)
{
    /// <summary>Asks somebody who would be in two places at once whether they mean it.</summary>
    /// <param name="who">Who.</param>
    /// <param name="about">What they would go to.</param>
    /// <param name="time">When.</param>
    /// <param name="turn">The turn.</param>
    /// <exception cref="Commands.Doubt">They would be, and have not said that they mean it.</exception>
    internal static void AskIfBusy(Member who, Ref about, EventTime time, Turn turn)
    {
        if (ClashOf(who, other => other.About != about || other.Time != time, time, turn) is { } clash)
        {
            turn.Confirm(new SameTime(who.Id == turn.Member.Id ? null : who.Name, clash.Title, clash.Time.Told()), new ComeAllTheSame());
        }
    }

    /// <summary>Tells somebody who is in two places at once because of what another did: a meeting was moved, a place passed on, an act taken back.</summary>
    /// <param name="who">Who.</param>
    /// <param name="mine">What they are to be at now.</param>
    /// <param name="room">The number of the room that is told when they can't be told alone.</param>
    /// <param name="turn">The turn.</param>
    internal static void TellIfBusy(int who, Engagement mine, int room, Turn turn)
    {
        if (turn.Find<Member>(who) is not { } person || ClashOf(person, other => other.About != mine.About, mine.Time, turn) is not { } clash)
        {
            return;
        }

        var says = new TwoAtOnce(null, mine.Title, clash.Title, mine.Time.Told());
        var until = Instant.Min(mine.Time.Ends(turn.Zone), clash.Time.Ends(turn.Zone));
        if (turn.HasPrivateChat(person))
        {
            turn.Tell(person, says, until: until);
        }
        else if (turn.Find<Room>(room) is { } theirs)
        {
            turn.Tell(theirs, says with { Other = person.Name }, until: until);
        }
    }

    private static Engagement? ClashOf(Member who, Predicate<Engagement> isAnother, EventTime time, Turn turn) =>
        turn.Parts.Engaging.SelectMany(each => each.Of(who.Id, turn)).FirstOrDefault(other => isAnother(other) && other.Time.Clashes(time, turn.Zone));
}
