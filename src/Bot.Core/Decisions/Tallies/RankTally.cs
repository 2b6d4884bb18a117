using Marks = System.Collections.Immutable.ImmutableSortedDictionary<int, int>;

namespace Bot.Core.Decisions;

/// <summary>Two options, face to face.</summary>
/// <param name="Winner">The one that more prefer; of equals the first.</param>
/// <param name="Loser">The other.</param>
/// <param name="For">How many prefer the winner.</param>
/// <param name="Against">How many prefer the other.</param>
public sealed record Duel(int Winner, int Loser, int For, int Against);

/// <summary>One round of counting first choices.</summary>
/// <param name="Firsts">How many put each remaining option first.</param>
/// <param name="Out">Those with the fewest, who go together.</param>
public sealed record Round(IReadOnlyDictionary<int, int> Firsts, IReadOnlyList<int> Out);

/// <summary>How an order of preference is decided.</summary>
public enum RankedBy
{
    /// <summary>One option beats each other in a duel.</summary>
    Duels,

    /// <summary>None does; the first choices were counted in rounds.</summary>
    Rounds,

    /// <summary>Nothing separates some.</summary>
    Tie,
}

/// <summary>Preferences, counted. What a ballot leaves out stands last on it, together.</summary>
/// <param name="By">How it was decided.</param>
/// <param name="Winners">The winner; those in the tie; nobody when nobody voted.</param>
/// <param name="Duels">Each pair, face to face.</param>
/// <param name="Rounds">The rounds, when the duels go round in a circle.</param>
/// <param name="Points">Of so many options, that many points for a first place, one less for the next: only to be shown beside (Borda).</param>
public sealed record RankTally(RankedBy By, IReadOnlyList<int> Winners, IReadOnlyList<Duel> Duels, IReadOnlyList<Round> Rounds, IReadOnlyList<SumStanding> Points)
{
    /// <summary>
    /// Counts: an option that beats each other wins (Condorcet). Without one, first choices are counted in rounds among the smallest set that
    /// nothing outside of it beats (Schwartz), those with the fewest going out together, until one has more than half.
    /// </summary>
    /// <param name="options">Their numbers.</param>
    /// <param name="ballots">The rank each voter gives, 1 first.</param>
    public static RankTally Of(IReadOnlyList<int> options, IReadOnlyCollection<Marks> ballots)
    {
        var duels = DuelsOf(options, ballots);
        var points = SumTally.Rank(options, [.. ballots.Select(ballot => PointsOf(ballot, options))]);
        if (ballots.Count == 0)
        {
            return new RankTally(RankedBy.Tie, [], duels, [], points);
        }

        var unbeaten = Unbeaten(options, duels);
        if (unbeaten is [var winner] && duels.All(duel => duel.Loser != winner && (duel.Winner != winner || duel.For > duel.Against)))
        {
            return new RankTally(RankedBy.Duels, [winner], duels, [], points);
        }

        var rounds = new List<Round>();
        var left = InRounds(unbeaten, ballots, rounds);
        return new RankTally(left.Count == 1 ? RankedBy.Rounds : RankedBy.Tie, left, duels, rounds, points);
    }

    /// <summary>The option that a ballot ranks first among some; null when it ranks none of them.</summary>
    internal static int? First(Marks ballot, IReadOnlyCollection<int> among)
    {
        int? first = null;
        foreach (var (option, rank) in ballot)
        {
            first = among.Contains(option) && (first is null || rank < ballot[first.Value]) ? option : first;
        }

        return first;
    }

    private static List<Duel> DuelsOf(IReadOnlyList<int> options, IReadOnlyCollection<Marks> ballots)
    {
        var ranks = ballots.Select(ballot => options.Select(option => ballot.GetValueOrDefault(option, int.MaxValue)).ToArray()).ToList();
        var duels = new List<Duel>();
        for (var i = 0; i < options.Count; i++)
        {
            for (var j = i + 1; j < options.Count; j++)
            {
                var (one, other) = (ranks.Count(rank => rank[i] < rank[j]), ranks.Count(rank => rank[j] < rank[i]));
                duels.Add(one >= other ? new Duel(options[i], options[j], one, other) : new Duel(options[j], options[i], other, one));
            }
        }

        return duels;
    }

    // Whoever beats one of them, directly or through others, is beaten by it in the same way.
    private static List<int> Unbeaten(IReadOnlyList<int> options, List<Duel> duels)
    {
        var beats = duels.Where(duel => duel.For > duel.Against).Select(duel => (duel.Winner, duel.Loser)).ToHashSet();
        foreach (var through in options)
        {
            foreach (var from in options.Where(from => beats.Contains((from, through))).ToList())
            {
                beats.UnionWith(options.Where(to => beats.Contains((through, to))).Select(to => (from, to)).ToList());
            }
        }

        return [.. options.Where(option => options.All(other => !beats.Contains((other, option)) || beats.Contains((option, other))))];
    }

    private static List<int> InRounds(List<int> unbeaten, IReadOnlyCollection<Marks> ballots, List<Round> rounds)
    {
        var left = unbeaten;
        while (left.Count > 1)
        {
            var firsts = left.ToDictionary(option => option, _ => 0);
            foreach (var ballot in ballots)
            {
                if (First(ballot, left) is { } first)
                {
                    firsts[first]++;
                }
            }

            var (most, fewest) = (firsts.Values.Max(), firsts.Values.Min());
            List<int> last = [.. left.Where(option => firsts[option] == fewest)];
            var isWon = 2 * most > firsts.Values.Sum();
            rounds.Add(new Round(firsts, isWon || most == fewest ? [] : last));
            if (isWon)
            {
                return [left.First(option => firsts[option] == most)];
            }

            if (most == fewest)
            {
                break;
            }

            left = [.. left.Except(last)];
        }

        return left;
    }

    private static Marks PointsOf(Marks ballot, IReadOnlyList<int> options) =>
        System.Collections.Immutable.ImmutableSortedDictionary.CreateRange(
            options.Where(ballot.ContainsKey).Select(option => KeyValuePair.Create(option, options.Count - options.Count(other => ballot.GetValueOrDefault(other, int.MaxValue) < ballot[option]))));
}
