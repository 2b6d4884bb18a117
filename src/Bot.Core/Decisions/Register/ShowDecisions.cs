using Bot.Core.Commands;
using Bot.Core.Memory;
using Bot.Core.Texts;
using Bot.Core.Turns;
using NodaTime;

namespace Bot.Core.Decisions;

/// <summary>The register: what is being decided, what people are to talk about, what was decided.</summary>
/// <param name="Open">How many are open.</param>
/// <param name="Lines">Those of this page.</param>
/// <param name="More">How many there are behind them.</param>
public sealed record RegisterReads(int Open, IReadOnlyList<Says> Lines, int? More) : Says;

/// <summary>Nothing was ever proposed.</summary>
public sealed record NoDecisions : Says;

/// <summary>What was found in the register.</summary>
/// <param name="Count">How many.</param>
/// <param name="Typed">What was looked for.</param>
/// <param name="Lines">Those of this page.</param>
/// <param name="More">How many there are behind them.</param>
public sealed record DecisionsFound(int Count, string Typed, IReadOnlyList<Says> Lines, int? More) : Says;

/// <summary>A proposal that ended, on a line.</summary>
/// <param name="Decision">Its code.</param>
/// <param name="Title">Its title.</param>
/// <param name="Outcome">How it ended.</param>
public sealed record DecisionInRegister(Ref Decision, string Title, Says Outcome) : Says;

/// <summary>« À traiter en réunion », above what is.</summary>
/// <param name="Lines">What is.</param>
public sealed record ForTheMeeting(IReadOnlyList<Says> Lines) : Says;

/// <summary>One decision, whole.</summary>
/// <param name="Decision">Its code.</param>
/// <param name="Text">Its text.</param>
/// <param name="Author">Who proposed it.</param>
/// <param name="OpenedOn">When.</param>
/// <param name="Outcome">How it ended, once it has.</param>
/// <param name="Until">Until when one can answer, while one can.</param>
/// <param name="Lines">Its answers, objections, questions and versions: those of this page.</param>
/// <param name="Note">What its author added.</param>
/// <param name="More">How many lines there are behind them.</param>
public sealed record WholeDecision(
    Ref Decision, string Text, string Author, LocalDate OpenedOn, Says? Outcome, Instant? Until, IReadOnlyList<Says> Lines, string? Note, int? More) : Says;

/// <summary>A text it had before, on a line.</summary>
/// <param name="Version">Its number.</param>
/// <param name="Text">The text.</param>
/// <param name="On">When it was written.</param>
public sealed record EarlierText(int Version, string Text, LocalDate On) : Says;

/// <summary>What somebody answered, on a line.</summary>
/// <param name="Who">Who.</param>
/// <param name="Choice">What.</param>
/// <param name="Reason">Why.</param>
/// <param name="By">Who wrote it down for them.</param>
/// <param name="IsAdvice">Whether it is advice.</param>
public sealed record OneAnswer(string Who, Says Choice, string? Reason, string? By, bool IsAdvice) : Says;

/// <summary>What became of an objection, on a line.</summary>
/// <param name="Fate">The key of its sentence.</param>
/// <param name="Who">Whose it was.</param>
/// <param name="Reason">Why.</param>
/// <param name="On">When it ended.</param>
public sealed record ObjectionTold(string Fate, string Who, string? Reason, Instant On) : Says
{
    /// <inheritdoc/>
    public override string Key => $"ObjectionTold.{Fate}";
}

/// <summary>A question and its answer, on a line.</summary>
/// <param name="Who">Who asked.</param>
/// <param name="Text">What.</param>
/// <param name="Answer">The answer.</param>
public sealed record QuestionTold(string Who, string Text, string? Answer) : Says;

/// <summary>Shows the register, what is found in it, or one decision whole.</summary>
[Menu(9)]
public sealed record ShowDecisions(CodedDecision? On = null, PageNumber? Page = null, string? Search = null) : ICommand, ISuitMoments
{
    /// <inheritdoc/>
    public static bool FitsNow(Turn turn) => turn.LastId<Decision>() > 0;

    /// <inheritdoc/>
    public Says Run(Turn turn)
    {
        var one = On?.Decision ?? (Search is null && turn.RepliedTo is { } replied && replied.Letter == Kind.Of<Decision>().Letter ? turn.Find<Decision>(replied.Number) : null);
        return one is not null ? Whole(one, turn) : Search is null ? All(turn) : Found(Search, turn);
    }

    private Says All(Turn turn)
    {
        var all = turn.All<Decision>().Reverse().ToList();
        if (all.Count == 0)
        {
            return new NoDecisions();
        }

        var meeting = all.FindAll(decision => decision.IsForMeeting);
        List<Says> lines =
        [
            .. all.Where(decision => decision.IsOpen).Select(decision => DecisionsThisWeek.Line(decision, turn)),
            .. meeting.Count == 0 ? [] : new Says[] { new ForTheMeeting([.. meeting.Select(decision => Line(decision, turn))]) },
            .. all.Where(decision => decision is { IsOpen: false, IsForMeeting: false }).Select(decision => Line(decision, turn)),
        ];
        var page = PageNumber.Of(lines, Page);
        return new RegisterReads(all.Count(decision => decision.IsOpen), page.Shown, page.More) { Offers = page.OfferRest(Intent.To<ShowDecisions>(), nameof(Page)) };
    }

    private Says Found(string typed, Turn turn)
    {
        var wanted = FoldedTitle.Of(typed);
        var found = turn.All<Decision>().Reverse().Where(decision => Matching.Compare(wanted, FoldedTitle.Of(decision.Text), Fit.Typo) <= Fit.Typo).ToList();
        if (found is [var only])
        {
            return Whole(only, turn);
        }

        var page = PageNumber.Of(found, Page);
        return new DecisionsFound(
            found.Count, Plain.Short(typed), [.. page.Shown.Select(decision => decision.IsOpen ? DecisionsThisWeek.Line(decision, turn) : (Says)Line(decision, turn))], page.More)
        {
            Offers = page.OfferRest(Intent.To<ShowDecisions>().With(nameof(Search), typed), nameof(Page)),
        };
    }

    private WholeDecision Whole(Decision decision, Turn turn)
    {
        var page = PageNumber.Of(Details(decision, turn), Page);
        return new WholeDecision(
            decision.Ref,
            decision.Text,
            turn.Find<Member>(decision.Author)!.Name,
            Day(decision.OpenedAt, turn),
            decision.IsOpen ? null : DecisionCard.Outcome(decision),
            decision.IsOpen ? decision.Progress(turn) is var progress ? progress.CoolingUntil ?? progress.Deadline : null : null,
            page.Shown,
            decision.Note,
            page.More)
        {
            Offers = [.. page.OfferRest(Intent.To<ShowDecisions>().With(nameof(On), decision.Ref), nameof(Page)), .. decision.IsOpen ? Offering.Answers(decision) : []],
        };
    }

    /// <summary>Everything that was said about a decision, a line each.</summary>
    internal static List<Says> Details(Decision decision, Turn turn)
    {
        var ballots = decision.Ballots(turn).ToList();
        return
        [
            .. decision is { Terms: not null, IsOpen: false } ? decision.Method.Lines(decision, turn) : [],
            .. ballots.Where(ballot => ballot.HasAnswer).OrderBy(ballot => ballot.At).Select(ballot => new OneAnswer(
                Name(ballot.Voter, turn), decision.Method.Show(decision, ballot), ballot.Reason, ballot.By is { } by ? Name(by, turn) : null, ballot.IsAdvice)),
            .. ballots.SelectMany(ballot => ballot.Past.Select(past => (past.At, Says: new ObjectionTold(past.Fate.ToString(), Name(ballot.Voter, turn), past.Reason, past.At))))
                .OrderBy(each => each.At).Select(each => each.Says),
            .. decision.Inquiries(turn).Select(inquiry => new QuestionTold(Name(inquiry.Member, turn), inquiry.Text, inquiry.Answer)),
            .. decision.Wordings.SkipLast(1).Select((wording, index) => new EarlierText(index + 1, wording.Text, Day(wording.At, turn))),
        ];
    }

    private static DecisionInRegister Line(Decision decision, Turn turn) => new(decision.Ref, decision.Title, DecisionCard.Outcome(decision));

    private static LocalDate Day(Instant at, Turn turn) => at.InZone(turn.Zone).Date;

    private static string Name(int member, IRecords records) => records.Find<Member>(member)!.Name;
}
