using Bot.Core.Memory;
using Bot.Core.Texts;

namespace Bot.Core.Decisions;

/// <summary>The kinds of cooperatives, each with rules that suit it to begin with.</summary>
public enum CoopKind
{
    /// <summary>None was chosen.</summary>
    None,

    /// <summary>Young people's cooperative (coopérative jeunesse de services).</summary>
    Youth,

    /// <summary>A shared place: workshop, café, garden.</summary>
    Place,

    /// <summary>A housing cooperative.</summary>
    Housing,

    /// <summary>A business and employment cooperative (CAE).</summary>
    Employment,
}

/// <summary>How the coop decides: number 1, and the only one. It is changed by consent, like everything else.</summary>
[Kind("charter")]
public sealed record Charter : Document, IDescribed
{
    /// <summary>What kind of cooperative it is.</summary>
    public CoopKind Coop { get; init; }

    /// <summary>The rules new proposals go by.</summary>
    public Rules Rules { get; init; } = new();

    /// <summary>How the coop decides now.</summary>
    /// <param name="records">Everything it knows.</param>
    public static Charter Of(IRecords records) => records.Find<Charter>(1) ?? new Charter { Id = 1 };

    /// <summary>The rules a kind of cooperative begins with.</summary>
    /// <param name="kind">The kind.</param>
    public static Rules For(CoopKind kind) => kind switch
    {
        CoopKind.Youth => new Rules { Days = 3, Quorum = Share.Percent(50) },
        CoopKind.Place => new Rules { Days = 5, Quorum = Share.Percent(40) },
        CoopKind.Housing => new Rules { Days = 7, Quorum = new Share(2, 3) },
        CoopKind.Employment => new Rules { Days = 7, Quorum = Share.Percent(33) },
        _ => new Rules(),
    };

    /// <inheritdoc/>
    public Says Describe(IRecords records) => new CharterStands();
}

/// <summary>The charter is as it was.</summary>
public sealed record CharterStands : Says;

/// <summary>What in the charter can be changed.</summary>
public enum Rule
{
    /// <summary>The kind of cooperative, with all the rules it begins with.</summary>
    Kind,

    /// <summary>How many days people have to answer.</summary>
    Days,

    /// <summary>The share of the voters who must answer.</summary>
    Quorum,

    /// <summary>Whether there are four answers or two.</summary>
    Positions,

    /// <summary>Whether newcomers join the vote.</summary>
    Voters,

    /// <summary>Whether silence is consent.</summary>
    Silence,

    /// <summary>After how many months a decision is looked at again.</summary>
    Review,

    /// <summary>Who gives advice and does not vote.</summary>
    Advice,

    /// <summary>Whose vote decides when a vote is level.</summary>
    CastingVote,

    /// <summary>Up to which amount who hears advice may decide alone.</summary>
    AdviceUpTo,
}
