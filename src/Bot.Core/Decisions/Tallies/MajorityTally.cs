using Marks = System.Collections.Immutable.ImmutableSortedDictionary<int, int>;

namespace Bot.Core.Decisions;

/// <summary>How many of those who are counted must be for it.</summary>
public enum Majority
{
    /// <summary>More for than against.</summary>
    Simple,

    /// <summary>More than half.</summary>
    Absolute,

    /// <summary>Two thirds at least.</summary>
    TwoThirds,

    /// <summary>Three quarters at least.</summary>
    ThreeQuarters,

    /// <summary>All of them.</summary>
    Unanimity,
}

/// <summary>Who is counted.</summary>
public enum Base
{
    /// <summary>Those who are for or against: an abstention is no vote (as cooperatives count at their general meetings).</summary>
    Expressed,

    /// <summary>Those who took part, abstentions included.</summary>
    Present,

    /// <summary>All who may vote.</summary>
    Registered,
}

/// <summary>A vote for or against, counted.</summary>
/// <param name="For">How many are for it.</param>
/// <param name="Against">How many are against.</param>
/// <param name="Abstentions">How many abstain.</param>
/// <param name="Apart">How many take no part.</param>
/// <param name="Registered">How many may vote.</param>
public sealed record MajorityTally(int For, int Against, int Abstentions, int Apart, int Registered)
{
    /// <summary>The four answers, as options.</summary>
    public const int Pro = 1, Contra = 2, Neither = 3, NoPart = 4;

    /// <summary>Counts.</summary>
    /// <param name="ballots">One per voter, with one of the four answers marked.</param>
    /// <param name="registered">How many may vote.</param>
    public static MajorityTally Of(IReadOnlyCollection<Marks> ballots, int registered)
    {
        return new MajorityTally(Count(Pro), Count(Contra), Count(Neither), Count(NoPart), registered);

        int Count(int answer) => ballots.Count(ballot => ballot.ContainsKey(answer));
    }

    /// <summary>Of how many a majority is reckoned.</summary>
    /// <param name="of">Who is counted.</param>
    public int Total(Base of) => of switch
    {
        Base.Expressed => For + Against,
        Base.Present => For + Against + Abstentions,
        _ => Registered,
    };

    /// <summary>Whether as many are for it as against.</summary>
    public bool IsLevel => For > 0 && For == Against;

    /// <summary>Whether it is adopted. As many for as against is not.</summary>
    /// <param name="majority">How many must be for it.</param>
    /// <param name="of">Of whom.</param>
    public bool Passes(Majority majority, Base of) => For > 0 && majority switch
    {
        Majority.Simple => For > Against,
        Majority.Absolute => 2 * For > Total(of),
        Majority.TwoThirds => 3 * For >= 2 * Total(of),
        Majority.ThreeQuarters => 4 * For >= 3 * Total(of),
        _ => For == Total(of),
    };
}
