using System.Globalization;
using System.Text.RegularExpressions;
using NodaTime;
using NodaTime.Text;

namespace Bot.Host.Replay;

/// <summary>Follows the clock of a transcript while it is read.</summary>
/// <param name="zone">Its time zone.</param>
internal sealed partial class TranscriptClock(DateTimeZone zone)
{
    private static readonly LocalDateTime DefaultBegin = new(2026, 11, 21, 10, 0);
    private Instant now = zone.AtLeniently(DefaultBegin).ToInstant();
    private Instant? begin;

    /// <summary>When the transcript begins.</summary>
    public Instant Begin => begin ?? zone.AtLeniently(DefaultBegin).ToInstant();

    /// <summary>Moves to what is written; only the first thing of all may say any time.</summary>
    public Instant MoveTo(string words, bool isFirst)
    {
        var to = Read(words);
        if (to < now && !isFirst)
        {
            throw new FormatException("the clock does not go back");
        }

        begin ??= isFirst && !words.StartsWith('+') ? to : null;
        return now = to;
    }

    private Instant Read(string words)
    {
        if (Later().Match(words) is { Success: true } later)
        {
            var count = int.Parse(later.Groups["count"].ValueSpan, CultureInfo.InvariantCulture);
            return later.Groups["unit"].Value switch
            {
                "s" => now + Duration.FromSeconds(count),
                "min" => now + Duration.FromMinutes(count),
                "h" => now + Duration.FromHours(count),
                _ => zone.AtLeniently(now.InZone(zone).LocalDateTime.PlusDays(count)).ToInstant(),
            };
        }

        var time = Time().Match(words);
        var pattern = LocalDateTimePattern.CreateWithInvariantCulture(time.Groups["seconds"].Success ? "uuuu-MM-dd HH:mm:ss" : "uuuu-MM-dd HH:mm");
        if (!time.Success || !pattern.Parse(time.Groups["local"].Value).TryGetValue(default, out var local))
        {
            throw new FormatException($"no time: {words}");
        }

        if (time.Groups["offset"] is { Success: true } offset)
        {
            return OffsetPattern.CreateWithInvariantCulture("+HH:mm").Parse(offset.Value).TryGetValue(default, out var written)
                ? local.WithOffset(written).ToInstant()
                : throw new FormatException($"no time: {words}");
        }

        // An hour that comes twice is the first of the two; the second is written with its offset.
        return zone.MapLocal(local) is { Count: > 0 } mapped
            ? mapped.First().ToInstant()
            : throw new FormatException($"there is no such hour that day: {words}");
    }

    [GeneratedRegex(@"^\+(?<count>\d{1,5})(?<unit>s|min|h|d)$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Later();

    [GeneratedRegex(
        @"^(?<local>\d{4}-\d\d-\d\d \d\d:\d\d(?<seconds>:\d\d)?)(?<offset>[+-]\d\d:\d\d)?$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Time();
}
