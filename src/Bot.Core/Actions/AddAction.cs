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
/// <param name="Again">How it comes back, if it does.</param>
/// <param name="IsForEach">Whether everybody does their own.</param>
public sealed record ActionAdded(string Title, Ref Action, Says? For, Says? Due, Says? Again, bool IsForEach) : Says;

/// <summary>« Je prends », on a button.</summary>
public sealed record TakeIt : Says;

/// <summary>Writes down something to be done, once or again and again; anybody may take it on, or everybody does their own.</summary>
[Menu(5)]
public sealed record AddAction(string Title, EachTheirOwn? Each = null, Comeback? Again = null, Due? For = null, Seats? Seats = null, FirstTime? From = null) : ICommand
{
    /// <summary>As many characters as a phone shows at once.</summary>
    internal const int LongestTitle = 200;

    /// <inheritdoc/>
    public Says Run(Turn turn)
    {
        var title = Titles.Of<AddAction>(Title, LongestTitle);
        var action = new CoopAction { Id = turn.NextId<CoopAction>(), Title = title, Due = For?.On, Room = Circle.RoomFor(title, turn)?.Id ?? 0, AddedAt = turn.SaidAt };
        action = Seats is null || Each is not null ? action : action.Needing(Seats, turn);
        action = Again is null ? action : action.ComingBack(Again, From);
        action = action with { IsForEach = Each is not null };
        turn.Keep(action);
        BringBack.Plan(action, turn);
        if (action.Due is not null)
        {
            RemindOfActions.Arm(turn);
        }

        turn.Raise(new ActionWasAdded(action.Ref, action.Title));
        var says = Tell(action);
        return says with { Offers = [.. says.Offers, .. OfferOthers(action)] };
    }

    // What was written could mean another day, or one day only.
    private IEnumerable<Offer> OfferOthers(CoopAction action) => (For?.Others ?? []).Concat(Again?.Once ?? [])
        .Select(day => new Offer(day.Told(), Intent.To<MeanAnotherDay>().With(nameof(MeanAnotherDay.Action), action.Ref).With(nameof(MeanAnotherDay.Day), Due.Typed(day))));

    /// <summary>How a new action is told.</summary>
    internal static Says Tell(CoopAction action) =>
        new ActionAdded(action.Title, action.Ref, action.Wanted(), action.ForThen(), action.Rhythm?.Told(), action.IsForEach) { Offers = action.IsFree ? [ClaimAction.OfferToTake(action)] : [] };
}
