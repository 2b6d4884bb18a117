using NodaTime;

namespace Bot.Core.Memory;

/// <summary>Reads the clock that was handed in.</summary>
public static class Clock
{
    /// <summary>Now, in whole milliseconds, as stores keep it.</summary>
    /// <param name="time">The clock that was handed in.</param>
    public static Instant GetCurrentInstant(this TimeProvider time) => Instant.FromUnixTimeMilliseconds(time.GetUtcNow().ToUnixTimeMilliseconds());
}
