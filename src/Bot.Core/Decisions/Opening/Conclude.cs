using Bot.Core.Commands;
using Bot.Core.Memory;
using Bot.Core.Texts;
using Bot.Core.Turns;
using NodaTime;

namespace Bot.Core.Decisions;

/// <summary>Some of those who were named have not answered, and still have time.</summary>
/// <param name="Decision">The code.</param>
/// <param name="Who">Who.</param>
/// <param name="Until">Until when they have.</param>
public sealed record AdviceAwaited(Ref Decision, IReadOnlyList<string> Who, Instant Until) : Says;

/// <summary>Only what was asked as advice is decided by one person.</summary>
/// <param name="Decision">The code.</param>
/// <param name="Title">The title.</param>
public sealed record NotOnesOwn(Ref Decision, string Title) : Says;

/// <summary>Decides, after having heard the advice: who asked for it says what they do and what they keep of it.</summary>
public sealed record Conclude(Proposal On, string Text) : ICommand
{
    /// <inheritdoc/>
    public Says Run(Turn turn)
    {
        var decision = On.Decision;
        if (decision.Terms is not { Manner: Manner.Advice })
        {
            throw new Refusal(new NotOnesOwn(decision.Ref, decision.Title));
        }

        decision.RefuseIfNotMine(turn);
        var poll = decision.Poll(turn);
        if (!ByAdvice.MayDecide(decision, poll, turn.Now))
        {
            throw new Refusal(new AdviceAwaited(decision.Ref, [.. poll.Missing.Names(turn)], poll.Progress.Deadline));
        }

        var text = Voting.Reasoned(Text) ?? throw Doubt.NoWords<Conclude>(nameof(Text), decision.Ref.ToString());
        var noted = decision with { Note = text };
        turn.Keep(noted);
        var closed = Closing.Close(noted, Ending.Concluded, turn, isAnswer: true);
        return closed.Method.Result(closed, closed.Poll(turn), turn);
    }
}
