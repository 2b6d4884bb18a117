using Bot.Core.Commands;
using Bot.Core.Facts;
using Bot.Core.Memory;
using Bot.Core.Turns;

namespace Bot.Core.Ideas;

/// <summary>What happens elsewhere to ideas: something is made of them, people have chosen among them, who wrote them has another number.</summary>
public sealed class FollowIdeas :
    IReactTo<ActionWasAdded>, IReactTo<EventWasPlanned>, IReactTo<DecisionWasOpened>, IReactTo<ChoiceWasOpened>, IReactTo<ThingsWereChosen>, IReactTo<MembersWereOne>, IReactTo<WasPutBack>
{
    /// <inheritdoc/>
    public void When(ActionWasAdded fact, Turn turn) => Link(fact.From, fact.Action, turn);

    /// <inheritdoc/>
    public void When(EventWasPlanned fact, Turn turn) => Link(fact.From, fact.Event, turn);

    /// <inheritdoc/>
    public void When(DecisionWasOpened fact, Turn turn) => Link(fact.From, fact.Decision, turn);

    /// <inheritdoc/>
    public void When(ChoiceWasOpened fact, Turn turn) => turn.Keep(IdeaWall.Of(turn) with { Choice = fact.Decision });

    /// <inheritdoc/>
    public void When(ThingsWereChosen fact, Turn turn)
    {
        var wall = IdeaWall.Of(turn);
        if (wall.Choice != fact.Decision)
        {
            return;
        }

        turn.Keep(wall with { Choice = null, ChoiceBy = 0 });
        foreach (var chosen in fact.Things)
        {
            if (Find(chosen.Thing, turn) is { } idea)
            {
                turn.Keep(idea with { Wanted = chosen.Count });
            }
        }
    }

    /// <inheritdoc/>
    public void When(MembersWereOne fact, Turn turn)
    {
        foreach (var idea in IdeaWall.Aside(turn).Where(idea => idea.Author == fact.Former))
        {
            turn.Keep(idea with { Author = fact.Now });
        }

        if (turn.Find<IdeaWall>(1) is { } wall)
        {
            turn.Keep(wall with { AsideBy = fact.NumberOf(wall.AsideBy), ChoiceBy = fact.NumberOf(wall.ChoiceBy) });
        }
    }

    // What the room was told of the wall it hears again; it reads nothing there of what is aside.
    /// <inheritdoc/>
    public void When(WasPutBack fact, Turn turn)
    {
        if (turn.Room is not null && fact.Documents.OfType<IdeaWall>().Any())
        {
            turn.HeardBy = Audience.Room;
        }
    }

    private static void Link(Ref? from, Ref became, Turn turn)
    {
        if (from is { } code && Find(code, turn) is { IsSettled: false } idea)
        {
            turn.Keep(idea with { Became = became, EndedAt = turn.Now, EndedBy = turn.Member.Id });
        }
    }

    private static Idea? Find(Ref code, Turn turn) => code.Letter == Kind.Of<Idea>().Letter ? turn.Find<Idea>(code.Number) : null;
}
