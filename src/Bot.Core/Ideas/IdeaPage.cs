using Bot.Core.Commands;
using Bot.Core.Memory;
using Bot.Core.Texts;
using Bot.Core.Turns;
using NodaTime;

namespace Bot.Core.Ideas;

/// <summary>The ideas on the wall.</summary>
/// <param name="Count">How many.</param>
/// <param name="Lines">Those of this page, under the names they stand under.</param>
/// <param name="More">How many there are behind them.</param>
/// <param name="Aside">What waits to be opened, if anything.</param>
/// <param name="Mine">Of that, what who asks wrote, where only they read.</param>
/// <param name="Choice">The code under which people choose among them now.</param>
public sealed record WallReads(int Count, IReadOnlyList<Says> Lines, int? More, Says? Aside, IReadOnlyList<Says> Mine, string? Choice) : Says;

/// <summary>Under what name ideas stand together, on a line above them.</summary>
/// <param name="Theme">The name; null for those that stand alone, behind the others.</param>
public sealed record ThemeOnWall(string? Theme) : Says;

/// <summary>An idea, on a line.</summary>
/// <param name="Idea">Its code.</param>
/// <param name="Title">Its words.</param>
/// <param name="Wanted">How many find it necessary, once people have chosen.</param>
public sealed record IdeaLine(Ref Idea, string Title, Says? Wanted) : Says;

/// <summary>How many ideas wait to be opened.</summary>
/// <param name="Count">How many.</param>
public sealed record IdeasAside(int Count) : Says;

/// <summary>One idea.</summary>
/// <param name="Title">Its words.</param>
/// <param name="Idea">Its code.</param>
/// <param name="Theme">The name it stands under.</param>
/// <param name="Written">How it came to be.</param>
/// <param name="Wanted">How many find it necessary, once people have chosen.</param>
/// <param name="Ended">What became of it, once something did.</param>
public sealed record IdeaReads(string Title, Ref Idea, string? Theme, Says Written, Says? Wanted, Says? Ended) : Says;

/// <summary>How many find an idea necessary.</summary>
/// <param name="Count">How many.</param>
public sealed record WantedBy(int Count) : Says;

/// <summary>There is no idea on the wall.</summary>
public sealed record NoIdeaYet : Says;

/// <summary>« Une action », on a button.</summary>
public sealed record AnAction : Says;

/// <summary>« Un rendez-vous », on a button.</summary>
public sealed record AnEvent : Says;

/// <summary>« La proposer », on a button.</summary>
public sealed record AProposal : Says;

/// <summary>What there is to read about ideas.</summary>
internal static class IdeaPage
{
    /// <summary>The wall: what stands together is read together, the most wanted first.</summary>
    public static WallReads Wall(Tag? of, PageNumber? asked, Turn turn)
    {
        var ideas = IdeaWall.Ideas(turn).Where(idea => of is null || of.Marks(idea, turn)).ToList();
        List<Idea> inOrder = [.. ideas.GroupBy(idea => idea.Theme).OrderBy(same => same.Key is null).SelectMany(same => same)];
        var page = PageNumber.Of(inOrder, asked);
        List<Idea> mine = turn.IsPrivate ? [.. IdeaWall.Aside(turn).Where(idea => idea.Author == turn.Member.Id)] : [];
        var again = Intent.To<TendIdeas>();
        return new WallReads(
            ideas.Count, [.. Under(page.Shown, inOrder is [{ Theme: not null }, ..])], page.More,
            Aside(turn), [.. mine.Select(Line)], IdeaWall.Of(turn).Choice?.ToString())
        {
            Offers = page.OfferRest(of is null ? again : again.With(nameof(TendIdeas.Of), of.Typed), nameof(TendIdeas.Page)),
        };
    }

    /// <summary>One idea, and what one can make of it.</summary>
    public static IdeaReads Of(Idea idea, Turn turn)
    {
        if (idea.IsHidden)
        {
            turn.HeardBy = Audience.Asker;
        }

        return new IdeaReads(idea.Title, idea.Ref, idea.Theme, idea.Beginning(turn), Wanted(idea), idea.Ending(turn))
        {
            Offers = idea.IsSettled || idea.IsHidden ? []
                :
                [
                    TendIdeas.Offer(new AnAction(), idea, IdeaWish.MakeAction, turn),
                    TendIdeas.Offer(new AnEvent(), idea, IdeaWish.MakeEvent, turn),
                    TendIdeas.Offer(new AProposal(), idea, IdeaWish.MakeProposal, turn),
                ],
        };
    }

    /// <summary>The idea that nobody was shown for longest; each gets its time.</summary>
    public static IdeaReads Draw(Turn turn)
    {
        var idea = IdeaWall.Ideas(turn).OrderBy(idea => turn.Find<LastDrawn>(idea.Id)?.At ?? Instant.MinValue).ThenBy(idea => idea.Id).FirstOrDefault() ?? throw new Refusal(new NoIdeaYet());
        turn.KeepQuietly(new LastDrawn { Id = idea.Id, At = turn.Now });
        return Of(idea, turn);
    }

    /// <summary>An idea, on a line.</summary>
    public static IdeaLine Line(Idea idea) => new(idea.Ref, Plain.Short(idea.Title), Wanted(idea));

    /// <summary>What waits to be opened, if anything.</summary>
    public static IdeasAside? Aside(IRecords records) => IdeaWall.Aside(records) is { Count: > 0 } aside ? new IdeasAside(aside.Count) : null;

    /// <summary>An idea among others in a sentence, with its code.</summary>
    public static string Coded(Idea idea) => $"{idea.Ref} {Plain.Short(idea.Title)}";

    private static WantedBy? Wanted(Idea idea) => idea.Wanted is { } wanted ? new WantedBy(wanted) : null;

    private static IEnumerable<Says> Under(IReadOnlyList<Idea> shown, bool hasThemes)
    {
        for (var i = 0; i < shown.Count; i++)
        {
            if (hasThemes && (i == 0 || shown[i].Theme != shown[i - 1].Theme))
            {
                yield return new ThemeOnWall(shown[i].Theme);
            }

            yield return Line(shown[i]);
        }
    }
}
