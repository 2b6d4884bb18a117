using System.Collections.Immutable;
using System.Globalization;
using Bot.Core.Memory;
using Bot.Core.Texts;
using Bot.Core.Turns;
using NodaTime;
using Marks = System.Collections.Immutable.ImmutableSortedDictionary<int, int>;

namespace Bot.Core.Decisions;

/// <summary>An order of preference, as one types it: « 2&gt;1&gt;3 ».</summary>
/// <param name="Order">The order.</param>
public sealed record OrderSaid(string Order) : Says;

/// <summary>An option that stands twice in an order.</summary>
/// <param name="Decision">The code.</param>
/// <param name="Number">The option's number.</param>
public sealed record RankedTwice(Ref Decision, int Number) : Says;

/// <summary>Asks what one prefers next.</summary>
/// <param name="Place">Which place it is for, from 1.</param>
/// <param name="Left">What is left, each with its number, unless it was listed before.</param>
public sealed record WhoNext(int Place, IReadOnlyList<string> Left) : Says;

/// <summary>« A bat B 12–7 ».</summary>
/// <param name="Who">Who beats.</param>
/// <param name="Whom">Whom.</param>
/// <param name="For">How many prefer the one.</param>
/// <param name="Against">How many prefer the other.</param>
/// <param name="IsLevel">Whether they are as many.</param>
public sealed record Beats(string Who, string Whom, int For, int Against, bool IsLevel) : Says;

/// <summary>The duels go round in a circle: the first choices decide.</summary>
public sealed record NoDuelWinner : Says;

/// <summary>A round of counting first choices.</summary>
/// <param name="Number">Which.</param>
/// <param name="Counts">What each has.</param>
/// <param name="Out">Who goes out.</param>
public sealed record RoundLine(int Number, IReadOnlyList<string> Counts, IReadOnlyList<string> Out) : Says;

/// <summary>By points, another would be first.</summary>
/// <param name="Who">Who.</param>
public sealed record ByPoints(IReadOnlyList<string> Who) : Says;

/// <summary>Nothing separates them: it was drawn.</summary>
/// <param name="Who">Who was drawn.</param>
/// <param name="Among">Among whom.</param>
/// <param name="Seed">The seed, with which anybody can draw again.</param>
public sealed record WasDrawn(string Who, IReadOnlyList<string> Among, string Seed) : Says;

/// <summary>Nothing separates some options: people have a day to rank them again.</summary>
/// <param name="Decision">The code.</param>
/// <param name="Title">The title.</param>
/// <param name="Among">Which.</param>
/// <param name="Until">Until when.</param>
public sealed record AskedAgain(Ref Decision, string Title, Says Among, Instant Until) : Says;

/// <summary>Sharing seats out: how many votes make one.</summary>
/// <param name="Quota">So many.</param>
/// <param name="Seats">How many seats there are.</param>
public sealed record SeatsAndQuota(int Quota, int Seats) : Says;

/// <summary>A step of sharing seats out.</summary>
/// <param name="Who">Who.</param>
/// <param name="IsIn">Whether they got a seat, or went out.</param>
/// <param name="Votes">With how many votes.</param>
/// <param name="WasDrawn">Whether it was drawn.</param>
public sealed record SeatLine(string Who, bool IsIn, int Votes, bool WasDrawn) : Says;

/// <summary>Which seed a draw was made with.</summary>
/// <param name="Seed">The seed.</param>
public sealed record DrawnWith(string Seed) : Says;

/// <summary>An order of preference: duels, then rounds, then a second vote, then a draw; several seats by transfers.</summary>
internal sealed class ByRanking : ByBallot
{
    private const int MostDuels = 4;

    /// <inheritdoc/>
    public override Says Longer(Decision decision, Progress progress, IRecords records) => progress.Runoff is { } runoff
        ? new AskedAgain(decision.Ref, decision.Title, OptionNames.Of(decision.Terms!, [.. runoff])!, progress.Deadline) { Offers = Offers(decision) }
        : base.Longer(decision, progress, records);

    /// <summary>Shuffled, each voter's own way: what stands first on a list is chosen more often. In a second round, what is left.</summary>
    public override IReadOnlyList<int> OrderFor(int voter, Decision decision, Turn turn) =>
        new Lot(turn.SeedOf(string.Create(CultureInfo.InvariantCulture, $"{decision.Ref} {voter}"))).Order(decision.Poll(turn).Progress.Runoff ?? InOrder(decision.Terms!));

    /// <inheritdoc/>
    public override Paper? Read(string typed, Decision decision, Marks? before, TextBook texts)
    {
        if (PaperText.Order(typed) is not { } order)
        {
            return null;
        }

        BySurvey.Options(order, decision);
        return order.GroupBy(number => number).FirstOrDefault(same => same.Count() > 1) is { } twice
            ? throw new Refusal(new RankedTwice(decision.Ref, twice.Key))
            : new Paper(order.Select((number, index) => KeyValuePair.Create(number, index + 1)).ToImmutableSortedDictionary());
    }

    /// <inheritdoc/>
    public override Step Next(Decision decision, Marks marks, IReadOnlyList<int> order)
    {
        var terms = decision.Terms!;
        var open = order.Where(number => !marks.ContainsKey(number)).ToList();
        return open.Count <= (marks.IsEmpty ? 0 : 1) || (terms.IsSecret && !marks.IsEmpty)
            ? Step.Done
            : new Step(new WhoNext(marks.Count + 1, marks.IsEmpty ? [] : [.. open.Select(number => string.Create(CultureInfo.InvariantCulture, $"{number} {terms.Options[number - 1].Text}"))]), terms.IsSecret
                ? []
                : [.. open.Select(number => Offering.ToVote(OptionNames.Of(terms.Options[number - 1]), decision, Typed(marks.Add(number, marks.Count + 1))) with { Number = number })]);
    }

    /// <inheritdoc/>
    protected override Says Describe(Decision decision, Marks marks) => new OrderSaid(Typed(marks));

    /// <inheritdoc/>
    protected override Tallied Count(Urn urn)
    {
        var names = urn.Options.ToDictionary(number => number, number => urn.Terms.Options[number - 1].Text);
        if (urn.Terms.Seats > 1)
        {
            return Seats(urn, names);
        }

        var tally = RankTally.Of(urn.Options, urn.Marks);
        var lines = Explain(tally, names);
        return tally.By != RankedBy.Tie ? new Tallied(Ending.Chosen, tally.Winners, lines)
            : tally.Winners.Count == 0 ? new Tallied(Ending.NoQuorum, [], [])
            : Draw(urn, tally.Winners, names, lines);
    }

    private static Tallied Draw(Urn urn, IReadOnlyList<int> level, Dictionary<int, string> names, List<Says> lines)
    {
        var drawn = new Lot(urn.Seed).Draw(level);
        return new Tallied(Ending.Chosen, [drawn], [.. lines, new WasDrawn(names[drawn], [.. level.Select(number => names[number])], urn.Seed)]) { WasDrawn = true, Level = level };
    }

    private static Tallied Seats(Urn urn, Dictionary<int, string> names)
    {
        var tally = SeatTally.Of(urn.Options, urn.Marks, urn.Terms.Seats, new Lot(urn.Seed));
        return new Tallied(Ending.Chosen, tally.Seated,
        [
            new SeatsAndQuota(tally.Quota, urn.Terms.Seats),
            .. tally.Steps.Select(step => new SeatLine(names[step.Option], step.IsIn, step.Votes, step.WasDrawn)),
            .. tally.WasDrawn ? [new DrawnWith(urn.Seed)] : Array.Empty<Says>(),
        ])
        {
            WasDrawn = tally.WasDrawn,
        };
    }

    // The duels of the winner are what everybody wants to read; where none wins all, each of the nearest is told.
    private static List<Says> Explain(RankTally tally, Dictionary<int, string> names)
    {
        var told = tally.By == RankedBy.Duels ? tally.Duels.Where(duel => duel.Winner == tally.Winners[0]) : tally.Duels;
        var points = SumTally.Winners(tally.Points);
        return
        [
            .. told.OrderBy(duel => duel.For - duel.Against).Take(MostDuels)
                .Select(duel => new Beats(names[duel.Winner], names[duel.Loser], duel.For, duel.Against, duel.For == duel.Against)),
            .. tally.Rounds.Count > 0 ? [new NoDuelWinner()] : Array.Empty<Says>(),
            .. tally.Rounds.Select((round, index) => new RoundLine(
                index + 1,
                [.. round.Firsts.OrderByDescending(each => each.Value).ThenBy(each => each.Key).Select(each => string.Create(CultureInfo.InvariantCulture, $"{names[each.Key]} {each.Value}"))],
                [.. round.Out.Select(number => names[number])])),
            .. tally.Winners is [var winner] && !points.Contains(winner) ? [new ByPoints([.. points.Select(number => names[number])])] : Array.Empty<Says>(),
        ];
    }

    private static string Typed(Marks marks) =>
        string.Join('>', marks.OrderBy(mark => mark.Value).Select(mark => mark.Key.ToString(CultureInfo.InvariantCulture)));
}
