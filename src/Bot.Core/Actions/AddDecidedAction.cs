using Bot.Core.Facts;
using Bot.Core.Texts;
using Bot.Core.Turns;

namespace Bot.Core.Actions;

/// <summary>What was decided and is to be done stands on the board, for anybody to take.</summary>
public sealed class AddDecidedAction : IReactTo<ActionWasDecided>
{
    /// <inheritdoc/>
    public void When(ActionWasDecided fact, Turn turn)
    {
        var action = new CoopAction { Id = turn.NextId<CoopAction>(), Title = Plain.Short(fact.Title, AddAction.LongestTitle), Room = turn.Room?.Id ?? 0, AddedAt = turn.Now, From = fact.From };
        turn.Keep(action);
        turn.Raise(new ActionWasAdded(action.Ref, action.Title, fact.From));
        if ((turn.Room ?? turn.Find<Memory.Room>(turn.Settings.Home)) is { } room)
        {
            turn.Tell(room, AddAction.Tell(action));
        }
    }
}
