using Bot.Core.Commands;
using Bot.Core.Texts;
using Bot.Core.Turns;

namespace Bot.Core.Ideas;

/// <summary>From now on ideas are written aside.</summary>
/// <param name="Who">Who opens them.</param>
public sealed record WriteAside(string Who) : Says;

/// <summary>Ideas are written aside already.</summary>
/// <param name="Aside">How many wait, if any.</param>
public sealed record AlreadyAside(Says? Aside) : Says;

/// <summary>All that was written aside is on the wall.</summary>
/// <param name="Count">How many ideas.</param>
/// <param name="Lines">Those of this page, without names.</param>
/// <param name="More">How many there are behind them.</param>
public sealed record PostItsOpened(int Count, IReadOnlyList<Says> Lines, int? More) : Says;

/// <summary>Nothing waits to be opened.</summary>
public sealed record NothingAside : Says;

/// <summary>Everybody writes their own before they read the others': who speaks first does not lead the rest.</summary>
internal static class PostIts
{
    /// <summary>Has ideas written aside.</summary>
    public static WriteAside Hide(Turn turn)
    {
        var wall = IdeaWall.Of(turn);
        if (wall.IsAside)
        {
            throw new Refusal(new AlreadyAside(IdeaPage.Aside(turn)));
        }

        turn.Keep(wall with { IsAside = true, AsideBy = turn.Member.Id });
        return new WriteAside(turn.Member.Name);
    }

    /// <summary>Puts up all that was written aside.</summary>
    public static PostItsOpened Open(Turn turn)
    {
        var (wall, aside) = (IdeaWall.Of(turn), IdeaWall.Aside(turn));
        if (!wall.IsAside && aside.Count == 0)
        {
            throw new Refusal(new NothingAside());
        }

        IdeaWall.RefuseIfNotTheirs(wall.AsideBy, turn);
        turn.Keep(wall with { IsAside = false });
        foreach (var idea in aside)
        {
            turn.Keep(idea with { OpenedAt = turn.Now });
        }

        var page = PageNumber.Of(aside);
        return new PostItsOpened(aside.Count, [.. page.Shown.Select(IdeaPage.Line)], page.More);
    }
}
