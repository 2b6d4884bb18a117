using System.Security.Cryptography;
using System.Text;
using Bot.Core.Memory;
using NodaTime;

namespace Bot.Core.Turns;

/// <summary>
/// What a person shows from another account, to prove that both are theirs: 40 bits in letters and digits that nobody takes for one
/// another, good for a quarter of an hour, and once. It is kept beside the tokens of buttons. One that has served is nobody's any more.
/// </summary>
internal static class LinkCode
{
    private const string Letters = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";
    private const int Length = 8;

    /// <summary>How long one is good for.</summary>
    public static readonly Duration Lasts = Duration.FromMinutes(15);

    /// <summary>Makes the one of a turn: as unguessable as the coop's secret, and the same when the turn runs again.</summary>
    /// <param name="secret">The coop's secret.</param>
    /// <param name="key">The turn's key.</param>
    public static string Make(byte[] secret, string key) =>
        string.Concat(HMACSHA256.HashData(secret, Encoding.UTF8.GetBytes("code|" + key)).Take(Length).Select(each => Letters[each % Letters.Length]));

    /// <summary>A code as it is kept, however it was copied; null for what can't be one.</summary>
    /// <param name="typed">What was typed.</param>
    public static string? Read(string typed)
    {
        var code = typed.Trim().ToUpperInvariant().Replace("-", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal);
        return code.Length == Length && code.All(Letters.Contains) ? code : null;
    }

    /// <summary>A code as it is read and copied.</summary>
    /// <param name="code">The code as it is kept.</param>
    public static string Write(string code) => $"{code[..(Length / 2)]}-{code[(Length / 2)..]}";

    /// <summary>Whether a code can still be shown.</summary>
    /// <param name="entry">The code.</param>
    /// <param name="now">The time it is.</param>
    public static bool IsGood(TokenEntry entry, Instant now) => entry is { Member: not null } && entry.Until > now;
}
