using Marks = System.Collections.Immutable.ImmutableSortedDictionary<int, int>;

namespace Bot.Core.Decisions;

/// <summary>What an option got, all marks added: points, or how many chose it.</summary>
/// <param name="Option">Its number.</param>
/// <param name="Sum">The sum.</param>
/// <param name="Voters">How many gave it something.</param>
public sealed record SumStanding(int Option, int Sum, int Voters);

/// <summary>Adds up what each option got.</summary>
public static class SumTally
{
    /// <summary>The options, the most first; equals in the order of their numbers.</summary>
    /// <param name="options">Their numbers.</param>
    /// <param name="ballots">What each voter gave.</param>
    public static IReadOnlyList<SumStanding> Rank(IEnumerable<int> options, IReadOnlyCollection<Marks> ballots) =>
    [
        .. options.Select(option => new SumStanding(
                option, ballots.Sum(ballot => ballot.GetValueOrDefault(option)), ballots.Count(ballot => ballot.GetValueOrDefault(option) > 0)))
            .OrderByDescending(standing => standing.Sum).ThenBy(standing => standing.Option),
    ];

    /// <summary>Those who got most; none when nobody got anything.</summary>
    /// <param name="ranked">The options, the most first.</param>
    public static IReadOnlyList<int> Winners(IReadOnlyList<SumStanding> ranked) =>
        [.. ranked.Where(standing => standing.Sum > 0 && standing.Sum == ranked[0].Sum).Select(standing => standing.Option)];
}
