using Bot.Core.Commands;
using Bot.Core.Facts;
using Bot.Core.Memory;
using Bot.Core.Texts;
using Bot.Core.Turns;

namespace Bot.Core.Actions;

/// <summary>An action was written down.</summary>
/// <param name="Title">Its title.</param>
/// <param name="Action">Its code.</param>
/// <param name="Seats">How many people it takes.</param>
public sealed record ActionAdded(string Title, Ref Action, int Seats) : Says;

/// <summary>« Je prends », on a button.</summary>
public sealed record TakeIt : Says;

/// <summary>A title that would not fit on a phone.</summary>
/// <param name="Most">How many characters fit.</param>
public sealed record TitleTooLong(int Most) : Says;

/// <summary>Writes down something to be done; anybody may take it on.</summary>
[Menu(5)]
public sealed record AddAction(string Title, Seats? Seats = null) : ICommand
{
    /// <summary>As many characters as a phone shows at once.</summary>
    internal const int LongestTitle = 200;

    /// <inheritdoc/>
    public Says Run(Turn turn)
    {
        var title = Plain.Line(Title);
        if (title.Length == 0)
        {
            throw Doubt.NoWords<AddAction>(nameof(Title));
        }

        if (title.Length > LongestTitle)
        {
            throw new Refusal(new TitleTooLong(LongestTitle));
        }

        var action = new CoopAction { Id = turn.NextId<CoopAction>(), Title = title, Seats = Seats?.Count ?? 1 };
        turn.Keep(action);
        turn.Raise(new ActionWasAdded(action.Ref, action.Title));
        return new ActionAdded(action.Title, action.Ref, action.Seats) { Offers = [ClaimAction.OfferToTake(action)] };
    }
}
