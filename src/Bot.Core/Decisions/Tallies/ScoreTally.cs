using Marks = System.Collections.Immutable.ImmutableSortedDictionary<int, int>;

namespace Bot.Core.Decisions;

/// <summary>The scores of one option.</summary>
/// <param name="Option">Its number.</param>
/// <param name="Sum">All scores added.</param>
/// <param name="Raters">How many scored it.</param>
/// <param name="TwiceMedian">Twice the median: of an even number of scores it lies between two.</param>
/// <param name="Low">The lowest score.</param>
/// <param name="High">The highest.</param>
public sealed record ScoreStanding(int Option, int Sum, int Raters, int TwiceMedian, int Low, int High)
{
    /// <summary>The mean in tenths, rounded to the nearest: only to be shown, never compared.</summary>
    public int Tenths => Raters == 0 ? 0 : ((20 * Sum) + Raters) / (2 * Raters);

    /// <summary>By the mean, exactly; then by the higher median, then by who was scored by more people.</summary>
    /// <param name="other">Another option.</param>
    public int Against(ScoreStanding other) =>
        Math.Min(Raters, 1) != Math.Min(other.Raters, 1) ? Raters.CompareTo(other.Raters)
        : ((long)Sum * other.Raters).CompareTo((long)other.Sum * Raters) is not 0 and var byMean ? byMean
        : TwiceMedian.CompareTo(other.TwiceMedian) is not 0 and var byMedian ? byMedian
        : Raters.CompareTo(other.Raters);
}

/// <summary>Ranks options by their scores. Who does not score an option has no opinion of it: that lowers nothing.</summary>
public static class ScoreTally
{
    /// <summary>The highest score.</summary>
    public const int Best = 5;

    /// <summary>The options, the best first; equals in the order of their numbers.</summary>
    /// <param name="options">Their numbers.</param>
    /// <param name="ballots">What each voter gave, from 0 to 5.</param>
    public static IReadOnlyList<ScoreStanding> Rank(IEnumerable<int> options, IReadOnlyCollection<Marks> ballots) =>
        [.. options.Select(option => Stand(option, ballots)).OrderDescending(Comparer<ScoreStanding>.Create((one, other) => one.Against(other))).ThenBy(standing => standing.Option)];

    /// <summary>Those nobody is before; none when nobody scored.</summary>
    /// <param name="ranked">The options, the best first.</param>
    public static IReadOnlyList<int> Winners(IReadOnlyList<ScoreStanding> ranked) =>
        [.. ranked.Where(standing => standing.Raters > 0 && standing.Against(ranked[0]) == 0).Select(standing => standing.Option)];

    private static ScoreStanding Stand(int option, IReadOnlyCollection<Marks> ballots)
    {
        List<int> scores = [.. ballots.Where(ballot => ballot.ContainsKey(option)).Select(ballot => ballot[option]).Order()];
        var count = scores.Count;
        return count == 0
            ? new ScoreStanding(option, 0, 0, 0, 0, 0)
            : new ScoreStanding(option, scores.Sum(), count, scores[(count - 1) / 2] + scores[count / 2], scores[0], scores[^1]);
    }
}
