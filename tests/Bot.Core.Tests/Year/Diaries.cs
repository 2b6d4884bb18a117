using NodaTime;

namespace Bot.Core.Tests.Year;

/// <summary>Where each person said they would be, and when: nobody is in two places at once without having heard so.</summary>
internal sealed class Diaries(Gatherings events, Rosters slots)
{
    // What the bot reckons with when nobody said how long.
    private static readonly Duration AnEvent = Duration.FromHours(1);

    // A question waits that long for its answer.
    private static readonly Duration JustBefore = Duration.FromMinutes(10);

    private readonly Dictionary<(string Who, Stay One, Stay Other), Instant> since = [];
    private readonly HashSet<(string Who, Stay One, Stay Other)> said = [];
    private readonly List<(string Who, string Text, Instant At)> warnings = [];

    private sealed record Stay(string Code, string Title, Instant Begins, Instant Ends);

    /// <summary>How often somebody was in two places, and knew.</summary>
    public int Known => said.Count;

    /// <summary>Somebody reads that they would be in two places.</summary>
    public void Warned(string who, string text, Instant at) => warnings.Add((who, text, at));

    /// <summary>Looks at all diaries, and tells who will soon be in two places and does not know.</summary>
    public IEnumerable<(string Why, string What)> Look(Instant now)
    {
        warnings.RemoveAll(each => each.At < now - JustBefore - Duration.FromDays(2));
        var clashes = All(now).GroupBy(each => each.Who, each => each.Stay)
            .SelectMany(mine => mine.SelectMany(one => mine.Where(other => string.CompareOrdinal(one.Code, other.Code) < 0 && one.Begins < other.Ends && other.Begins < one.Ends).Select(other => (Who: mine.Key, one, other)))).ToHashSet();
        foreach (var gone in since.Keys.Where(each => !clashes.Contains(each)).ToList())
        {
            since.Remove(gone);
        }

        foreach (var clash in clashes.Where(each => !said.Contains(each)))
        {
            since.TryAdd(clash, now);
            if (warnings.Any(each => each.Who == clash.Who && each.At >= since[clash] - JustBefore && (Names(each.Text, clash.one) || Names(each.Text, clash.other))))
            {
                said.Add(clash);
            }
            else if (Instant.Min(clash.one.Begins, clash.other.Begins) <= now)
            {
                said.Add(clash);
                yield return ("is in two places and does not know", $"{clash}, since {since[clash]}");
            }
        }
    }

    private static bool Names(string text, Stay stay) => text.Contains($"« {stay.Title} »", StringComparison.Ordinal);

    private IEnumerable<(string Who, Stay Stay)> All(Instant now) =>
    [
        .. from each in events.All
           where !each.IsOff && !each.IsSeries && each.Begins + AnEvent > now
           from who in each.Coming.Keys
           select (who, new Stay(each.Code, each.Title, each.Begins, each.Begins + AnEvent)),
        .. from slot in slots.All
           where !slot.IsOff
           from crew in slot.Crews
           let begins = slot.BeginsOn(crew.Key)
           where begins + slot.Length > now
           from who in crew.Value
           select (who, new Stay(slot.Code, slot.Title, begins, begins + slot.Length)),
    ];
}
