using System.Collections.Immutable;
using System.Globalization;
using Bot.Core.Memory;
using Marks = System.Collections.Immutable.ImmutableSortedDictionary<int, int>;

namespace Bot.Core.Decisions;

/// <summary>What is counted: the ballots of those who vote, open or secret, with what the count depends on.</summary>
/// <param name="Terms">How it is decided, and between what.</param>
/// <param name="Ballots">One per voter who answered; voter 0 where nobody may know.</param>
/// <param name="Voters">How many vote.</param>
/// <param name="Options">The numbers of the options that are left.</param>
/// <param name="Seed">What a draw is made with.</param>
/// <param name="CastingVote">Whose ballot decides when as many are for as against; 0 for nobody's.</param>
internal sealed record Urn(Terms Terms, IReadOnlyList<(int Voter, Marks Marks)> Ballots, int Voters, IReadOnlyList<int> Options, string Seed, int CastingVote)
{
    /// <summary>The ballots alone.</summary>
    public IReadOnlyList<Marks> Marks => [.. Ballots.Select(ballot => ballot.Marks)];

    /// <summary>What is in the urn of a decision.</summary>
    public static Urn Of(Decision decision, Poll poll, IRecords records, string seed)
    {
        var terms = decision.Terms!;
        var voters = poll.Voters;
        return new Urn(
            terms,
            decision.Closure?.Bag is { } bag ? [.. bag.Select(ballot => (0, Read(ballot)))]
                : terms.IsSecret ? [.. SecretsOf(decision, records).Where(ballot => voters.Contains(ballot.Voter)).Select(ballot => (ballot.Voter, ballot.Marks))]
                : [.. poll.Valid.Where(ballot => ballot.Marks is not null).OrderBy(ballot => ballot.Voter).Select(ballot => (ballot.Voter, ballot.Marks!))],
            decision.Closure?.Count.Voters ?? voters.Count,
            poll.Progress.Runoff is { } runoff ? [.. runoff] : terms.Numbers,
            decision.Closure?.Seed ?? seed,
            terms.IsSecret ? 0 : decision.Rules.CastingVote);
    }

    /// <summary>What was voted in secret on an open decision.</summary>
    public static IEnumerable<SecretBallot> SecretsOf(Decision decision, IRecords records) => records.Live<SecretBallot>().Where(ballot => ballot.Decision == decision.Id);

    /// <summary>The ballots as a bag keeps them: what they say and no more, in that order.</summary>
    public ImmutableList<string> Bag() => [.. Marks.Select(Write).Order(StringComparer.Ordinal)];

    private static string Write(Marks marks) => string.Join(' ', marks.Select(mark => string.Create(CultureInfo.InvariantCulture, $"{mark.Key}={mark.Value}")));

    private static Marks Read(string ballot) => ballot.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(mark => mark.Split('='))
        .ToImmutableSortedDictionary(mark => int.Parse(mark[0], CultureInfo.InvariantCulture), mark => int.Parse(mark[1], CultureInfo.InvariantCulture));
}
