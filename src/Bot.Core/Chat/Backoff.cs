using NodaTime;

namespace Bot.Core.Chat;

/// <summary>How long to leave a server alone that does not answer: longer each time, until it answers again.</summary>
public sealed class Backoff
{
    private static readonly Duration Shortest = Duration.FromSeconds(1);
    private static readonly Duration Longest = Duration.FromMinutes(1);
    private readonly Lock gate = new();
    private Duration next = Shortest;
    private Instant until;

    /// <summary>It did not answer. Those who ask while it is left alone come back when the others do.</summary>
    /// <param name="now">Now.</param>
    /// <returns>When to try again.</returns>
    public Instant Fail(Instant now)
    {
        lock (gate)
        {
            if (now >= until)
            {
                until = now + next;
                next = Duration.Min(next + next, Longest);
            }

            return until;
        }
    }

    /// <summary>It answers.</summary>
    public void Succeed()
    {
        lock (gate)
        {
            next = Shortest;
        }
    }
}
