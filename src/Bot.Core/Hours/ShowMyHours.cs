using Bot.Core.Commands;
using Bot.Core.Language;
using Bot.Core.Memory;
using Bot.Core.Texts;
using Bot.Core.Turns;

namespace Bot.Core.Hours;

/// <summary>What somebody gave within some days.</summary>
/// <param name="Days">The days.</param>
/// <param name="Total">What it comes to.</param>
/// <param name="Lines">Lines of this page, the newest first.</param>
/// <param name="More">How many there are behind them, if any.</param>
/// <param name="Waiting">How many things others noted for them and they have not confirmed, if any.</param>
internal sealed record MyHours(Says Days, Effort Total, IReadOnlyList<Says> Lines, int? More, Says? Waiting) : Says;

/// <summary>Somebody noted nothing within some days.</summary>
/// <param name="Days">The days.</param>
/// <param name="Waiting">How many things others noted for them and they have not confirmed, if any.</param>
internal sealed record MyHoursAreNone(Says Days, Says? Waiting) : Says;

/// <summary>How many things others noted for somebody who has not confirmed them.</summary>
/// <param name="Count">How many.</param>
public sealed record SharesWait(int Count) : Says;

/// <summary>One line of somebody's time.</summary>
/// <param name="Line">Its code.</param>
/// <param name="Time">How much.</param>
/// <param name="When">When.</param>
/// <param name="What">What was done.</param>
/// <param name="Circle">For which circle.</param>
/// <param name="State">How far it is believed.</param>
/// <param name="Question">What somebody asked about it, and waits for the answer.</param>
public sealed record MyLine(Ref Line, Effort Time, When When, string? What, string? Circle, Says State, string? Question) : Says;

/// <summary>How far a line is believed, in a word.</summary>
/// <param name="State">The key of its word.</param>
public sealed record StateNamed(string State) : Says
{
    /// <inheritdoc/>
    public override string Key => $"{nameof(StateNamed)}.{State}";
}

/// <summary>Shows who asks what they gave: this month, or within the days they name.</summary>
[HeardBy(Audience.Asker)]
public sealed record ShowMyHours(PageNumber? Page = null, HoursPeriod? In = null) : ICommand
{
    /// <inheritdoc/>
    public Says Run(Turn turn)
    {
        var days = In ?? HoursPeriod.MonthOf(WorkedOn.Today(turn));
        var ledger = Ledger.Of(turn);
        var shares = turn.Live<HoursShare>().Where(share => share.Member == turn.Member.Id).ToList();
        var waiting = shares.Count == 0 ? null : new SharesWait(shares.Count);
        List<Offer> answers = shares is [var first, ..] ? [.. ConfirmShare.Offers(first)] : [];
        List<HoursLine> mine = [.. ledger.Standing.Where(line => line.Member == turn.Member.Id && days.Holds(line.Day)).OrderByDescending(line => line.Day).ThenByDescending(line => line.Id)];
        if (mine.Count == 0)
        {
            return new MyHoursAreNone(days.Told(), waiting) { Offers = answers };
        }

        var page = PageNumber.Of(mine, Page);
        return new MyHours(days.Told(), ledger.Of(turn.Member.Id, days), [.. page.Shown.Select(line => Line(line, ledger, turn))], page.More, waiting)
        {
            Offers = [.. answers, .. page.OfferRest(In is null ? Intent.To<ShowMyHours>() : Intent.To<ShowMyHours>().With(nameof(In), days.Typed), nameof(Page))],
        };
    }

    /// <summary>A line as it is told to who may read it.</summary>
    internal static MyLine Line(HoursLine line, Ledger ledger, Turn turn)
    {
        var standing = Standing.Of(line, turn);
        return new MyLine(line.Ref, line.Time, line.When, line.What, line.What is { } done && Tag.In(done).Any() ? null : line.Circle, new StateNamed(ledger.StateOf(line, turn, turn.Now).ToString()), standing.IsOpen ? standing.Question : null);
    }
}
