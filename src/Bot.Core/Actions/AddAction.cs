using Bot.Core.Commands;
using Bot.Core.Facts;
using Bot.Core.Memory;
using Bot.Core.Texts;
using Bot.Core.Turns;

namespace Bot.Core.Actions;

/// <summary>An action was written down.</summary>
/// <param name="Title">Its title.</param>
/// <param name="Action">Its code.</param>
/// <param name="For">How many people it is for, when several.</param>
/// <param name="Due">For when it is, if that was said.</param>
public sealed record ActionAdded(string Title, Ref Action, Says? For, Says? Due) : Says;

/// <summary>« Je prends », on a button.</summary>
public sealed record TakeIt : Says;

/// <summary>Writes down something to be done; anybody may take it on.</summary>
[Menu(5)]
public sealed record AddAction(string Title, Due? For = null, Seats? Seats = null) : ICommand
{
    /// <summary>As many characters as a phone shows at once.</summary>
    internal const int LongestTitle = 200;

    /// <inheritdoc/>
    public Says Run(Turn turn)
    {
        var title = Titles.Of<AddAction>(Title, LongestTitle);
        var action = new CoopAction { Id = turn.NextId<CoopAction>(), Title = title, Due = For?.On, Room = Circle.RoomFor(title, turn)?.Id ?? 0, AddedAt = turn.SaidAt };
        action = Seats is null ? action : action.Needing(Seats, turn);
        turn.Keep(action);
        if (action.Due is not null)
        {
            RemindOfActions.Arm(turn);
        }

        turn.Raise(new ActionWasAdded(action.Ref, action.Title));
        var others = For?.OfferOthers(Intent.To<MeanAnotherDay>().With(nameof(MeanAnotherDay.Action), action.Ref), nameof(MeanAnotherDay.Day)) ?? [];
        var says = Tell(action);
        return says with { Offers = [.. says.Offers, .. others] };
    }

    /// <summary>How a new action is told.</summary>
    internal static Says Tell(CoopAction action) =>
        new ActionAdded(action.Title, action.Ref, action.Wanted(), action.ForThen()) { Offers = action.IsFree ? [ClaimAction.OfferToTake(action)] : [] };
}
