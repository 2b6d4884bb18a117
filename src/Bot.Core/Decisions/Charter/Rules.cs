using System.Collections.Immutable;
using Bot.Core.Language;
using NodaTime;

namespace Bot.Core.Decisions;

/// <summary>
/// How one proposal is decided by consent. It is the coop's charter as it stood when the proposal was opened: a charter that
/// changes meanwhile changes nothing for it.
/// </summary>
public sealed record Rules
{
    /// <summary>Fewer answers than that decide nothing, unless there are fewer voters.</summary>
    public const int FewestAnswers = 3;

    /// <summary>So many people besides the author carry a proposal, or all of them when they are fewer. Nobody decides alone.</summary>
    public const int MostBearers = 2;

    /// <summary>How long people have to answer, in days.</summary>
    public int Days { get; init; } = 7;

    /// <summary>The share of the voters who must answer.</summary>
    public Share Quorum { get; init; } = Share.Percent(50);

    /// <summary>Whether there are only two answers, « d'accord » and « objection ».</summary>
    public bool IsStrict { get; init; }

    /// <summary>Whether only those who were members at the opening vote; others then give advice.</summary>
    public bool IsClosed { get; init; }

    /// <summary>Whether silence counts as consent once the time is over. Only a charter that says so has it.</summary>
    public bool SilenceConsents { get; init; }

    /// <summary>After how many months a decision is looked at again.</summary>
    public int ReviewMonths { get; init; } = 6;

    /// <summary>Who gives advice and does not vote.</summary>
    public ImmutableSortedSet<int> Advisers { get; init; } = [];

    /// <summary>Whose vote decides when as many are for as against; 0 for nobody's.</summary>
    public int CastingVote { get; init; }

    /// <summary>What more than that costs is decided by consent, not by one person who hears advice; null while there is no limit.</summary>
    public Money? AdviceUpTo { get; init; }

    /// <summary>How long a proposal that could pass waits for a last objection.</summary>
    public static readonly Duration Cooling = Duration.FromHours(24);

    /// <summary>How much longer people have when too few answered, once.</summary>
    public static readonly Duration Extension = Duration.FromHours(48);

    /// <summary>How much longer the author has to answer a question, once.</summary>
    public static readonly Duration TimeToAnswer = Duration.FromHours(24);

    /// <summary>How long people have at least after the text has changed.</summary>
    public static readonly Duration TimeToReadAgain = Duration.FromHours(48);

    /// <summary>How long an objection blocks while its reason is awaited.</summary>
    public static readonly Duration TimeToGiveReason = Duration.FromHours(24);

    /// <summary>How long the objection of somebody who left waits for a voter who takes it over.</summary>
    public static readonly Duration TimeToTakeOver = Duration.FromHours(72);

    /// <summary>How long voters can say that a correction changes more than a word.</summary>
    public static readonly Duration TimeToContest = Duration.FromHours(24);

    /// <summary>How long an objection is worked on in writing; then it is a matter for people who see each other.</summary>
    public static readonly Duration TimeForAnObjection = Duration.FromDays(5);

    private static readonly Duration LongestWait = Duration.FromHours(48);

    /// <summary>With members under the numbers they have now.</summary>
    internal Rules With(Func<int, int> now) => this with { Advisers = [.. Advisers.Select(now)], CastingVote = now(CastingVote) };

    /// <summary>How many of so many voters must answer.</summary>
    /// <param name="voters">How many voters there are.</param>
    public int AnswersNeeded(int voters) => Math.Min(voters, Math.Max(FewestAnswers, Quorum.AtLeastOf(voters)));

    /// <summary>How many of so many voters, besides the author, must be in favour.</summary>
    /// <param name="voters">How many voters there are.</param>
    public static int AccordsNeeded(int voters) => Math.Clamp(voters - 1, 1, MostBearers);

    /// <summary>How long a proposal stays open at least, so that nobody misses it between two looks at their phone: 48 hours, or half of its time.</summary>
    /// <param name="wholeTime">From its opening to its deadline.</param>
    public static Duration OpenAtLeast(Duration wholeTime) => Duration.Min(LongestWait, wholeTime / 2);

    /// <summary>
    /// For how many others one person may answer: the law on workers' cooperatives (SCOP) allows one where there are fewer than
    /// twenty members, and a twentieth of them from there on.
    /// </summary>
    /// <param name="voters">How many voters there are.</param>
    public static int MostProxies(int voters) => Math.Max(1, voters / 20);
}
