using System.Collections.Immutable;
using System.Diagnostics;
using Bot.Core.Decisions;
using Marks = System.Collections.Immutable.ImmutableSortedDictionary<int, int>;

namespace Bench;

/// <summary>How long it takes to count 10,000 ballots on eight options, by each way to decide; the middle of some rounds, in milliseconds.</summary>
internal static class TallyRounds
{
    /// <summary>How many ballots are counted.</summary>
    public const int Ballots = 10_000;

    private const int Options = 8;
    private const int Rounds = 7;

    /// <summary>Counts.</summary>
    /// <returns>The milliseconds, by the name of the way.</returns>
    public static IReadOnlyDictionary<string, double> Run()
    {
        var random = new Random(1);
        int[] options = [.. Enumerable.Range(1, Options)];
        var one = Many(() => Marks.Empty.Add(1 + random.Next(4), 1));
        var given = Many(() => options.ToImmutableSortedDictionary(option => option, _ => random.Next(6)));
        var slots = given.Select((marks, voter) => (voter, marks.ToImmutableSortedDictionary(mark => mark.Key, mark => mark.Value % 3))).ToList();
        var orders = Many(() => options.OrderBy(_ => random.Next()).Select((option, index) => KeyValuePair.Create(option, index + 1)).ToImmutableSortedDictionary());
        return new Dictionary<string, double>(StringComparer.Ordinal)
        {
            ["majority"] = Time(() => MajorityTally.Of(one, Ballots)),
            ["sums"] = Time(() => SumTally.Rank(options, given)),
            ["scores"] = Time(() => ScoreTally.Winners(ScoreTally.Rank(options, given))),
            ["judgment"] = Time(() => JudgmentTally.Winners(JudgmentTally.Rank(options, given))),
            ["dates"] = Time(() => SlotTally.Rank(options, slots, ImmutableSortedSet.Create(1))),
            ["ranking"] = Time(() => RankTally.Of(options, orders)),
            ["seats"] = Time(() => SeatTally.Of(options, orders, 3, new Lot("seed"))),
        };
    }

    private static List<Marks> Many(Func<Marks> ballot) => [.. Enumerable.Range(0, Ballots).Select(_ => ballot())];

    private static double Time(Func<object> count)
    {
        count();
        return Pace.Median(Enumerable.Range(0, Rounds).Select(_ =>
        {
            var start = Stopwatch.GetTimestamp();
            count();
            return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        }));
    }
}
