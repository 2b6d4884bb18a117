using System.Security.Cryptography;

namespace Bot.Host;

/// <summary>The only place that reads the system's clock and draws from its chance; everything else has them handed in.</summary>
internal static class WallClock
{
    /// <summary>The system's clock.</summary>
    public static TimeProvider Time => TimeProvider.System;

    /// <summary>So many bytes that nobody can guess.</summary>
    /// <param name="count">How many.</param>
    public static byte[] Chance(int count) => RandomNumberGenerator.GetBytes(count);
}
