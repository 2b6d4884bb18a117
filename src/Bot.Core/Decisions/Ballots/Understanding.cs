using Bot.Core.Commands;
using Bot.Core.Memory;
using Bot.Core.Turns;

namespace Bot.Core.Decisions;

/// <summary>
/// Understands « D1 d'accord » and « D2 1>3>2 » wherever the coop talks, « objection : trop cher » in reply to a proposal, « 3 prévoir
/// l'entretien » in reply to its numbered choices, and the reason of an objection that was asked for.
/// </summary>
public sealed class Understanding : IUnderstand
{
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
            words.Take(0, 1);
            return turn.Find<Decision>(code.Number) is { IsOpen: true } named ? named.Method.Understand(words, named, isReply: false, turn) : null;
        }

        return turn.RepliedTo is { } replied && replied.Letter == Kind.Of<Decision>().Letter && turn.Find<Decision>(replied.Number) is { IsOpen: true } decision
            ? decision.Method.Understand(words, decision, isReply: true, turn) ?? AnswerTo(line, replied, turn) ?? Reason(line, replied.Number, turn)
            : turn.IsPrivate ? Reason(line, null, turn) ?? OnPaper(words, turn)
            : null;
    }

    // « 3>1 », alone with the bot, under the ballot paper it handed out. A number alone chooses a button.
    private static Intent? OnPaper(Words words, Turn turn) =>
        turn.JustTold is { } code && code.Letter == Kind.Of<Decision>().Letter && turn.Find<Decision>(code.Number) is { IsOpen: true, Method: ByBallot method } decision
        && words.LeftText.Any(char.IsDigit) && !words.LeftText.All(char.IsDigit) && !Interpreter.HasPrefix(words.LeftText)
            ? method.Understand(words, decision, isReply: false, turn)
            : null;

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

    /// <summary>What is typed about a decision, as a command.</summary>
    internal static Intent To<TCommand>(Ref code, string words) where TCommand : ICommand => Intent.Typed(typeof(TCommand).Name, $"{code} {words}".TrimEnd());
}
