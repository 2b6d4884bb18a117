using Bot.Core.Commands;
using Bot.Core.Memory;
using Bot.Core.Texts;
using Bot.Core.Turns;
using NodaTime;

namespace Bot.Core.Decisions;

/// <summary>An objection was noted; it blocks at once.</summary>
/// <param name="Decision">The proposal's code.</param>
/// <param name="Reason">Why.</param>
/// <param name="For">For whom, when for another.</param>
public sealed record ObjectionNoted(Ref Decision, string? Reason, string? For) : Says;

/// <summary>An objection was noted; its reason is asked for.</summary>
/// <param name="Decision">The proposal's code.</param>
/// <param name="Until">Until when it blocks without one.</param>
public sealed record WhyDoYouObject(Ref Decision, Instant Until) : Says;

/// <summary>The objection of an adviser: it blocks nothing, and any voter can make it theirs.</summary>
/// <param name="Decision">The proposal's code.</param>
/// <param name="Who">Who is worried.</param>
/// <param name="Reason">Why.</param>
public sealed record AdviserObjects(Ref Decision, string Who, string? Reason) : Says;

/// <summary>« Je reprends l'objection », on a button.</summary>
public sealed record MakeItMine : Says;

/// <summary>Objects to a proposal: it blocks at once, and the reason may follow within a day.</summary>
[HeardBy(Audience.Asker, IsPersonal = false)]
public sealed record RaiseObjection(Proposal On, string? Reason = null, OnBehalf? For = null) : ICommand
{
    /// <inheritdoc/>
    public Says Run(Turn turn)
    {
        var decision = On.Decision;
        var noted = (AnswerNoted)Voting.Answer(decision, Choice.Objection, Reason, For, turn);
        if (noted.IsAdvice)
        {
            var adviser = For?.Member ?? turn.Member;
            Course.TellAll(decision, new AdviserObjects(decision.Ref, adviser.Name, noted.Reason) { Offers = [TakeObjectionOver.Offer(decision, adviser)] }, turn);
            return noted;
        }

        return noted.Reason is null && For is null
            ? new WhyDoYouObject(decision.Ref, turn.Now + Rules.TimeToGiveReason)
            : new ObjectionNoted(decision.Ref, noted.Reason, noted.For);
    }
}
