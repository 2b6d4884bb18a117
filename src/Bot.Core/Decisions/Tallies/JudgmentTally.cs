using System.Collections.Immutable;
using Marks = System.Collections.Immutable.ImmutableSortedDictionary<int, int>;

namespace Bot.Core.Decisions;

/// <summary>The grades of one option: how many gave it each, from « à rejeter » (0) to « très bien » (5).</summary>
/// <param name="Option">Its number.</param>
/// <param name="Counts">How many, by grade.</param>
public sealed record JudgmentStanding(int Option, ImmutableArray<int> Counts)
{
    /// <summary>
    /// The majority grade: the highest that more than half give, or better. Of an even number the lower of the two in the middle
    /// (M. Balinski and R. Laraki, Majority Judgment, MIT Press 2011, chapter 1).
    /// </summary>
    public int Median => MedianOf(Counts, Counts.Sum());

    /// <summary>By the majority grade; between equals, one majority grade is taken away from each until they differ (the same, chapter 1).</summary>
    /// <param name="other">Another option, graded by as many.</param>
    public int Against(JudgmentStanding other)
    {
        var (mine, theirs) = (Counts.ToArray(), other.Counts.ToArray());
        for (var left = Counts.Sum(); left > 0; left--)
        {
            var (median, otherMedian) = (MedianOf(mine, left), MedianOf(theirs, left));
            if (median != otherMedian)
            {
                return median.CompareTo(otherMedian);
            }

            mine[median]--;
            theirs[median]--;
        }

        return 0;
    }

    private static int MedianOf(IReadOnlyList<int> counts, int total)
    {
        var (grade, reached) = (0, 0);
        while (grade < counts.Count - 1 && (reached += counts[grade]) < (total + 1) / 2)
        {
            grade++;
        }

        return grade;
    }
}

/// <summary>Ranks options by majority judgment.</summary>
public static class JudgmentTally
{
    /// <summary>How many grades there are.</summary>
    public const int Grades = 6;

    /// <summary>The options, the best first; equals in the order of their numbers. An option that a voter did not grade is rejected by them.</summary>
    /// <param name="options">Their numbers.</param>
    /// <param name="ballots">What each voter gave, from 0 to 5.</param>
    public static IReadOnlyList<JudgmentStanding> Rank(IEnumerable<int> options, IReadOnlyCollection<Marks> ballots) =>
        [.. options.Select(option => Stand(option, ballots)).OrderDescending(Comparer<JudgmentStanding>.Create((one, other) => one.Against(other))).ThenBy(standing => standing.Option)];

    /// <summary>Those nobody is before; none when nobody voted.</summary>
    /// <param name="ranked">The options, the best first.</param>
    public static IReadOnlyList<int> Winners(IReadOnlyList<JudgmentStanding> ranked) => ranked.Count == 0 || ranked[0].Counts.Sum() == 0
        ? []
        : [.. ranked.Where(standing => standing.Against(ranked[0]) == 0).Select(standing => standing.Option)];

    private static JudgmentStanding Stand(int option, IReadOnlyCollection<Marks> ballots)
    {
        var counts = new int[Grades];
        foreach (var ballot in ballots)
        {
            counts[ballot.GetValueOrDefault(option)]++;
        }

        return new JudgmentStanding(option, [.. counts]);
    }
}
