using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using NodaTime;

namespace Bot.Core.Tests.Year;

/// <summary>An event, as who reads along knows it.</summary>
internal sealed record KnownEvent(string Code, string Title)
{
    /// <summary>When it is, as it was written: « mar. 24 nov., 18 h 30 ».</summary>
    public string When { get; init; } = "";

    public Instant Begins { get; init; }

    /// <summary>How many may come; as many as like when nobody said.</summary>
    public int Places { get; init; } = int.MaxValue;

    /// <summary>Who comes, and how many they bring.</summary>
    public ImmutableSortedDictionary<string, int> Coming { get; init; } = ImmutableSortedDictionary.Create<string, int>(StringComparer.Ordinal);

    /// <summary>Who waits for a place, in the order they came.</summary>
    public ImmutableList<string> Waiting { get; init; } = [];

    public bool IsOff { get; init; }

    /// <summary>Whether it comes again and again; then its answers are about many days.</summary>
    public bool IsSeries { get; init; }

    public int People => Coming.Sum(each => 1 + each.Value);

    public KnownEvent Without(string who) => this with { Coming = Coming.Remove(who), Waiting = Waiting.Remove(who) };
}

/// <summary>What people were told of who comes to what: the part of the <see cref="Ledger"/> that is about events.</summary>
internal sealed partial class Gatherings
{
    private readonly SortedDictionary<int, KnownEvent> events = [];

    public IEnumerable<KnownEvent> All => events.Values;

    /// <summary>What can't be true of a place and those who come.</summary>
    public List<(string Why, string What)> Complaints { get; } = [];

    public int PlacesPassedOn { get; private set; }

    /// <summary>Those who have a place that was another's, and were not told yet.</summary>
    public HashSet<(string Who, string Code)> Owed { get; } = [];

    public KnownEvent? Find(string code) => events.GetValueOrDefault(int.Parse(code[1..], CultureInfo.InvariantCulture));

    /// <summary>Somebody put something on the agenda, and its card is up.</summary>
    public void Planned(string card, int? places, Instant at)
    {
        if (AnEvent().Match(card) is { Success: true } found && Find(found.Groups["code"].Value) is null)
        {
            var isSeries = card.Contains("Ensuite :", StringComparison.Ordinal);
            var when = found.Groups["when"].Value;
            Keep(new KnownEvent(found.Groups["code"].Value, found.Groups["title"].Value) { When = when, Begins = Calendar.Moment(when, at), Places = places ?? int.MaxValue, IsSeries = isSeries });
        }
    }

    /// <summary>Reads what the bot answered to somebody.</summary>
    public void Read(string text, Instant at)
    {
        foreach (Match undone in AnAnswerAgain().Matches(text))
        {
            if (Find(undone.Groups["code"].Value) is { } about)
            {
                Keep(Again(about, undone));
            }
        }

        if (AnEvent().Match(text) is { Success: true } found && Find(found.Groups["code"].Value) is { } known)
        {
            var (line, who) = (text.Split('\n')[0], AName().Match(text).Groups["who"].Value);
            var after = PassOn(After(known, line, who, found.Groups["when"].Value, at));
            Keep(after);
            if (after.People > after.Places)
            {
                Complaints.Add(("more people than places", $"{text}\n{after}"));
            }
        }
    }

    private KnownEvent After(KnownEvent known, string line, string who, string when, Instant at) => line switch
    {
        _ when line.StartsWith("Noté, ", StringComparison.Ordinal) && line.Contains("ne vient pas", StringComparison.Ordinal) => known.Without(who),
        _ when line.StartsWith("Noté, ", StringComparison.Ordinal) && line.Contains("vient peut-être", StringComparison.Ordinal) => known.Without(who),
        _ when line.StartsWith("Noté, ", StringComparison.Ordinal) => known with { Coming = known.Coming.SetItem(who, Guests(line)), Waiting = known.Waiting.Remove(who) },
        _ when line.StartsWith("Reporté :", StringComparison.Ordinal) => known with { When = when, Begins = Calendar.Moment(when, at) },
        _ when line.StartsWith("Annulé :", StringComparison.Ordinal) && !line.Contains("a répondu", StringComparison.Ordinal) && !line.Contains("plus de réponse", StringComparison.Ordinal) =>
            (when.Length > 0 ? known with { When = when, Begins = Calendar.Moment(when, at) } : known) with { IsOff = !line.Contains("a lieu", StringComparison.Ordinal) },
        _ => known,
    };

    /// <summary>Somebody waits for a place: « Liste d'attente, n° 2 ».</summary>
    public void Waits(string text, string who)
    {
        if (text.StartsWith("Complet :", StringComparison.Ordinal) && AnEvent().Match(text) is { Success: true } found && Find(found.Groups["code"].Value) is { } known)
        {
            Keep(known with { Waiting = known.Waiting.Contains(who) ? known.Waiting : known.Waiting.Add(who), Coming = known.Coming.Remove(who) });
            if (known.People < known.Places)
            {
                Complaints.Add(("waits although there is a place", $"{who}: {text}\n{known}"));
            }
        }
    }

    /// <summary>Reads who is told that they have a place after all.</summary>
    public void Hear(string text)
    {
        foreach (Match told in APlace().Matches(text))
        {
            PlacesPassedOn++;
            if (!Owed.Remove((told.Groups["who"].Value, told.Groups["code"].Value)))
            {
                Complaints.Add(("has a place out of turn", text));
            }
        }
    }

    // Who came first has the place that another leaves, whenever they are told.
    private KnownEvent PassOn(KnownEvent known)
    {
        while (!known.IsOff && known.People < known.Places && known.Waiting is [var first, ..])
        {
            known = known with { Waiting = known.Waiting.Remove(first), Coming = known.Coming.SetItem(first, 0) };
            Owed.Add((first, known.Code));
        }

        Owed.RemoveWhere(owed => owed.Code == known.Code && (known.IsOff || !known.Coming.ContainsKey(owed.Who)));
        return known;
    }

    // « Noé a répondu oui +1 à … », « plus de réponse de Noé à … ».
    private static KnownEvent Again(KnownEvent known, Match undone)
    {
        var (who, answer) = (undone.Groups["who"].Value, undone.Groups["answer"].Value);
        return answer.Contains("attente", StringComparison.Ordinal) ? known with { Coming = known.Coming.Remove(who), Waiting = known.Waiting.Contains(who) ? known.Waiting : known.Waiting.Insert(0, who) }
            : answer.StartsWith("oui", StringComparison.Ordinal) ? known.Without(who) with { Coming = known.Coming.SetItem(who, answer.Contains('+') ? 1 : 0) }
            : known.Without(who);
    }

    private void Keep(KnownEvent known) => events[int.Parse(known.Code[1..], CultureInfo.InvariantCulture)] = known;

    private static int Guests(string line) => AGuest().Match(line) is { Success: true } guests ? int.Parse(guests.Groups["count"].Value, CultureInfo.InvariantCulture) : 0;

    [GeneratedRegex(@"« (?<title>[^»]+) » \((?<code>E\d+)\)(, (?<when>\p{L}+\. \d+(er)? \p{L}+\.?( \d{4})?, \d+ h( \d+)?))?", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex AnEvent();

    [GeneratedRegex(@"^Noté, (?<who>\p{Lu}\p{L}+)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex AName();

    [GeneratedRegex(@"(?<who>\p{Lu}\p{L}+), une place se libère pour toi : « [^»]+ » \((?<code>E\d+)\)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex APlace();

    [GeneratedRegex(@"(?<count>\d+) invité", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex AGuest();

    [GeneratedRegex(@"(?<who>\p{Lu}\p{L}+) a répondu (?<answer>[^«]*?) à « [^»]+ » \((?<code>E\d+)\)|plus de réponse d(e |')(?<who>\p{Lu}\p{L}+) à « [^»]+ » \((?<code>E\d+)\)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex AnAnswerAgain();
}
