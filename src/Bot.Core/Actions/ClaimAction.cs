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
/// <param name="Parts">Who answers for it, and who learns, if anybody does.</param>
/// <param name="Notes">That people left notes about it, if they did.</param>
public sealed record ActionClaimed(string Title, Ref Action, IReadOnlyList<string> Who, int Missing, Says? Due, Says? Parts, Says? Notes) : Says;

/// <summary>Somebody learns on an action now.</summary>
/// <param name="Title">Its title.</param>
/// <param name="Action">Its code.</param>
/// <param name="Learner">Who.</param>
/// <param name="With">Who is on it.</param>
/// <param name="Due">For when it is, if that was said.</param>
public sealed record LearnerCame(string Title, Ref Action, string Learner, IReadOnlyList<string> With, Says? Due) : Says;

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

/// <summary>A member takes an open action on: to share it, to answer for it, to lend a hand, to learn.</summary>
[Menu(2)]
public sealed record ClaimAction(Target<CoopAction> Action, OnBehalf? For = null, Part? As = null) : ICommand, ISuitMoments, ISeeks<ClaimAction, CoopAction>
{
    private const int FitsOnAButton = 17;

    /// <inheritdoc/>
    public static bool FitsNow(Turn turn) => turn.Live<CoopAction>().Any(action => action.IsFree);

    /// <inheritdoc/>
    public Says Run(Turn turn)
    {
        var who = For?.Member ?? turn.Member;
        if (For is null && As is null && Handing.Waiting(Action.Value, who, turn) is { IsHandover: true } handing)
        {
            return AcceptAction.Take(Action.Value, handing, turn);
        }

        var action = Action.Value.ClaimedBy(who, As, turn);
        turn.Keep(action);
        if (As == Part.Learning)
        {
            TellPutOn(action, who, turn);
            return new LearnerCame(action.Title, action.Ref, who.Name, action.Who(turn), action.ForThen()) { Offers = OffersFor(action) };
        }

        if (!Action.Value.Owners.Contains(who.Id))
        {
            TellClaimed(action, who, turn);
        }

        return Tell(action, turn);
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

    /// <summary>How it is told that somebody is on it.</summary>
    internal static ActionClaimed Tell(CoopAction action, Turn turn) =>
        new(action.Title, action.Ref, action.Who(turn), action.Missing, action.ForThen(), action.Parts(turn), NotesLeft.On(action, turn)) { Offers = OffersFor(action) };

    /// <summary>Lets others know that somebody has an action now, and that person first if another said so.</summary>
    internal static void TellClaimed(CoopAction action, Member who, Turn turn)
    {
        turn.Raise(new ActionWasClaimed(action.Ref, action.Title, who.Id));
        TellPutOn(action, who, turn);
    }

    /// <summary>The button that takes an action.</summary>
    internal static Offer OfferToTake(CoopAction action) =>
        new(new TakeIt(), Intent.To<ClaimAction>().With(nameof(Action), action.Ref));

    /// <summary>The button that joins those who have an action.</summary>
    internal static Offer OfferToHelp(CoopAction action) =>
        new(new ComeAndHelp(), Intent.To<ClaimAction>().With(nameof(Action), action.Ref).With(nameof(As), Part.Given));

    private static IReadOnlyList<Offer> OffersFor(CoopAction action) => action.IsFree ? [OfferToTake(action)] : [];

    private static void TellPutOn(CoopAction action, Member who, Turn turn)
    {
        if (who.Id != turn.Member.Id)
        {
            turn.Tell(who, new PutOnAction(turn.Member.Name, action.Title, action.Ref) { Offers = [DropAction.OfferTo(action)] });
        }
    }
}
