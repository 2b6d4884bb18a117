using Bot.Core.Commands;
using Bot.Core.Memory;
using Bot.Core.Texts;
using Bot.Core.Turns;

namespace Bot.Core.Decisions;

/// <summary>Who has not answered a proposal.</summary>
/// <param name="Decision">Its code.</param>
/// <param name="Who">Who.</param>
/// <param name="More">How many more.</param>
/// <param name="Unreached">Those of them nobody is sure to have told.</param>
public sealed record NotAnsweredYet(Ref Decision, IReadOnlyList<string> Who, int? More, Says? Unreached) : Says;

/// <summary>Those who have no private chat with the bot and were not seen where the proposal stands.</summary>
/// <param name="Who">Who.</param>
public sealed record CannotBeReached(IReadOnlyList<string> Who) : Says;

/// <summary>Everybody has answered.</summary>
/// <param name="Decision">The proposal's code.</param>
public sealed record EverybodyAnswered(Ref Decision) : Says;

/// <summary>Shows who asks who has not answered, and who cannot be reached: only they read it.</summary>
[HeardBy(Audience.Asker)]
public sealed record ShowMissing(Proposal On) : ICommand
{
    private const int Most = 20;

    /// <inheritdoc/>
    public Says Run(Turn turn)
    {
        var decision = On.Decision;
        var poll = decision.Poll(turn);
        var missing = poll.Missing.ToList();
        if (missing.Count == 0)
        {
            return new EverybodyAnswered(decision.Ref);
        }

        var unreached = missing.Intersect(poll.NotTold).Where(voter => !turn.HasPrivateChat(turn.Find<Member>(voter)!)).ToList();
        return new NotAnsweredYet(
            decision.Ref,
            missing.Take(Most).Names(turn),
            missing.Count > Most ? missing.Count - Most : null,
            unreached.Count == 0 ? null : new CannotBeReached(unreached.Take(Most).Names(turn)));
    }
}
