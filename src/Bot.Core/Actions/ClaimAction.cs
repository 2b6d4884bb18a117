using Bot.Core.Commands;
using Bot.Core.Facts;
using Bot.Core.Memory;
using Bot.Core.Texts;
using Bot.Core.Turns;

namespace Bot.Core.Actions;

/// <summary>Somebody is on an action now.</summary>
/// <param name="Title">Its title.</param>
/// <param name="Action">Its code.</param>
/// <param name="Who">Everybody who is on it.</param>
/// <param name="Missing">How many more it takes.</param>
/// <param name="Due">For when it is, if that was said.</param>
/// <param name="Notes">That people left notes about it, if they did.</param>
public sealed record ActionClaimed(string Title, Ref Action, IReadOnlyList<string> Who, int Missing, Says? Due, Says? Notes) : Says;

/// <summary>Told to somebody whom another put on an action.</summary>
/// <param name="By">Who did.</param>
/// <param name="Title">Its title.</param>
/// <param name="Action">Its code.</param>
public sealed record PutOnAction(string By, string Title, Ref Action) : Says;

/// <summary>« Je rends », on a button.</summary>
public sealed record GiveItBack : Says;

/// <summary>To write down an action that nobody found, on a button.</summary>
/// <param name="Title">Its title.</param>
public sealed record CreateThat(string Title) : Says;

/// <summary>The same, when the title is too long for a button.</summary>
public sealed record CreateIt : Says;

/// <summary>A member takes an open action on.</summary>
[Menu(2)]
public sealed record ClaimAction(Target<CoopAction> Action, OnBehalf? For = null, Helping? As = null) : ICommand, ISuitMoments, ISeeks<ClaimAction, CoopAction>
{
    private const int FitsOnAButton = 17;

    /// <inheritdoc/>
    public static bool FitsNow(Turn turn) => turn.Live<CoopAction>().Any(action => action.IsFree);

    /// <inheritdoc/>
    public Says Run(Turn turn)
    {
        var who = For?.Member ?? turn.Member;
        var action = Action.Value.ClaimedBy(who, As is not null, turn);
        turn.Keep(action);
        TellClaimed(action, who, turn);
        return new ActionClaimed(action.Title, action.Ref, action.Who(turn), Math.Max(0, action.Seats - action.Owners.Count), action.Due?.Told(), NotesLeft.On(action, turn))
        {
            Offers = action.IsFree ? [OfferToTake(action)] : [],
        };
    }

    /// <inheritdoc/>
    public static IEnumerable<IEnumerable<CoopAction>> Candidates(Turn turn)
    {
        yield return turn.Live<CoopAction>().Where(action => action.IsFree);
        yield return turn.Live<CoopAction>().Where(action => action is { IsOpen: true, IsFree: false });
    }

    /// <inheritdoc/>
    public static IEnumerable<CoopAction> WhatIsOver(Turn turn) => turn.Live<CoopAction>().Where(action => !action.IsOpen);

    /// <inheritdoc/>
    public static Offer? WhenNothingFits(string words) => words.Length > AddAction.LongestTitle || Ref.TryParse(words, out _)
        ? null
        : new(words.Length > FitsOnAButton ? new CreateIt() : new CreateThat(words), Intent.To<AddAction>().With(nameof(AddAction.Title), words));

    /// <summary>Lets others know that somebody has an action now, and that person first if another said so.</summary>
    internal static void TellClaimed(CoopAction action, Member who, Turn turn)
    {
        turn.Raise(new ActionWasClaimed(action.Ref, action.Title, who.Id));
        if (who.Id != turn.Member.Id)
        {
            turn.Tell(who, new PutOnAction(turn.Member.Name, action.Title, action.Ref) { Offers = [DropAction.OfferTo(action)] });
        }
    }

    /// <summary>The button that takes an action.</summary>
    internal static Offer OfferToTake(CoopAction action) =>
        new(new TakeIt(), Intent.To<ClaimAction>().With(nameof(Action), action.Ref));

    /// <summary>The button that joins those who have an action.</summary>
    internal static Offer OfferToHelp(CoopAction action) =>
        new(new ComeAndHelp(), Intent.To<ClaimAction>().With(nameof(Action), action.Ref).With(nameof(As), Helping.Given));
}
