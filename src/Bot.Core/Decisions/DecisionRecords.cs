using Bot.Core.Memory;

namespace Bot.Core.Decisions;

/// <summary>What belongs to a proposal, among what the coop knows.</summary>
internal static class DecisionRecords
{
    /// <summary>What was answered to it.</summary>
    public static IEnumerable<Ballot> Ballots(this Decision decision, IRecords records) =>
        (decision.IsOpen ? records.Live<Ballot>() : records.All<Ballot>()).Where(ballot => ballot.Decision == decision.Id);

    /// <summary>What one person answered to it.</summary>
    public static Ballot? BallotOf(this Decision decision, int member, IRecords records) =>
        decision.Ballots(records).FirstOrDefault(ballot => ballot.Voter == member);

    /// <summary>What one person marked, where it is not decided by consent.</summary>
    public static System.Collections.Immutable.ImmutableSortedDictionary<int, int>? MarksOf(this Decision decision, int member, IRecords records) => decision.Terms is { IsSecret: true }
        ? Urn.SecretsOf(decision, records).FirstOrDefault(ballot => ballot.Voter == member)?.Marks
        : decision.BallotOf(member, records)?.Marks;

    /// <summary>What people asked about it.</summary>
    public static IEnumerable<Inquiry> Inquiries(this Decision decision, IRecords records) =>
        (decision.IsOpen ? records.Live<Inquiry>() : records.All<Inquiry>()).Where(inquiry => inquiry.Decision == decision.Id);

    /// <summary>How far it has come.</summary>
    public static Progress Progress(this Decision decision, IRecords records) => records.Find<Progress>(decision.Id)!;

    /// <summary>It as it is counted.</summary>
    public static Poll Poll(this Decision decision, IRecords records)
    {
        var progress = decision.Progress(records);
        return new Poll
        {
            Rules = decision.Rules,
            Author = decision.Author,
            OpenedAt = decision.OpenedAt,
            Electorate = decision.Electorate,
            Ballots = [.. decision.Ballots(records)],
            Since = decision.Since,
            Terms = decision.Terms,
            OpenQuestions = decision.Inquiries(records).Count(inquiry => inquiry.IsOpen),
            Progress = progress,
        };
    }

    /// <summary>Whether somebody has answered it, or need not.</summary>
    public static bool HasAnswered(this Decision decision, int member, IRecords records) =>
        (decision.Author == member && decision.Terms is null) || (decision.BallotOf(member, records) is { HasAnswer: true } ballot && !decision.Poll(records).IsStale(ballot));

    /// <summary>The names of some members, in the order they are given.</summary>
    public static IReadOnlyList<string> Names(this IEnumerable<int> members, IRecords records) =>
        [.. members.Select(records.Find<Member>).OfType<Member>().Select(member => member.Name)];
}
