using Bot.Core.Commands;
using Bot.Core.Memory;
using Bot.Core.Texts;
using Bot.Core.Turns;

namespace Bot.Core.Actions;

/// <summary>The actions that need people.</summary>
/// <param name="Count">How many there are.</param>
/// <param name="Lines">Those of this page.</param>
/// <param name="More">How many there are behind them.</param>
public sealed record OpenActions(int Count, IReadOnlyList<Says> Lines, int? More) : Says;

/// <summary>One action that needs people, on a line.</summary>
/// <param name="Action">Its code.</param>
/// <param name="Title">Its title.</param>
/// <param name="Due">For when it is, if that was said.</param>
/// <param name="Who">Who is on it already.</param>
/// <param name="Missing">How many more it takes, when several.</param>
/// <param name="Parts">Who answers for it, and who learns, if anybody does.</param>
/// <param name="Steps">How far it is, when it has steps.</param>
/// <param name="HasWaited">Whether it comes back while it was still to be done: once will do.</param>
public sealed record OpenAction(Ref Action, string Title, Says? Due, IReadOnlyList<string> Who, int? Missing, Says? Parts, Says? Steps, bool HasWaited) : Says;

/// <summary>To take one of several, on a button.</summary>
/// <param name="Action">Its code.</param>
public sealed record TakeThat(Ref Action) : Says;

/// <summary>Shows the actions that need people.</summary>
[Menu(3)]
public sealed record ShowOpen(Tag? Of = null, PageNumber? Page = null) : ICommand, ISuitMoments
{
    /// <inheritdoc/>
    public static bool FitsNow(Turn turn) => turn.Live<CoopAction>().Any(action => action.IsFree);

    /// <inheritdoc/>
    public Says Run(Turn turn)
    {
        var free = turn.Live<CoopAction>().Where(action => action.IsFree && (Of is null || Of.Marks(action, turn))).ToList();
        var page = PageNumber.Of(free, Page);
        var offers = page.Shown.Select(OfferToTake);
        var again = Intent.To<ShowOpen>();
        return new OpenActions(free.Count, [.. page.Shown.Select(action => Line(action, turn))], page.More)
        {
            Offers = [.. offers, .. page.OfferRest(Of is null ? again : again.With(nameof(Of), Of.Typed), nameof(Page))],
        };
    }

    /// <summary>The button that takes one of several.</summary>
    internal static Offer OfferToTake(CoopAction action) => ClaimAction.OfferToTake(action) with { Label = new TakeThat(action.Ref) };

    /// <summary>An action that needs people, on a line.</summary>
    internal static OpenAction Line(CoopAction action, IRecords records) => new(
        action.Ref, action.Title, action.Due?.Told(), action.Who(records), action.Seats > 1 ? action.Missing : null, action.Parts(records), StepsSoFar.Of(action, records), action.HasWaited);
}
