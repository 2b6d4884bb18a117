using Bot.Core.Commands;
using Bot.Core.Memory;
using Bot.Core.Texts;
using Bot.Core.Turns;
using NodaTime;

namespace Bot.Core.Decisions;

/// <summary>Consent: it is adopted if enough answer and nobody objects.</summary>
internal sealed class ByConsent : Method
{
    private static readonly Choice[] InOrder = [Choice.Accord, Choice.Abstention, Choice.Reserve, Choice.Objection];

    /// <inheritdoc/>
    public override Says Draw(Decision decision, Turn turn) => decision.IsOpen ? DecisionCard.Open(decision, turn) : DecisionCard.Closed(decision, turn);

    /// <inheritdoc/>
    public override IReadOnlyList<Offer> Offers(Decision decision) => Offering.ToConsent(decision);

    /// <inheritdoc/>
    public override Says Tell(Decision decision, Ballot ballot) => ballot.Choice!.Value.Name();

    /// <inheritdoc/>
    public override Says Counted(Decision decision, IRecords records) => Explanation.Line(decision.Closure?.Count ?? decision.Poll(records).Count);

    /// <inheritdoc/>
    public override IReadOnlyList<Says> Lines(Decision decision, IRecords records) =>
        [.. DecisionCard.Lines(decision, decision.Poll(records), records).OfType<AnsweredBecause>()];

    /// <inheritdoc/>
    public override Says Result(Decision decision, Poll poll, IRecords records) => Closing.ConsentResult(decision, poll, records);

    /// <inheritdoc/>
    public override Says Explain(Decision decision, Turn turn) => Explanation.Of(decision, turn);

    /// <inheritdoc/>
    public override Says Opened(Decision decision, Instant deadline, Turn turn) =>
        new DecisionOpened(decision.Ref, decision.Title, deadline, decision.Poll(turn).Count.Needed);

    /// <inheritdoc/>
    public override Verdict At(Decision decision, Poll poll, Turn turn) => poll.At(turn.Now);

    /// <inheritdoc/>
    public override Intent? Understand(Words words, Decision decision, bool isReply, Turn turn)
    {
        if (words.IsEmpty)
        {
            return null;
        }

        var texts = turn.Parts.Texts;
        if ((!isReply || words.Left.Count > 1) && words.Left[0].Folded is [>= '1' and <= '4' and var digit])
        {
            words.Take(0, 1);
            return Answer(InOrder[digit - '1'], decision.Ref, words, isAlone: digit <= '2', texts);
        }

        var phrases = InOrder.SelectMany(choice => choice.Words(texts).Select(phrase => (Choice: (Choice?)choice, Phrase: phrase, IsAlone: false)))
            .Concat(texts.Words("AgreeAlone.words").Select(phrase => (Choice: (Choice?)Choice.Accord, Phrase: phrase, IsAlone: true)))
            .Concat(texts.Words("ObjectAlone.words").Select(phrase => (Choice: (Choice?)Choice.Objection, Phrase: phrase, IsAlone: true)))
            .Concat(texts.Words("AskSomething.words").Select(phrase => (Choice: (Choice?)null, Phrase: phrase, IsAlone: false)))
            .OrderByDescending(each => each.Phrase.Length);
        foreach (var (choice, phrase, isAlone) in phrases)
        {
            if (words.Spells(phrase, 0) is > 0 and var length)
            {
                words.Take(0, length);
                return choice is { } known ? Answer(known, decision.Ref, words, isAlone, texts) : Understanding.To<AskAboutIt>(decision.Ref, words.LeftText);
            }
        }

        return null;
    }

    // « D1 pour vendredi » is no answer; « D1 d'accord avec plaisir » is one, and « D1 accord pour Amina » is hers.
    private static Intent? Answer(Choice choice, Ref code, Words words, bool isAlone, TextBook texts)
    {
        if (isAlone && !words.IsEmpty)
        {
            return null;
        }

        var whose = !words.IsEmpty && (words.Left[0].Text[0] == '@' || texts.Words("OnBehalf.words").Contains(words.Left[0].Folded)) ? words.LeftText : "";
        return choice switch
        {
            Choice.Accord => Understanding.To<GiveAccord>(code, whose),
            Choice.Abstention => Understanding.To<GiveAbstention>(code, whose),
            Choice.Reserve => Understanding.To<GiveReserve>(code, words.LeftText),
            _ => Understanding.To<RaiseObjection>(code, words.LeftText),
        };
    }
}
