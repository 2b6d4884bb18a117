using Bot.Core.Turns;

namespace Bot.Core.Decisions;

/// <summary>What becomes true by itself when a proposal is adopted.</summary>
internal static class Effects
{
    /// <summary>Lets it come true.</summary>
    public static void ComeTrue(Decision decision, Turn turn)
    {
        if (decision.Effect is { Rule: { } name, Value: { } value } && Enum.TryParse<Rule>(name, out var rule)
            && Charter.Of(turn).With(rule, value) is { } charter)
        {
            turn.Keep(charter);
        }

        if (decision.Effect is { Ends: > 0 } effect && turn.Find<Decision>(effect.Ends) is { } former)
        {
            turn.Keep(former with { EndedBy = decision.Id, ReviewOn = null });
        }
    }
}
