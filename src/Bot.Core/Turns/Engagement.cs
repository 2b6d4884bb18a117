using Bot.Core.Memory;
using Bot.Core.Texts;

namespace Bot.Core.Turns;

/// <summary>Somebody is somewhere else at the same time.</summary>
/// <param name="Other">Their name, when it is somebody else than who asks.</param>
/// <param name="Title">What they do there.</param>
/// <param name="When">When that is.</param>
public sealed record SameTime(string? Other, string Title, Says When) : Says;

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
        var clash = turn.Parts.Engaging.SelectMany(each => each.Of(who.Id, turn)).FirstOrDefault(other => (other.About != about || other.Time != time) && other.Time.Clashes(time, turn.Zone));
        if (clash is not null)
        {
            turn.Confirm(new SameTime(who.Id == turn.Member.Id ? null : who.Name, clash.Title, clash.Time.Told()), new ComeAllTheSame());
        }
    }
}
