using NodaTime;

namespace Bot.Core.Memory;

/// <summary>Reads the clock that was handed in.</summary>
public static class Clock
{
    /// <summary>Now, as an instant.</summary>
    /// <param name="time">The clock that was handed in.</param>
    public static Instant GetCurrentInstant(this TimeProvider time) => Instant.FromDateTimeOffset(time.GetUtcNow());
}
