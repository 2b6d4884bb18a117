using Bot.Core.Chat;
using Bot.Core.Memory;
using Bot.Core.Texts;
using Bot.Core.Turns;
using NodaTime;

namespace Bot.Core.Decisions;

/// <summary>A proposal's card, while people answer.</summary>
/// <param name="Decision">Its code.</param>
/// <param name="Text">Its text.</param>
/// <param name="Author">Who proposes it.</param>
/// <param name="Version">The number of the text, when it is not the first.</param>
/// <param name="Until">Until when one can answer.</param>
/// <param name="IsCooling">Whether it is adopted then unless somebody objects.</param>
/// <param name="Answered">How many answered.</param>
/// <param name="Voters">Of how many.</param>
/// <param name="Needed">How many have to.</param>
/// <param name="Lines">What they answered.</param>
public sealed record DecisionReads(
    Ref Decision, string Text, string Author, int? Version, Instant Until, bool IsCooling, int Answered, int Voters, int Needed, IReadOnlyList<Says> Lines) : Says, IOfferAVote;

/// <summary>A proposal's card, once it is closed.</summary>
/// <param name="Decision">Its code.</param>
/// <param name="Text">Its text.</param>
/// <param name="Author">Who proposed it.</param>
/// <param name="Outcome">How it ended.</param>
/// <param name="Count">How many answered.</param>
/// <param name="Lines">What people answered.</param>
/// <param name="ReviewOn">When it is looked at again.</param>
public sealed record DecisionRead(Ref Decision, string Text, string Author, Says Outcome, Says Count, IReadOnlyList<Says> Lines, LocalDate? ReviewOn) : Says;

/// <summary>A proposal that was taken back before anybody answered.</summary>
public sealed record NoSuchDecision : Says;

/// <summary>Who answered the same, on a line.</summary>
/// <param name="Choice">What.</param>
/// <param name="Count">How many.</param>
/// <param name="Who">The first of them.</param>
/// <param name="More">How many more.</param>
public sealed record AnsweredSo(Says Choice, int Count, IReadOnlyList<string> Who, int? More) : Says;

/// <summary>A concern or an objection, on a line.</summary>
/// <param name="Choice">Which.</param>
/// <param name="Who">Whose.</param>
/// <param name="Reason">Why; null while it is awaited.</param>
public sealed record AnsweredBecause(Says Choice, string Who, string? Reason) : Says;

/// <summary>A question that waits for its answer, on a line.</summary>
/// <param name="Who">Who asks.</param>
/// <param name="Text">What.</param>
public sealed record QuestionWaits(string Who, string Text) : Says;

/// <summary>What those who do not vote think, on a line.</summary>
/// <param name="Accords">How many are for it.</param>
/// <param name="Objections">How many are worried.</param>
/// <param name="Others">How many say something else.</param>
public sealed record AdviceSoFar(int? Accords, int? Objections, int? Others) : Says;

/// <summary>How many have to confirm what they answered to an earlier text.</summary>
/// <param name="Count">How many.</param>
/// <param name="Version">The number of the present text.</param>
public sealed record ToBeConfirmed(int Count, int Version) : Says;

/// <summary>« Adoptée », and the like.</summary>
/// <param name="Ending">The key of its word.</param>
/// <param name="On">When.</param>
public sealed record Ended(string Ending, Instant On) : Says
{
    /// <summary>What was chosen, or what ties.</summary>
    public Says? What { get; init; }

    /// <inheritdoc/>
    public override string Key => $"Ended.{Ending}";
}

/// <summary>
/// One message per proposal and room, edited in place: what is proposed, until when, who answered what. Words before symbols, no bar:
/// it is read aloud as well as seen.
/// </summary>
public sealed class DecisionCard : ICard
{
    private const int MostNames = 5;
    private const int MostReasons = 4;
    private const int FitsOnALine = 120;

    /// <inheritdoc/>
    public bool IsPinned => true;

    /// <inheritdoc/>
    public bool Shows(string subject) => Ref.TryParse(subject, out var code) && code.Letter == Kind.Of<Decision>().Letter;

    /// <inheritdoc/>
    public bool IsAlive(string subject, Turn turn) => Find(subject, turn) is null or { IsOpen: true };

    /// <inheritdoc/>
    public IEnumerable<string> SubjectsOf(Document changed) => changed switch
    {
        Decision decision => [decision.Ref.ToString()],
        Progress progress => [Code(progress.Id)],
        Ballot ballot => [Code(ballot.Decision)],
        Inquiry inquiry => [Code(inquiry.Decision)],
        _ => [],
    };

    /// <inheritdoc/>
    public Says? Milestone(Document before, Document after, Turn turn) =>
        before is Progress earlier && after is Progress { Reached: { } now } && now.Except(earlier.Reached ?? []) is { IsEmpty: false } reached ? DecisionAdvances.Of(after.Id, reached.Max, turn) : null;

    /// <inheritdoc/>
    public Says Draw(string subject, Turn turn) => Find(subject, turn) switch
    {
        null => new NoSuchDecision(),
        var decision => decision.Method.Draw(decision, turn),
    };

    /// <summary>How a closed proposal ended, in a word and a day.</summary>
    internal static Ended Outcome(Decision decision) =>
        new(decision.EndedBy > 0 ? nameof(Decision.EndedBy) : decision.Closure!.Ending.ToString(), decision.Closure!.At)
        {
            What = decision.Closure.Winners is { } winners ? OptionNames.Of(decision.Terms!, winners) : null,
        };

    /// <summary>What people answered, a line each.</summary>
    internal static IReadOnlyList<Says> Lines(Decision decision, Poll poll, IRecords records)
    {
        var valid = poll.Valid.ToList();
        var isPresumed = !valid.Exists(ballot => ballot.Voter == poll.Author) && poll.Voters.Contains(poll.Author);
        var stale = poll.ToConfirm.Count();
        return
        [
            .. Together(Choice.Accord, [.. isPresumed ? [poll.Author] : Array.Empty<int>(), .. Of(valid, Choice.Accord)], records),
            .. Together(Choice.Abstention, [.. Of(valid, Choice.Abstention)], records),
            .. Each(Choice.Reserve, [.. valid.Where(ballot => ballot.Choice == Choice.Reserve)], records),
            .. Each(Choice.Objection, [.. poll.Objections], records),
            .. decision.Inquiries(records).Where(inquiry => inquiry.IsOpen).Select(inquiry => new QuestionWaits(Name(inquiry.Member, records), Plain.Short(inquiry.Text, FitsOnALine))),
            .. Advice(poll),
            .. stale == 0 ? [] : new[] { new ToBeConfirmed(stale, decision.Version) },
        ];
    }

    /// <summary>What is decided by consent, while it is open.</summary>
    internal static DecisionReads Open(Decision decision, Turn turn)
    {
        var poll = decision.Poll(turn);
        var count = poll.Count;
        return new DecisionReads(
            decision.Ref,
            decision.Text,
            Name(decision.Author, turn),
            decision.Version == 1 ? null : decision.Version,
            poll.Progress.CoolingUntil ?? poll.Progress.Deadline,
            poll.Progress.CoolingUntil is not null,
            count.Answered,
            count.Voters,
            count.Needed,
            Lines(decision, poll, turn))
        {
            Offers = Offering.Answers(decision),
        };
    }

    /// <summary>What was to be decided by consent.</summary>
    internal static DecisionRead Closed(Decision decision, Turn turn) => new(
        decision.Ref, decision.Text, Name(decision.Author, turn), Outcome(decision), new AnswersSoFar(decision.Closure!.Count.Answered, decision.Closure.Count.Voters, decision.Ref), Lines(decision, decision.Poll(turn), turn), decision.ReviewOn);

    private static IEnumerable<Says> Together(Choice choice, List<int> who, IRecords records) => who.Count == 0
        ? []
        : [new AnsweredSo(choice.Name(), who.Count, who.Take(MostNames).Names(records), who.Count > MostNames ? who.Count - MostNames : null)];

    private static IEnumerable<Says> Each(Choice choice, List<Ballot> ballots, IRecords records) =>
    [
        .. ballots.Take(MostReasons).Select(ballot =>
            new AnsweredBecause(choice.Name(), Name(ballot.Voter, records), ballot.Reason is { } reason ? Plain.Short(reason, FitsOnALine) : null)),
        .. Together(choice, [.. ballots.Skip(MostReasons).Select(ballot => ballot.Voter)], records),
    ];

    private static IEnumerable<Says> Advice(Poll poll)
    {
        var advice = poll.Ballots.Where(ballot => ballot is { IsAdvice: true, Choice: not null }).ToList();
        var (accords, objections) = (advice.Count(ballot => ballot.Choice == Choice.Accord), advice.Count(ballot => ballot.IsObjection));
        var others = advice.Count - accords - objections;
        return advice.Count == 0 ? [] : [new AdviceSoFar(Some(accords), Some(objections), Some(others))];
    }

    private static IEnumerable<int> Of(List<Ballot> valid, Choice choice) => valid.Where(ballot => ballot.Choice == choice).Select(ballot => ballot.Voter);

    private static Decision? Find(string subject, IRecords records) =>
        Ref.TryParse(subject, out var code) ? records.Find<Decision>(code.Number) : null;

    private static string Code(int number) => new Ref(Kind.Of<Decision>().Letter, number).ToString();

    private static string Name(int member, IRecords records) => records.Find<Member>(member)!.Name;

    private static int? Some(int count) => count == 0 ? null : count;
}
