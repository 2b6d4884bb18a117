using Bot.Core.Commands;
using Bot.Core.Memory;
using Bot.Core.Texts;
using Bot.Core.Turns;

namespace Bot.Core.Decisions;

/// <summary>
/// Understands « D1 d'accord » wherever the coop talks, « objection : trop cher » in reply to a proposal, « 3 prévoir l'entretien » in
/// reply to its numbered choices, and the reason of an objection that was asked for.
/// </summary>
public sealed class Understanding : IUnderstand
{
    private static readonly Choice[] InOrder = [Choice.Accord, Choice.Abstention, Choice.Reserve, Choice.Objection];

    /// <inheritdoc/>
    public Intent? Read(string line, Turn turn)
    {
        var words = new Words(line);
        if (words.IsEmpty)
        {
            return null;
        }

        if (Ref.TryParse(words.Left[0].Folded, out var code) && code.Letter == Kind.Of<Decision>().Letter)
        {
            var isOpen = turn.Find<Decision>(code.Number) is { IsOpen: true };
            words.Take(0, 1);
            return isOpen ? Position(words, code, takesNumbers: true, turn) : null;
        }

        return turn.RepliedTo is { } replied && replied.Letter == Kind.Of<Decision>().Letter && turn.Find<Decision>(replied.Number) is { IsOpen: true }
            ? Position(words, replied, takesNumbers: words.Left.Count > 1, turn) ?? AnswerTo(line, replied, turn) ?? Reason(line, replied.Number, turn)
            : turn.IsPrivate ? Reason(line, null, turn)
            : null;
    }

    private static Intent? Position(Words words, Ref code, bool takesNumbers, Turn turn)
    {
        if (words.IsEmpty)
        {
            return null;
        }

        var texts = turn.Parts.Texts;
        if (takesNumbers && words.Left[0].Folded is [>= '1' and <= '4' and var digit])
        {
            words.Take(0, 1);
            return Answer(InOrder[digit - '1'], code, words, isAlone: digit <= '2', texts);
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
                return choice is { } known ? Answer(known, code, words, isAlone, texts) : To<AskAboutIt>(code, words.LeftText);
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
            Choice.Accord => To<GiveAccord>(code, whose),
            Choice.Abstention => To<GiveAbstention>(code, whose),
            Choice.Reserve => To<GiveReserve>(code, words.LeftText),
            _ => To<RaiseObjection>(code, words.LeftText),
        };
    }

    // Who was asked for a concern or a question in private may well say it where everybody reads: in reply to the proposal.
    private static Intent? AnswerTo(string line, Ref code, Turn turn) =>
        turn.OpenQuestion() is { TakesText: true } question && question.Intent.Given.GetValueOrDefault(nameof(GiveAccord.On)) == code.ToString()
            ? question.Intent.With(question.Parameter, line)
            : null;

    // Who was asked why they object says why: in reply, or alone with the bot.
    private static Intent? Reason(string line, int? decision, Turn turn)
    {
        var awaited = turn.Live<Ballot>().Where(ballot => ballot.Voter == turn.Member.Id && ballot.AwaitsReason && !ballot.IsAdvice && (decision ?? ballot.Decision) == ballot.Decision).ToList();
        return awaited is [var only] && turn.OpenQuestion() is null && line.Any(char.IsLetter) && turn.Parts.Commands.ReadBare(line) is null && !Interpreter.HasPrefix(line)
            ? To<RaiseObjection>(new Ref(Kind.Of<Decision>().Letter, only.Decision), line)
            : null;
    }

    private static Intent To<TCommand>(Ref code, string words) where TCommand : ICommand => Intent.Typed(typeof(TCommand).Name, $"{code} {words}".TrimEnd());
}
