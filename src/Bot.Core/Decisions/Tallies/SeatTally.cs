using Marks = System.Collections.Immutable.ImmutableSortedDictionary<int, int>;

namespace Bot.Core.Decisions;

/// <summary>One step of sharing seats out.</summary>
/// <param name="Option">Who got a seat, or went out.</param>
/// <param name="IsIn">Whether they got a seat.</param>
/// <param name="Votes">The votes they had then, the fraction cut off: only to be shown.</param>
/// <param name="WasDrawn">Whether others had exactly as many, and it was drawn.</param>
public sealed record SeatStep(int Option, bool IsIn, int Votes, bool WasDrawn);

/// <summary>
/// Several seats by order of preference: the single transferable vote, with the Droop quota, and what somebody has beyond it handed on in
/// equal fractions of each of their ballots (weighted inclusive Gregory). Exact: no rounding decides who sits.
/// </summary>
/// <param name="Quota">How many votes make a seat.</param>
/// <param name="Seated">Who sits, in the order they got there.</param>
/// <param name="Steps">How.</param>
public sealed record SeatTally(int Quota, IReadOnlyList<int> Seated, IReadOnlyList<SeatStep> Steps)
{
    /// <summary>Whether a draw was needed.</summary>
    public bool WasDrawn => Steps.Any(step => step.WasDrawn);

    /// <summary>Counts.</summary>
    /// <param name="options">Their numbers.</param>
    /// <param name="ballots">The rank each voter gives, 1 first.</param>
    /// <param name="seats">How many seats.</param>
    /// <param name="lot">Draws between those who have exactly as many.</param>
    public static SeatTally Of(IReadOnlyList<int> options, IReadOnlyCollection<Marks> ballots, int seats, Lot lot)
    {
        var quota = (ballots.Count / (seats + 1)) + 1;
        var piles = ballots.GroupBy(ballot => string.Join(' ', ballot.OrderBy(mark => mark.Value).Select(mark => mark.Key)), StringComparer.Ordinal)
            .OrderBy(same => same.Key, StringComparer.Ordinal).Select(same => new Pile(same.First(), Fraction.Whole(same.Count()))).ToList();
        var hopeful = options.ToList();
        var steps = new List<SeatStep>();
        piles.ForEach(pile => pile.At = RankTally.First(pile.Ballot, hopeful));
        while (hopeful.Count > 0 && steps.Count(step => step.IsIn) < seats)
        {
            var votes = hopeful.ToDictionary(option => option, option => piles.Where(pile => pile.At == option).Aggregate(Fraction.Whole(0), (sum, pile) => sum + pile.Weight));
            var fits = hopeful.Count <= seats - steps.Count(step => step.IsIn);
            var most = votes.Values.Max();
            var isIn = fits || most >= Fraction.Whole(quota);
            var level = isIn ? most : votes.Values.Min();
            List<int> those = [.. hopeful.Where(option => votes[option] == level)];
            var next = those.Count == 1 ? those[0] : lot.Draw(those);
            steps.Add(new SeatStep(next, isIn, (int)(votes[next].Parts / votes[next].Of), those.Count > 1 && !fits));
            hopeful.Remove(next);
            HandOn(piles, next, isIn, votes[next], quota, hopeful);
        }

        return new SeatTally(quota, [.. steps.Where(step => step.IsIn).Select(step => step.Option)], steps);
    }

    private static void HandOn(List<Pile> piles, int from, bool isIn, Fraction votes, int quota, List<int> hopeful)
    {
        var surplus = votes - Fraction.Whole(quota);
        foreach (var pile in piles.Where(pile => pile.At == from))
        {
            pile.Weight = !isIn ? pile.Weight : surplus > Fraction.Whole(0) ? pile.Weight * surplus / votes : Fraction.Whole(0);
            pile.At = RankTally.First(pile.Ballot, hopeful);
        }
    }

    private sealed class Pile(Marks ballot, Fraction weight)
    {
        public Marks Ballot { get; } = ballot;

        public Fraction Weight { get; set; } = weight;

        public int? At { get; set; }
    }
}
