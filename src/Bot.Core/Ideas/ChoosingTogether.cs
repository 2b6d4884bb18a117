using Bot.Core.Commands;
using Bot.Core.Facts;
using Bot.Core.Memory;
using Bot.Core.Texts;
using Bot.Core.Turns;

namespace Bot.Core.Ideas;

/// <summary>People choose among ideas; a card follows.</summary>
/// <param name="Count">Among how many.</param>
/// <param name="Of">Of how many, when they are more than one chooses among.</param>
public sealed record ChooseAmong(int Count, int? Of) : Says;

/// <summary>What people are asked.</summary>
public sealed record WhichAreNecessary : Says;

/// <summary>An idea as one of several, with its code.</summary>
/// <param name="Title">Its words, as many as fit.</param>
/// <param name="Idea">Its code.</param>
public sealed record IdeaToChoose(string Title, Ref Idea) : Says;

/// <summary>There are too few ideas to choose among.</summary>
public sealed record TooFewToChoose : Says;

/// <summary>More ideas than one chooses among.</summary>
/// <param name="Most">The most.</param>
public sealed record TooManyToChoose(int Most) : Says;

/// <summary>People choose already.</summary>
/// <param name="Choice">The code under which they answer.</param>
public sealed record ChoosingAlready(string Choice) : Says;

/// <summary>Nobody chooses.</summary>
public sealed record NotChoosing : Says;

/// <summary>People have chosen.</summary>
/// <param name="Choice">The code under which they answered.</param>
public sealed record ChoiceIsOver(string Choice) : Says;

/// <summary>
/// Everybody says which ideas seem necessary to them, as many as they like. It is a survey like any other, so that who answers, until when, and in
/// which way is known already; what it counts puts the wall in order.
/// </summary>
internal static class ChoosingTogether
{
    private const int Fewest = 2;
    private const int Most = 12;
    private const int LongestName = 50;

    /// <summary>Asks people.</summary>
    public static ChooseAmong Begin(IReadOnlyList<Idea>? named, Tag? of, Turn turn)
    {
        var wall = IdeaWall.Of(turn);
        if (wall.Choice is { } under)
        {
            throw new Refusal(new ChoosingAlready(under.ToString()));
        }

        var all = named ?? [.. IdeaWall.Ideas(turn).Where(idea => of is null || of.Marks(idea, turn))];
        foreach (var idea in all)
        {
            idea.RefuseUnlessOnTheWall();
        }

        if (all.Count < Fewest || named?.Count > Most)
        {
            throw new Refusal(all.Count < Fewest ? new TooFewToChoose() : new TooManyToChoose(Most));
        }

        // Those about which nobody was asked come first; the others get their turn.
        List<Idea> some = [.. all.OrderBy(idea => idea.Wanted is not null).ThenBy(idea => idea.Id).Take(Most).OrderBy(idea => idea.Id)];
        var voice = turn.VoiceIn(turn.Room);
        turn.Keep(wall with { ChoiceBy = turn.Member.Id });
        turn.Raise(new ChoiceWasWanted(
            turn.Parts.Texts.Write(new WhichAreNecessary(), voice),
            [.. some.Select(idea => new ThingToChoose(idea.Ref, turn.Parts.Texts.Write(new IdeaToChoose(Plain.Short(idea.Title, LongestName), idea.Ref), voice)))]));
        turn.HeardBy = turn.IsPrivate ? Audience.Asker : null;
        return new ChooseAmong(some.Count, some.Count < all.Count ? all.Count : null);
    }

    /// <summary>Counts what people said so far, and ends it.</summary>
    public static ChoiceIsOver End(Turn turn)
    {
        var wall = IdeaWall.Of(turn);
        var under = wall.Choice ?? throw new Refusal(new NotChoosing());
        IdeaWall.RefuseIfNotTheirs(wall.ChoiceBy, turn);
        turn.Raise(new ChoiceWasEnough(under));
        turn.HeardBy = Audience.Asker;
        return new ChoiceIsOver(under.ToString());
    }
}
