using Bot.Core.Facts;
using Bot.Core.Memory;
using Bot.Core.Turns;

namespace Bot.Core.Decisions;

/// <summary>What happens elsewhere and changes what is being decided.</summary>
public sealed class FollowDecisions : IReactTo<MessageWasShown>, IReactTo<WasPutBack>, IReactTo<MemberLeft>
{
    /// <summary>Somebody was surely told: perhaps they were the last.</summary>
    /// <param name="fact">What was shown.</param>
    /// <param name="turn">The turn.</param>
    public void When(MessageWasShown fact, Turn turn)
    {
        if (Ref.TryParse(fact.Subject, out var code) && code.Letter == Kind.Of<Decision>().Letter && turn.Find<Decision>(code.Number) is { IsOpen: true } decision
            && decision.Progress(turn).Notified.Count < turn.ShownTo(fact.Subject).Count)
        {
            Course.Follow(decision, turn);
        }
    }

    /// <summary>An answer was taken back, or given again.</summary>
    /// <param name="fact">What.</param>
    /// <param name="turn">The turn.</param>
    public void When(WasPutBack fact, Turn turn)
    {
        var touched = fact.Documents.Select(document => document switch
        {
            Ballot ballot => ballot.Decision,
            Inquiry inquiry => inquiry.Decision,
            Decision decision => decision.Id,
            _ => 0,
        });
        foreach (var decision in touched.Distinct().Select(turn.Find<Decision>).OfType<Decision>())
        {
            Course.Follow(decision, turn);
        }
    }

    /// <summary>Who is no longer a member no longer votes.</summary>
    /// <param name="fact">Who.</param>
    /// <param name="turn">The turn.</param>
    public void When(MemberLeft fact, Turn turn)
    {
        foreach (var decision in turn.Live<Decision>().Where(decision => decision.IsOpen).ToList())
        {
            Electorate.Leave(decision, fact.Member, turn);
        }
    }
}
