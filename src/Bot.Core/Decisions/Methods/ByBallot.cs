using Bot.Core.Commands;
using Bot.Core.Memory;
using Bot.Core.Texts;
using Bot.Core.Turns;
using NodaTime;
using Marks = System.Collections.Immutable.ImmutableSortedDictionary<int, int>;

namespace Bot.Core.Decisions;

/// <summary>What people vote on, while it is open.</summary>
/// <param name="Manner">« Vote », « Sondage ».</param>
/// <param name="Decision">Its code.</param>
/// <param name="Text">What it is about.</param>
/// <param name="Author">Who opened it.</param>
/// <param name="Lines">The options.</param>
/// <param name="How">How to answer.</param>
/// <param name="Until">Until when.</param>
/// <param name="Answered">How many answered.</param>
/// <param name="Voters">Of how many.</param>
/// <param name="Needed">How many have to, when that matters.</param>
/// <param name="IsStatutory">Whether a general meeting has to confirm it.</param>
public sealed record BallotReads(
    Says Manner, Ref Decision, string Text, string Author, IReadOnlyList<Says> Lines, Says How, Instant Until, int Answered, int Voters, int? Needed, bool IsStatutory) : Says, IListItsChoices, IOfferAVote
{
    /// <inheritdoc/>
    public bool IsPublicChoice { get; init; }
}

/// <summary>What people voted on, once it is closed.</summary>
/// <param name="Decision">Its code.</param>
/// <param name="Outcome">How it ended.</param>
/// <param name="Text">What it was about.</param>
/// <param name="Author">Who opened it.</param>
/// <param name="Lines">What was counted.</param>
/// <param name="Count">How many answered.</param>
/// <param name="IsStatutory">Whether a general meeting has to confirm it.</param>
public sealed record BallotRead(Ref Decision, Says Outcome, string Text, string Author, IReadOnlyList<Says> Lines, Says Count, bool IsStatutory) : Says;

/// <summary>How a vote ended, as it is told.</summary>
/// <param name="Ending">The key of its sentence.</param>
/// <param name="Decision">The code.</param>
/// <param name="Title">The title.</param>
/// <param name="What">What was chosen, or what ties.</param>
/// <param name="Lines">What was counted.</param>
/// <param name="IsStatutory">Whether a general meeting has to confirm it.</param>
public sealed record VoteEnded(string Ending, Ref Decision, string Title, Says? What, IReadOnlyList<Says> Lines, bool IsStatutory) : Says
{
    /// <inheritdoc/>
    public override string Key => $"VoteEnded.{Ending}";
}

/// <summary>« Vote », « Sondage »: what kind it is.</summary>
/// <param name="Manner">The key of its word.</param>
public sealed record MannerWord(string Manner) : Says
{
    /// <inheritdoc/>
    public override string Key => $"MannerWord.{Manner}";
}

/// <summary>How to answer, by the kind of vote.</summary>
/// <param name="Manner">The key of its sentence.</param>
/// <param name="Decision">The code.</param>
/// <param name="Points">Of points: how many each has.</param>
/// <param name="Cap">Of points: how many one option may get from one person.</param>
public sealed record HowToVote(string Manner, Ref Decision, int? Points, int? Cap) : Says
{
    /// <inheritdoc/>
    public override string Key => $"HowToVote.{Manner}";
}

/// <summary>An option, on a line.</summary>
/// <param name="Number">Its number.</param>
/// <param name="Option">What it is.</param>
/// <param name="Count">How many chose it, when that is shown.</param>
public sealed record OptionLine(int Number, Says Option, int? Count) : Says;

/// <summary>Somebody voted; what they voted stays theirs.</summary>
public sealed record HasVoted : Says;

/// <summary>The rule a vote goes by.</summary>
/// <param name="Manner">The key of its sentence.</param>
/// <param name="Needed">How many answers it takes.</param>
/// <param name="Majority">Of a vote for or against: how many must be for it.</param>
/// <param name="Base">Of whom.</param>
public sealed record RuleOfVote(string Manner, int Needed, Says? Majority, Says? Base) : Says
{
    /// <inheritdoc/>
    public override string Key => $"RuleOfVote.{Manner}";
}

/// <summary>It ends at its time, or when everybody has answered.</summary>
/// <param name="Until">Its time.</param>
public sealed record EndsThen(Instant Until) : Says;

/// <summary>What was counted and what follows from it, a line each.</summary>
/// <param name="Lines">The lines.</param>
public sealed record CountedSo(IReadOnlyList<Says> Lines) : Says;

/// <summary>To who opened a vote in private: it is open, where the coop meets.</summary>
/// <param name="Manner">« Vote », « Sondage ».</param>
/// <param name="Decision">Its code.</param>
/// <param name="Title">Its title.</param>
/// <param name="Until">Until when one can answer.</param>
public sealed record VoteOpened(Says Manner, Ref Decision, string Title, Instant Until) : Says;

/// <summary>« Voter », on a button: hands out a ballot paper.</summary>
public sealed record TakePaper : Says;

/// <summary>All that is decided by ballots: each voter marks options, and the marks are counted at the end.</summary>
internal abstract class ByBallot : Method
{
    /// <summary>Whether what people answered is shown while others still can.</summary>
    protected virtual bool ShowsAnswers => false;

    /// <summary>Counts.</summary>
    protected abstract Tallied Count(Urn urn);

    /// <summary>What somebody put on their paper; null when the words say nothing of the kind.</summary>
    /// <exception cref="Refusal">They say something that can't be.</exception>
    public abstract Paper? Read(string typed, Decision decision, Marks? before, TextBook texts);

    /// <summary>What a paper says, in the middle of a sentence.</summary>
    protected abstract Says Describe(Decision decision, Marks marks);

    /// <summary>The options in the order in which somebody is asked about them.</summary>
    public virtual IReadOnlyList<int> OrderFor(int voter, Decision decision, Turn turn) => InOrder(decision.Terms!);

    /// <summary>The options in the order in which all are asked about them.</summary>
    protected virtual IReadOnlyList<int> InOrder(Terms terms) => terms.Numbers;

    /// <summary>What comes next on the paper of somebody who has marked some options.</summary>
    /// <param name="decision">What is voted on.</param>
    /// <param name="marks">What they marked.</param>
    /// <param name="order">The options in the order they are asked about them.</param>
    public virtual Step Next(Decision decision, Marks marks, IReadOnlyList<int> order) => Step.Done;

    /// <summary>The options as the card lists them.</summary>
    protected virtual IReadOnlyList<Says> Options(Decision decision, Urn urn, IRecords records) =>
        OptionNames.Lines(decision.Terms!, urn.Options);

    /// <summary>The rule, with its numbers.</summary>
    protected virtual Says Rule(Decision decision, int needed) => new RuleOfVote(decision.Terms!.Manner.ToString(), needed, null, null);

    /// <inheritdoc/>
    public override IReadOnlyList<Offer> Offers(Decision decision) => [Offering.To<OpenPaper>(new TakePaper(), decision)];

    /// <inheritdoc/>
    public override Says Draw(Decision decision, Turn turn)
    {
        var terms = decision.Terms!;
        var poll = decision.Poll(turn);
        var author = turn.Find<Member>(decision.Author)!.Name;
        if (!decision.IsOpen)
        {
            return new BallotRead(decision.Ref, DecisionCard.Outcome(decision), decision.Text, author, Lines(decision, turn), Counted(decision, turn), decision.IsStatutory);
        }

        var count = poll.Count;
        return new BallotReads(
            new MannerWord(terms.Manner.ToString()), decision.Ref, decision.Text, author, Options(decision, Urn.Of(decision, poll, turn, ""), turn), How(decision),
            poll.Progress.Deadline, count.Answered, count.Voters, terms.NeedsQuorum ? count.Needed : null, decision.IsStatutory)
        {
            Offers = Offers(decision),
            IsPublicChoice = terms is { Manner: Manner.Survey, IsSecret: false },
        };
    }

    /// <summary>How to answer, on a paper of one's own.</summary>
    public static HowToVote HowOnPaper(Decision decision)
    {
        var terms = decision.Terms!;
        return new HowToVote(terms.TakesSeveral ? "Several" : terms.Manner.ToString(), decision.Ref, terms.Points, terms.Cap == 0 ? null : terms.Cap);
    }

    // Where everybody reads, a secret vote only says where to answer.
    private static HowToVote How(Decision decision) => decision.Terms!.IsSecret ? new HowToVote("Secret", decision.Ref, null, null) : HowOnPaper(decision);

    /// <inheritdoc/>
    public override Says Tell(Decision decision, Ballot ballot) => ballot.Marks is { } marks ? Describe(decision, marks) : new HasVoted();

    /// <inheritdoc/>
    public override Says Show(Decision decision, Ballot ballot) => decision.IsOpen && !ShowsAnswers ? new HasVoted() : Tell(decision, ballot);

    /// <inheritdoc/>
    public override Says Counted(Decision decision, IRecords records)
    {
        var count = decision.Closure?.Count ?? decision.Poll(records).Count;
        return new AnswersSoFar(count.Answered, count.Voters, decision.Ref);
    }

    /// <inheritdoc/>
    public override IReadOnlyList<Says> Lines(Decision decision, IRecords records) =>
        decision.IsOpen ? [] : Count(Urn.Of(decision, decision.Poll(records), records, "")).Lines;

    /// <inheritdoc/>
    public override string TitleOf(Decision decision) => decision.Closure is { Ending: Ending.Chosen, Winners: { } winners }
        ? $"{decision.Title} : {string.Join(", ", winners.Select(number => decision.Terms!.Options[number - 1].Text))}"
        : decision.Title;

    /// <inheritdoc/>
    public override Says Result(Decision decision, Poll poll, IRecords records) => decision.Closure!.Ending switch
    {
        Ending.NoQuorum => new DecisionLapsed(decision.Ref, decision.Title, decision.Closure.Count.Answered, decision.Closure.Count.Needed),
        Ending.Withdrawn => new DecisionWithdrawn(decision.Ref, decision.Title, records.Find<Member>(decision.Author)!.Name),
        Ending.Referred => new ToTheMeeting(decision.Ref, decision.Title, []),
        Ending.NoBearers => new NobodyBearsIt(decision.Ref, decision.Title),
        var ending => new VoteEnded(
            ending.ToString(), decision.Ref, decision.Title, decision.Closure.Winners is { } winners ? OptionNames.Of(decision.Terms!, winners) : null, Lines(decision, records), decision.IsStatutory)
        {
            Offers = AfterTheEnd(decision, records),
        },
    };

    /// <summary>What one can do with the outcome.</summary>
    protected virtual IReadOnlyList<Offer> AfterTheEnd(Decision decision, IRecords records) => decision.Stands ? [Offering.ToMakeAction(decision)] : [];

    /// <inheritdoc/>
    public override Says Explain(Decision decision, Turn turn)
    {
        var poll = decision.Poll(turn);
        var count = decision.Closure?.Count ?? poll.Count;
        var rule = Rule(decision, count.Needed);
        return decision.IsOpen
            ? new NotYetBecause(decision.Ref, [.. count.Answered < count.Needed ? [new MissingAnswers(count.Needed - count.Answered)] : Array.Empty<Says>(), new EndsThen(poll.Progress.Deadline)], rule)
            : new EndedBecause(decision.Ref, DecisionCard.Outcome(decision), Counted(decision, turn), new CountedSo(Lines(decision, turn)), rule);
    }

    /// <inheritdoc/>
    public override Says Opened(Decision decision, Instant deadline, Turn turn) =>
        new VoteOpened(new MannerWord(decision.Terms!.Manner.ToString()), decision.Ref, decision.Title, deadline);

    /// <inheritdoc/>
    public override Verdict At(Decision decision, Poll poll, Turn turn)
    {
        var (count, progress) = (poll.Count, poll.Progress);
        var isComplete = progress.Runoff is null && count.Voters >= Rules.FewestAnswers && !poll.Missing.Any()
            && Urn.Of(decision, poll, turn, "").Ballots.All(ballot => Next(decision, ballot.Marks, decision.Terms!.Numbers).IsDone);
        if (!isComplete && turn.Now < progress.Deadline)
        {
            return new Verdict(progress);
        }

        if (decision.Terms!.NeedsQuorum && !progress.IsExtended && (count.Answered < count.Needed || poll.NotTold.Any()) && !isComplete)
        {
            return new Verdict((progress with { IsExtended = true, Deadline = Instant.Max(progress.Deadline, turn.Now) + Rules.Extension }).With(turn.Now, Turning.Extended));
        }

        if (count.Answered < count.Needed || count.Answered == 0)
        {
            return new Verdict(progress, Ending.NoQuorum);
        }

        var tallied = Count(Urn.Of(decision, poll, turn, turn.SeedOf(decision.Ref.ToString())));
        return tallied.Level is { } level && progress.Runoff is null
            ? new Verdict((progress with { Runoff = [.. level], Deadline = Instant.Max(progress.Deadline, turn.Now) + Rules.Cooling }).With(turn.Now, Turning.SecondRound))
            : new Verdict(progress, tallied.Ending);
    }

    /// <inheritdoc/>
    public override Closure Settle(Decision decision, Closure closure, Poll poll, Turn turn)
    {
        var urn = Urn.Of(decision, poll, turn, turn.SeedOf(decision.Ref.ToString()));
        var counted = closure with { Bag = decision.Terms!.IsSecret ? urn.Bag() : null };
        if (closure.Ending is not (Ending.Chosen or Ending.Tied or Ending.Told))
        {
            return counted;
        }

        var tallied = Count(urn);
        return counted with { Winners = closure.Winners ?? [.. tallied.Winners], Seed = tallied.WasDrawn ? urn.Seed : null };
    }

    /// <inheritdoc/>
    public override Intent? Understand(Words words, Decision decision, bool isReply, Turn turn)
    {
        var typed = words.LeftText;
        if (words.IsEmpty)
        {
            return null;
        }

        if (typed[0] == '?' || turn.Parts.Texts.Words("AskSomething.words").Any(phrase => words.Spells(phrase, 0) > 0))
        {
            words.Take(0, 1);
            return Understanding.To<AskAboutIt>(decision.Ref, words.LeftText);
        }

        if (typed[0] == '+' && typed.Length > 1)
        {
            return Understanding.To<AddOption>(decision.Ref, typed[1..].Trim());
        }

        try
        {
            OnBehalf.Read(words, default, turn);
            return Read(words.LeftText, decision, decision.MarksOf(turn.Member.Id, turn), turn.Parts.Texts) is null ? null : Understanding.To<GiveBallot>(decision.Ref, typed);
        }
        catch (Exception wrong) when (wrong is Refusal or Doubt)
        {
            return Understanding.To<GiveBallot>(decision.Ref, typed);
        }
    }
}
