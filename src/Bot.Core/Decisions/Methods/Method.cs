using Bot.Core.Commands;
using Bot.Core.Memory;
using Bot.Core.Texts;
using Bot.Core.Turns;
using NodaTime;

namespace Bot.Core.Decisions;

/// <summary>
/// A way to decide: how it is answered, counted and told. The register, the electorate, the reminders, the proxies and the cards ask it, and
/// know none of the ways by name.
/// </summary>
internal abstract class Method
{
    private static readonly ByConsent Consent = new();

    private static readonly Dictionary<Manner, Method> Others = new()
    {
        [Manner.Majority] = new ByMajority(),
        [Manner.Survey] = new BySurvey(),
        [Manner.Dates] = new ByDates(),
        [Manner.Advice] = new ByAdvice(),
        [Manner.Scores] = new ByScores(),
        [Manner.Dots] = new ByDots(),
        [Manner.Judgment] = new ByJudgment(),
        [Manner.Ranking] = new ByRanking(),
    };

    /// <summary>The way of a decision.</summary>
    /// <param name="terms">What was said at the opening; null for consent.</param>
    public static Method Of(Terms? terms) => terms is null ? Consent : Others[terms.Manner];

    /// <summary>Whether what is decided so is looked at again after some months.</summary>
    public virtual bool IsReviewed => true;

    /// <summary>What the card reads.</summary>
    public abstract Says Draw(Decision decision, Turn turn);

    /// <summary>The buttons under the card, and under what asks for an answer.</summary>
    public abstract IReadOnlyList<Offer> Offers(Decision decision);

    /// <summary>What somebody answered, in the middle of a sentence.</summary>
    public abstract Says Tell(Decision decision, Ballot ballot);

    /// <summary>The same, as others read it: while it is open they need not know what each answered.</summary>
    public virtual Says Show(Decision decision, Ballot ballot) => Tell(decision, ballot);

    /// <summary>What the journal calls it, once it is closed.</summary>
    public virtual string TitleOf(Decision decision) => decision.Title;

    /// <summary>What was counted, on a line.</summary>
    public abstract Says Counted(Decision decision, IRecords records);

    /// <summary>What stands behind the outcome, a line each.</summary>
    public abstract IReadOnlyList<Says> Lines(Decision decision, IRecords records);

    /// <summary>How it ended, as it is told.</summary>
    public abstract Says Result(Decision decision, Poll poll, IRecords records);

    /// <summary>Why it stands where it stands.</summary>
    public abstract Says Explain(Decision decision, Turn turn);

    /// <summary>What to tell who opened it elsewhere than where it is shown.</summary>
    public abstract Says Opened(Decision decision, Instant deadline, Turn turn);

    /// <summary>Works out what becomes of it now. Asked again at once, it says the same.</summary>
    public abstract Verdict At(Decision decision, Poll poll, Turn turn);

    /// <summary>What there is to tell when people have longer.</summary>
    public virtual Says Longer(Decision decision, Progress progress, IRecords records) => new TimeExtended(decision.Ref, decision.Title, progress.Deadline);

    /// <summary>What belongs to the end of it beside the counts.</summary>
    public virtual Closure Settle(Decision decision, Closure closure, Poll poll, Turn turn) => closure;

    /// <summary>What a line means that was said about it; null when it surely means nothing to it.</summary>
    /// <param name="words">The line, without the code.</param>
    /// <param name="decision">What it is about.</param>
    /// <param name="isReply">Whether the line replies to it, so that a number alone may choose a button.</param>
    /// <param name="turn">The turn.</param>
    public abstract Intent? Understand(Words words, Decision decision, bool isReply, Turn turn);
}
