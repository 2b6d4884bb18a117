using Bot.Core.Commands;
using Bot.Core.Facts;
using Bot.Core.Memory;
using Bot.Core.Texts;
using Bot.Core.Turns;

namespace Bot.Core.Ideas;

/// <summary>An idea becomes an action.</summary>
/// <param name="Title">Its words.</param>
/// <param name="Idea">Its code.</param>
public sealed record IdeaIsAnAction(string Title, Ref Idea) : Says;

/// <summary>An idea becomes an event.</summary>
/// <param name="Title">Its words.</param>
/// <param name="Idea">Its code.</param>
/// <param name="When">When.</param>
public sealed record IdeaIsAnEvent(string Title, Ref Idea, Says When) : Says;

/// <summary>An idea is proposed to all.</summary>
/// <param name="Title">Its words.</param>
/// <param name="Idea">Its code.</param>
public sealed record IdeaIsAProposal(string Title, Ref Idea) : Says;

/// <summary>When an idea is to take place was not said.</summary>
public sealed record WhenWillItBe : Says;

/// <summary>An idea becomes one event, not a series.</summary>
public sealed record OnceForAnIdea : Says;

/// <summary>Takes an idea up. What is made of it others do, who know how; what it has become they tell (<see cref="FollowIdeas"/>).</summary>
internal static class TakingUp
{
    /// <summary>Has somebody do it.</summary>
    public static IdeaIsAnAction AsAction(Idea idea, Turn turn)
    {
        Begin(idea, turn);
        turn.Raise(new ActionWasDecided(idea.Title, idea.Ref));
        return new IdeaIsAnAction(idea.Title, idea.Ref);
    }

    /// <summary>Has people meet for it.</summary>
    public static IdeaIsAnEvent AsEvent(Idea idea, Occasion? said, string? typed, Turn turn)
    {
        Begin(idea, turn);
        var on = said ?? Read(idea, typed, turn);
        if (on.Series is not null)
        {
            throw new Refusal(new OnceForAnIdea());
        }

        turn.Raise(new DateWasChosen(idea.Title, on.Time, [], []) { From = idea.Ref });
        return new IdeaIsAnEvent(idea.Title, idea.Ref, on.Time.Told());
    }

    /// <summary>Has the coop decide on it.</summary>
    public static IdeaIsAProposal AsProposal(Idea idea, Turn turn)
    {
        Begin(idea, turn);
        turn.Raise(new ProposalWasWanted(idea.Title, idea.Ref));
        return new IdeaIsAProposal(idea.Title, idea.Ref);
    }

    // Said in private, the room hears it from those who make something of it.
    private static void Begin(Idea idea, Turn turn)
    {
        idea.RefuseUnlessOnTheWall();
        turn.HeardBy = turn.IsPrivate ? Audience.Asker : null;
    }

    private static Occasion Read(Idea idea, string? typed, Turn turn)
    {
        var otherWords = $"{idea.Ref} {IdeaWish.MakeEvent.Typed(turn)}";
        try
        {
            var words = new Words(typed ?? "");
            return Occasion.Read(words, new Asked(IsRequired: true, IsAlone: false), turn) is { } on && words.IsEmpty ? on
                : throw new Doubt(new WhenWillItBe(), []);
        }
        catch (Doubt doubt)
        {
            (doubt.Parameter, doubt.OtherWords) = (nameof(TendIdeas.On), otherWords);
            throw;
        }
    }
}
