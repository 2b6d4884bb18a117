using System.Collections.Immutable;
using Bot.Core.Commands;
using Bot.Core.Memory;
using Bot.Core.Texts;
using Marks = System.Collections.Immutable.ImmutableSortedDictionary<int, int>;

namespace Bot.Core.Decisions;

/// <summary>« Pour », « contre »: one of the four answers to a vote.</summary>
/// <param name="Answer">The key of its word.</param>
public sealed record VoteWord(string Answer) : Says
{
    /// <inheritdoc/>
    public override string Key => $"VoteWord.{Answer}";
}

/// <summary>A vote for or against, counted.</summary>
/// <param name="For">How many are for it.</param>
/// <param name="Against">How many are against.</param>
/// <param name="Abstentions">How many abstain.</param>
/// <param name="Apart">How many take no part.</param>
public sealed record VotesCounted(int For, int Against, int? Abstentions, int? Apart) : Says;

/// <summary>Why a vote for or against ended so.</summary>
/// <param name="For">How many are for it.</param>
/// <param name="Total">Of how many.</param>
/// <param name="Base">Who they are.</param>
/// <param name="Majority">How many had to be for it.</param>
/// <param name="IsLevel">Whether there were as many against, and nobody's vote decides then.</param>
/// <param name="IsCast">Whether there were as many against, and somebody's vote decided.</param>
public sealed record VotesDecide(int For, int Total, Says Base, Says Majority, bool IsLevel, bool IsCast) : Says;

/// <summary>« Majorité des 2/3 ».</summary>
/// <param name="Majority">The key of its words.</param>
public sealed record MajorityWord(string Majority) : Says
{
    /// <inheritdoc/>
    public override string Key => $"MajorityWord.{Majority}";
}

/// <summary>« Exprimés », « inscrits ».</summary>
/// <param name="Base">The key of its word.</param>
public sealed record BaseWord(string Base) : Says
{
    /// <inheritdoc/>
    public override string Key => $"BaseWord.{Base}";
}

/// <summary>For or against: adopted by a majority. As many for as against is not adopted, unless the charter gives somebody the casting vote.</summary>
internal sealed class ByMajority : ByBallot
{
    private static readonly (int Answer, string Name)[] Answers =
        [(MajorityTally.Pro, "Pro"), (MajorityTally.Contra, "Contra"), (MajorityTally.Neither, "Neither"), (MajorityTally.NoPart, "NoPart")];

    /// <inheritdoc/>
    public override IReadOnlyList<Offer> Offers(Decision decision) => decision.Terms!.IsSecret ? base.Offers(decision) : Choices(decision);

    /// <inheritdoc/>
    public override Step Next(Decision decision, Marks marks, IReadOnlyList<int> order) => marks.IsEmpty ? new Step(null, Choices(decision)) : Step.Done;

    /// <inheritdoc/>
    public override Paper? Read(string typed, Decision decision, Marks? before, TextBook texts)
    {
        var folded = Folding.Fold(typed).Trim(' ', '.', '!');
        var (answer, _) = Array.Find(Answers, each => folded == $"{each.Answer}" || texts.Words($"{each.Name}.words").Contains(folded));
        return answer == 0 ? null : new Paper(Marks.Empty.Add(answer, 1));
    }

    /// <inheritdoc/>
    protected override IReadOnlyList<Says> Options(Decision decision, Urn urn, IRecords records) => [];

    /// <inheritdoc/>
    protected override Says Describe(Decision decision, Marks marks) => Word(marks.Keys.First());

    /// <inheritdoc/>
    protected override Says Rule(Decision decision, int needed) => new RuleOfVote(
        nameof(Manner.Majority), needed, new MajorityWord(decision.Terms!.Majority.ToString()), new BaseWord(decision.Terms.Base.ToString()));

    /// <inheritdoc/>
    protected override Tallied Count(Urn urn)
    {
        var (majority, of) = (urn.Terms.Majority, urn.Terms.Base);
        var tally = MajorityTally.Of(urn.Marks, urn.Voters);
        var isCast = urn.CastingVote > 0 && tally.IsLevel && urn.Ballots.Any(ballot => ballot.Voter == urn.CastingVote && ballot.Marks.ContainsKey(MajorityTally.Pro));
        return new Tallied(isCast || tally.Passes(majority, of) ? Ending.Adopted : Ending.Rejected, [],
        [
            new VotesCounted(tally.For, tally.Against, tally.Abstentions == 0 ? null : tally.Abstentions, tally.Apart == 0 ? null : tally.Apart),
            new VotesDecide(tally.For, tally.Total(of), new BaseWord(of.ToString()), new MajorityWord(majority.ToString()), tally.For == tally.Against && !isCast, isCast),
        ]);
    }

    private static List<Offer> Choices(Decision decision) => [.. Answers.Select(each => Offering.ToVote(Word(each.Answer), decision, $"{each.Answer}"))];

    private static VoteWord Word(int answer) => new(Array.Find(Answers, each => each.Answer == answer).Name);
}
