using Bot.Core.Memory;
using Bot.Core.Texts;
using Bot.Core.Turns;
using NodaTime;

namespace Bot.Core.Slots;

/// <summary>A week's slots are open.</summary>
/// <param name="Count">How many were made.</param>
/// <param name="Monday">The week's first day.</param>
/// <param name="Sunday">Its last.</param>
/// <param name="Lines">One each.</param>
/// <param name="More">How many there are behind them.</param>
/// <param name="Standing">What was there already, and was not made again.</param>
/// <param name="Over">What was left out, since its time is over.</param>
public sealed record WeekMade(int Count, LocalDate Monday, LocalDate Sunday, IReadOnlyList<Says> Lines, int? More, IReadOnlyList<string> Standing, IReadOnlyList<string> Over) : Says;

/// <summary>A week that is far away: whether it is the one that is meant.</summary>
/// <param name="Monday">Its first day.</param>
/// <param name="Sunday">Its last.</param>
public sealed record FarAheadWeek(LocalDate Monday, LocalDate Sunday) : Says;

/// <summary>There is nothing left to make of a week.</summary>
/// <param name="Monday">The week's first day.</param>
/// <param name="Sunday">Its last.</param>
/// <param name="Standing">What is there already.</param>
/// <param name="Over">What is over.</param>
public sealed record NothingToMake(LocalDate Monday, LocalDate Sunday, IReadOnlyList<string> Standing, IReadOnlyList<string> Over) : Says;

/// <summary>A slot that was made, on a line.</summary>
/// <param name="When">When it is.</param>
/// <param name="Title">Its title.</param>
/// <param name="Slot">Its code.</param>
/// <param name="Places">How many places it has.</param>
public sealed record SlotMade(Says When, string Title, Ref Slot, int Places) : Says;

/// <summary>Makes a week's slots from the typical week, and tells of them in one message. What is there already is not made twice, and what is over is left out.</summary>
internal sealed class MakeTypicalWeek(WeekToMake week, Turn turn)
{
    // « Du 3 novembre », said in November, is hardly next year's.
    private const int WeeksAhead = 26;
    private readonly List<Slot> made = [];
    private readonly List<string> standing = [];
    private readonly List<string> over = [];

    /// <summary>Does it.</summary>
    /// <exception cref="Refusal">There is nothing to make.</exception>
    public Says Run()
    {
        if (week.Monday > turn.Today.PlusWeeks(WeeksAhead))
        {
            turn.Confirm(new FarAheadWeek(week.Monday, week.Sunday));
        }

        foreach (var line in TypicalSlot.All(turn))
        {
            Make(line, line.Of(week.Monday));
        }

        if (made.Count == 0)
        {
            throw new Refusal(new NothingToMake(week.Monday, week.Sunday, [.. standing.Distinct()], [.. over.Distinct()]));
        }

        SlotTimes.Plan(turn);
        var page = Commands.PageNumber.Of(made);
        return new WeekMade(
            made.Count, week.Monday, week.Sunday, [.. page.Shown.Select(slot => new SlotMade(slot.Time.Told(), slot.Title, slot.Ref, slot.Places))], page.More, [.. standing.Distinct()], [.. over.Distinct()])
        {
            Offers = [.. page.Shown.Select(slot => JoinSlot.OfferFor(slot, slot.Time.Day) with { Label = new IComeTo(slot.Ref) })],
        };
    }

    private void Make(TypicalSlot line, EventTime time)
    {
        if (time.Begins(turn.Zone) <= turn.Now)
        {
            over.Add(line.Title);
        }
        else if (turn.Live<Slot>().Any(slot => slot.Time.Time == time.Time && slot.Days(time.Day, time.Day).Any() && turn.TitleOf(slot).Text == FoldedTitle.Of(line.Title).Text))
        {
            standing.Add(line.Title);
        }
        else
        {
            var slot = new Slot
            {
                Id = turn.NextId<Slot>(),
                Title = line.Title,
                Room = Circle.RoomFor(line.Title, turn)?.Id ?? turn.Settings.Home,
                Time = time,
                Places = line.Places,
                Least = line.Least,
            };
            turn.Keep(slot);
            made.Add(slot);
        }
    }
}
