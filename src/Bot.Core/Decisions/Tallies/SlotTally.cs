using Marks = System.Collections.Immutable.ImmutableSortedDictionary<int, int>;

namespace Bot.Core.Decisions;

/// <summary>What people say to one slot.</summary>
/// <param name="Option">Its number.</param>
/// <param name="Yes">Who can.</param>
/// <param name="IfNeedBe">Who can if need be.</param>
/// <param name="No">Who can't.</param>
/// <param name="IsOut">Whether somebody who must be there can't.</param>
public sealed record SlotStanding(int Option, IReadOnlyList<int> Yes, IReadOnlyList<int> IfNeedBe, IReadOnlyList<int> No, bool IsOut);

/// <summary>Ranks slots by who can come. Who did not answer for a slot has not said no.</summary>
public static class SlotTally
{
    /// <summary>What one can say to a slot.</summary>
    public const int Refused = 0, Possible = 1, Good = 2;

    /// <summary>The slots, the best first: those that nobody refuses who must be there; then most people at all, then most who can without need, then the earliest.</summary>
    /// <param name="inOrder">The numbers of the slots, the earliest first.</param>
    /// <param name="ballots">What each member said.</param>
    /// <param name="needed">Those who must be there.</param>
    public static IReadOnlyList<SlotStanding> Rank(IEnumerable<int> inOrder, IReadOnlyCollection<(int Voter, Marks Marks)> ballots, IReadOnlySet<int> needed) =>
    [
        .. inOrder.Select(option => Stand(option, ballots, needed))
            .OrderBy(slot => slot.IsOut).ThenByDescending(slot => slot.Yes.Count + slot.IfNeedBe.Count).ThenByDescending(slot => slot.Yes.Count),
    ];

    private static SlotStanding Stand(int option, IReadOnlyCollection<(int Voter, Marks Marks)> ballots, IReadOnlySet<int> needed)
    {
        var refused = Those(Refused);
        return new SlotStanding(option, Those(Good), Those(Possible), refused, refused.Any(needed.Contains));

        List<int> Those(int answer) => [.. ballots.Where(ballot => ballot.Marks.TryGetValue(option, out var mark) && mark == answer).Select(ballot => ballot.Voter)];
    }
}
