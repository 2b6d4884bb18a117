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
public sealed record OpenAction(Ref Action, string Title, Says? Due, IReadOnlyList<string> Who, int? Missing) : Says;

/// <summary>To take one of several, on a button.</summary>
/// <param name="Action">Its code.</param>
public sealed record TakeThat(Ref Action) : Says;

/// <summary>Shows the actions that need people.</summary>
[Menu(3)]
public sealed record ShowOpen(PageNumber? Page = null) : ICommand, ISuitMoments
{
    private const int MostButtons = 3;

    /// <inheritdoc/>
    public static bool FitsNow(Turn turn) => turn.Live<CoopAction>().Any(action => action.IsFree);

    /// <inheritdoc/>
    public Says Run(Turn turn)
    {
        var free = turn.Live<CoopAction>().Where(action => action.IsFree).ToList();
        var page = PageNumber.Of(free, Page);
        var offers = page.Shown.Take(MostButtons).Select(action => ClaimAction.OfferToTake(action) with { Label = new TakeThat(action.Ref) });
        return new OpenActions(free.Count, [.. page.Shown.Select(action => Line(action, turn))], page.More)
        {
            Offers = [.. offers, .. page.OfferRest(Intent.To<ShowOpen>(), nameof(Page))],
        };
    }

    private static OpenAction Line(CoopAction action, IRecords records) =>
        new(action.Ref, action.Title, action.Due?.Told(), action.Who(records), action.Seats > 1 ? action.Seats - action.Owners.Count : null);
}
