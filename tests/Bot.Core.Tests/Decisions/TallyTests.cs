using System.Collections.Immutable;
using Bot.Core.Decisions;
using Marks = System.Collections.Immutable.ImmutableSortedDictionary<int, int>;

namespace Bot.Core.Tests.Decisions;

/// <summary>The tallies as tables, worked out by hand or published elsewhere.</summary>
public sealed class TallyTests
{
    private const int Rounds = 400;

    // 20 may vote: 5 for, 4 against, 6 abstain; then the same question with other numbers.
    [Theory]
    [InlineData(5, 4, 6, Majority.Simple, Base.Expressed, true)]
    [InlineData(5, 4, 6, Majority.Absolute, Base.Expressed, true)]
    [InlineData(5, 4, 6, Majority.Absolute, Base.Present, false)]
    [InlineData(8, 4, 3, Majority.Absolute, Base.Present, true)]
    [InlineData(5, 4, 6, Majority.Absolute, Base.Registered, false)]
    [InlineData(10, 0, 0, Majority.Absolute, Base.Registered, false)]
    [InlineData(11, 0, 0, Majority.Absolute, Base.Registered, true)]
    [InlineData(6, 3, 0, Majority.TwoThirds, Base.Expressed, true)]
    [InlineData(5, 3, 0, Majority.TwoThirds, Base.Expressed, false)]
    [InlineData(6, 2, 0, Majority.ThreeQuarters, Base.Expressed, true)]
    [InlineData(5, 2, 0, Majority.ThreeQuarters, Base.Expressed, false)]
    [InlineData(5, 5, 0, Majority.Simple, Base.Expressed, false)]
    [InlineData(0, 0, 9, Majority.Simple, Base.Expressed, false)]
    [InlineData(9, 0, 3, Majority.Unanimity, Base.Expressed, true)]
    [InlineData(9, 0, 3, Majority.Unanimity, Base.Present, false)]
    public void A_majority_is_reckoned_of_those_it_is_of(int pro, int contra, int neither, Majority majority, Base of, bool passes)
    {
        var ballots = Enumerable.Repeat(Vote(1), pro).Concat(Enumerable.Repeat(Vote(2), contra)).Concat(Enumerable.Repeat(Vote(3), neither)).ToList();
        Assert.Equal(passes, MajorityTally.Of(ballots, 20).Passes(majority, of));
    }

    // The capital of Tennessee, in percent of voters (Wikipedia, « Condorcet method » and « Instant-runoff voting », 2024): 1 Memphis,
    // 2 Nashville, 3 Chattanooga, 4 Knoxville. First choices in rounds would choose Knoxville.
    private static readonly List<Marks> Tennessee =
        [.. Orders(42, 1, 2, 3, 4), .. Orders(26, 2, 3, 4, 1), .. Orders(15, 3, 4, 2, 1), .. Orders(17, 4, 3, 2, 1)];

    [Fact]
    public void In_Tennessee_Nashville_beats_each_other_city()
    {
        var tally = RankTally.Of([1, 2, 3, 4], Tennessee);
        Assert.Equal(RankedBy.Duels, tally.By);
        Assert.Equal([2], tally.Winners);
        Assert.Equal([new Duel(2, 1, 58, 42), new Duel(2, 3, 68, 32), new Duel(2, 4, 68, 32)], tally.Duels.Where(duel => duel.Winner == 2).OrderBy(duel => duel.Loser));
        Assert.Equal([(2, 294), (3, 273), (1, 226), (4, 207)], tally.Points.Select(points => (points.Option, points.Sum)));
    }

    [Fact]
    public void A_circle_without_a_smallest_is_a_tie()
    {
        var tally = RankTally.Of([1, 2, 3], [Order(1, 2, 3), Order(2, 3, 1), Order(3, 1, 2)]);
        Assert.Equal(RankedBy.Tie, tally.By);
        Assert.Equal([1, 2, 3], tally.Winners);
    }

    [Fact]
    public void Who_beats_each_other_wins_with_the_fewest_first_places()
    {
        var tally = RankTally.Of([1, 2, 3], [.. Orders(4, 1, 3, 2), .. Orders(3, 2, 3, 1), .. Orders(2, 3, 1, 2)]);
        Assert.Equal(RankedBy.Duels, tally.By);
        Assert.Equal([3], tally.Winners);
    }

    // A 5, B 4, C 3 firsts, and 4 likes everybody least: C goes, and A has 8 of 12.
    [Fact]
    public void A_circle_is_cut_by_first_choices_among_those_nobody_else_beats()
    {
        var tally = RankTally.Of([1, 2, 3, 4], [.. Orders(5, 1, 2, 3, 4), .. Orders(4, 2, 3, 1, 4), .. Orders(3, 3, 1, 2, 4)]);
        Assert.Equal(RankedBy.Rounds, tally.By);
        Assert.Equal([1], tally.Winners);
        Assert.Equal([3], tally.Rounds[0].Out);
        Assert.Equal(8, tally.Rounds[1].Firsts[1]);
        Assert.All(tally.Rounds, round => Assert.DoesNotContain(4, round.Firsts.Keys));
    }

    [Fact]
    public void What_a_ballot_leaves_out_stands_last_on_it_together()
    {
        var tally = RankTally.Of([1, 2, 3], [Order(1), Order(2, 1)]);
        Assert.Equal(new Duel(1, 3, 2, 0), tally.Duels.Single(duel => duel is { Winner: 1, Loser: 3 }));
        Assert.Equal(new Duel(2, 3, 1, 0), tally.Duels.Single(duel => duel is { Winner: 2, Loser: 3 }));
    }

    // Food for a party, 20 guests and 3 dishes (Wikipedia, « Single transferable vote », version of 2020): 1 oranges, 2 pears, 3 chocolate,
    // 4 strawberries, 5 sweets.
    [Fact]
    public void Seats_are_shared_out_by_exact_transfers()
    {
        var tally = SeatTally.Of(
            [1, 2, 3, 4, 5], [.. Orders(4, 1), .. Orders(2, 2, 1), .. Orders(8, 3, 4), .. Orders(4, 3, 5), .. Orders(1, 4), .. Orders(1, 5)], 3, new Lot("seed"));
        Assert.Equal(6, tally.Quota);
        Assert.Equal([3, 1, 4], tally.Seated);
        Assert.Equal([new(3, true, 12, false), new(2, false, 2, false), new(1, true, 6, false), new(5, false, 3, false), new SeatStep(4, true, 5, false)], tally.Steps);
    }

    // Six ballots and two seats: the quota is 3. A has 4, so each of its ballots goes on as a quarter: 3/4 to B, who had 1, and 1/4 to C, with 1.
    [Fact]
    public void A_surplus_goes_on_in_fractions_that_are_not_rounded()
    {
        var tally = SeatTally.Of([1, 2, 3], [.. Orders(3, 1, 2), .. Orders(1, 1, 3), .. Orders(1, 2), .. Orders(1, 3)], 2, new Lot("seed"));
        Assert.Equal([1, 2], tally.Seated);
        Assert.Equal(new SeatStep(3, false, 1, false), tally.Steps[1]);
    }

    [Fact]
    public void The_better_majority_grade_wins()
    {
        var ranked = JudgmentTally.Rank([1, 2], [Give(5, 4), Give(3, 4), Give(0, 1)]);
        Assert.Equal([(2, 4), (1, 3)], ranked.Select(standing => (standing.Option, standing.Median)));
        Assert.Equal([2], JudgmentTally.Winners(ranked));
    }

    // Tennessee judged (Wikipedia, « Majority judgment », 2024): excellent 3, good 2, fair 1, poor 0. Three cities are « fair »; Nashville has
    // nobody below it.
    [Fact]
    public void Equal_majority_grades_are_separated_by_taking_them_away()
    {
        var ranked = JudgmentTally.Rank(
            [1, 2, 3, 4],
            [.. Enumerable.Repeat(Give(3, 1, 0, 0), 42), .. Enumerable.Repeat(Give(0, 3, 1, 1), 26), .. Enumerable.Repeat(Give(0, 1, 3, 2), 15), .. Enumerable.Repeat(Give(0, 1, 2, 3), 17)]);
        Assert.Equal([2], JudgmentTally.Winners(ranked));
        Assert.Equal([1, 1, 1, 0], ranked.Select(standing => standing.Median));
        Assert.Equal(1, ranked[^1].Option);
    }

    [Fact]
    public void An_option_that_is_not_graded_is_rejected()
    {
        var ranked = JudgmentTally.Rank([1, 2], [Give(2, 1), Vote(2), Vote(2)]);
        Assert.Equal(0, ranked.Single(standing => standing.Option == 1).Median);
        Assert.Equal([2], JudgmentTally.Winners(ranked));
    }

    // The same as the definition: the sorted grades, and the lower middle taken out again and again.
    [Fact]
    public void Taking_majority_grades_away_one_by_one_is_what_is_done()
    {
        var random = new Random(7);
        for (var round = 0; round < Rounds; round++)
        {
            List<Marks> ballots = [.. Enumerable.Range(0, 1 + random.Next(12)).Select(_ => Give(random.Next(6), random.Next(6)))];
            var ranked = JudgmentTally.Rank([1, 2], ballots);
            Assert.Equal(
                Math.Sign(Slowly(ballots, 1).SequenceCompareTo(Slowly(ballots, 2))),
                Math.Sign(ranked.Single(standing => standing.Option == 1).Against(ranked.Single(standing => standing.Option == 2))));
        }

        static ReadOnlySpan<int> Slowly(List<Marks> ballots, int option)
        {
            List<int> left = [.. ballots.Select(ballot => ballot[option]).Order()];
            var taken = new List<int>();
            while (left.Count > 0)
            {
                taken.Add(left[(left.Count - 1) / 2]);
                left.RemoveAt((left.Count - 1) / 2);
            }

            return taken.ToArray();
        }
    }

    // Means 4, 4, 4 and 4: medians 4 and 5; then who was scored by more.
    [Fact]
    public void Equal_means_are_separated_by_the_median_and_then_by_how_many_scored()
    {
        Marks[] ballots = [Give(4, 5, 4), Give(4, 5, 4), Marks.Empty.Add(2, 2).Add(3, 4)];
        var ranked = ScoreTally.Rank([1, 2, 3, 4], ballots);
        Assert.Equal([2, 3, 1, 4], ranked.Select(standing => standing.Option));
        Assert.Equal([2], ScoreTally.Winners(ranked));
    }

    // 1/3 and 333/1000 differ, though both read 0.3.
    [Fact]
    public void Means_are_compared_exactly()
    {
        List<Marks> ballots = [Vote(1), .. Enumerable.Repeat(Marks.Empty.Add(1, 0), 2), .. Enumerable.Repeat(Vote(2), 333), .. Enumerable.Repeat(Marks.Empty.Add(2, 0), 667)];
        Assert.Equal([1], ScoreTally.Winners(ScoreTally.Rank([1, 2], ballots)));
    }

    [Fact]
    public void Those_that_tie_are_all_named()
    {
        Assert.Equal([1, 3], SumTally.Winners(SumTally.Rank([1, 2, 3], [Give(3, 2, 3)])));
        Assert.Equal([1, 2], ScoreTally.Winners(ScoreTally.Rank([1, 2], [Give(4, 4)])));
        Assert.Equal([1, 2], JudgmentTally.Winners(JudgmentTally.Rank([1, 2], [Give(4, 4)])));
        Assert.Empty(SumTally.Winners(SumTally.Rank([1, 2], [])));
    }

    // Slot 1 suits most, and somebody who must be there refuses it; slot 2 suits as many as slot 3, but more of them without need.
    [Fact]
    public void The_best_slot_is_one_that_nobody_refuses_who_must_be_there()
    {
        (int, Marks)[] ballots = [(1, Give(2, 2, 1)), (2, Give(2, 1, 1)), (3, Give(0, 2, 2)), (4, Marks.Empty.Add(1, 2))];
        Assert.Equal([1, 2, 3], SlotTally.Rank([1, 2, 3], ballots, ImmutableSortedSet<int>.Empty).Select(slot => slot.Option));
        Assert.Equal([2, 3, 1], SlotTally.Rank([1, 2, 3], ballots, ImmutableSortedSet.Create(3)).Select(slot => slot.Option));
    }

    // SHA-256 of « Lyon 2026:1 », « …:2 », « …:3 » begins with what `printf 'Lyon 2026:1' | sha256sum` says.
    [Fact]
    public void A_draw_can_be_done_again_by_anybody()
    {
        var lot = new Lot("Lyon 2026");
        var drawn = lot.Draw([1, 2, 3]);
        Assert.Equal(DrawnByHand, drawn);
        Assert.Equal(drawn, lot.Draw([3, 2, 1]));
    }

    [Fact]
    public void The_order_of_ballots_changes_nothing()
    {
        var random = new Random(11);
        for (var round = 0; round < Rounds; round++)
        {
            List<Marks> ballots = [.. Enumerable.Range(0, 1 + random.Next(9)).Select(_ => Some(random))];
            List<Marks> shuffled = [.. ballots.OrderBy(_ => random.Next())];
            Assert.Equal(Results(ballots), Results(shuffled));
        }
    }

    // Who gives the winner more does not take the victory from it: sums, scores, grades, and for or against.
    [Fact]
    public void More_for_the_winner_never_makes_it_lose()
    {
        var random = new Random(13);
        for (var round = 0; round < Rounds; round++)
        {
            List<Marks> ballots = [.. Enumerable.Range(0, 1 + random.Next(9)).Select(_ => Give(random.Next(6), random.Next(6), random.Next(6)))];
            var who = random.Next(ballots.Count);
            foreach (var winners in new Func<List<Marks>, IReadOnlyList<int>>[]
            {
                some => SumTally.Winners(SumTally.Rank([1, 2, 3], some)),
                some => ScoreTally.Winners(ScoreTally.Rank([1, 2, 3], some)),
                some => JudgmentTally.Winners(JudgmentTally.Rank([1, 2, 3], some)),
            })
            {
                var before = winners(ballots);
                if (before is not [var winner, ..])
                {
                    continue;
                }

                List<Marks> better = [.. ballots.Select((ballot, index) => index == who ? ballot.SetItem(winner, 5) : ballot)];
                Assert.Contains(winner, winners(better));
            }
        }
    }

    private const int DrawnByHand = 1;

    private static string Results(List<Marks> ballots)
    {
        var ranks = RankTally.Of([1, 2, 3, 4], ballots);
        return string.Join(
            " | ",
            string.Join(' ', SumTally.Rank([1, 2, 3, 4], ballots)),
            string.Join(' ', ScoreTally.Rank([1, 2, 3, 4], ballots)),
            string.Join(' ', JudgmentTally.Rank([1, 2, 3, 4], ballots).Select(standing => $"{standing.Option} {standing.Median}")),
            $"{ranks.By} {string.Join(' ', ranks.Winners)} {string.Join(' ', ranks.Duels)}",
            string.Join(' ', SeatTally.Of([1, 2, 3, 4], ballots, 2, new Lot("seed")).Steps),
            MajorityTally.Of(ballots, 20).ToString());
    }

    // Ranks are marks too: whatever they are, they are counted.
    private static Marks Some(Random random) =>
        Enumerable.Range(1, 4).OrderBy(_ => random.Next()).Take(1 + random.Next(4)).Select((option, index) => KeyValuePair.Create(option, index + 1)).ToImmutableSortedDictionary();

    private static Marks Vote(int option) => Marks.Empty.Add(option, 1);

    private static Marks Give(params int[] marks) => marks.Select((mark, index) => KeyValuePair.Create(index + 1, mark)).ToImmutableSortedDictionary();

    private static Marks Order(params int[] options) => options.Select((option, index) => KeyValuePair.Create(option, index + 1)).ToImmutableSortedDictionary();

    private static IEnumerable<Marks> Orders(int count, params int[] options) => Enumerable.Repeat(Order(options), count);
}
