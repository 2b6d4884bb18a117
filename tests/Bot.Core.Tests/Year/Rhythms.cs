using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using NodaTime;

namespace Bot.Core.Tests.Year;

/// <summary>An action that comes back, as who reads along knows it.</summary>
internal sealed record KnownRhythm(string Code, string Title)
{
    /// <summary>The weekday on which it comes, of what comes each week.</summary>
    public IsoDayOfWeek? Weekday { get; init; }

    /// <summary>How many days after it was done it comes, of what does.</summary>
    public int After { get; init; }

    /// <summary>The day for which it stands, or comes back; null when none was said yet.</summary>
    public LocalDate? Day { get; init; }

    /// <summary>Whether it was done, or left out, and is not back yet.</summary>
    public bool IsResting { get; init; }

    public bool IsOff { get; init; }

    /// <summary>Who has done theirs this time; null of what is done for all.</summary>
    public ImmutableHashSet<string>? Theirs { get; init; }

    /// <summary>As it stands on a day, though nobody says so: it is back two days before, and what was not done stands for the next day.</summary>
    public KnownRhythm On(LocalDate today)
    {
        const int Before = 2;
        if (IsResting)
        {
            return Day?.PlusDays(-Before) <= today ? (this with { IsResting = false, Theirs = Theirs?.Clear() }).On(today) : this;
        }

        return Weekday is { } weekday && Day is { } day && day.Next(weekday) is var next && next.PlusDays(-Before) <= today ? (this with { Day = next, Theirs = Theirs?.Clear() }).On(today) : this;
    }

    /// <summary>When it is to come back, once it was done on some day.</summary>
    public LocalDate NextAfter(LocalDate done) => Weekday is { } weekday ? LocalDate.Max(done, Day ?? done).Next(weekday) : done.PlusDays(After);
}

/// <summary>What comes back, and what everybody does for themselves: never two of it, on the right day, and each person once.</summary>
internal sealed partial class Rhythms
{
    private readonly SortedDictionary<string, KnownRhythm> known = new(StringComparer.Ordinal);

    public IEnumerable<KnownRhythm> All => known.Values;

    /// <summary>What was wrong, and what each time.</summary>
    public List<(string Why, string What)> Complaints { get; } = [];

    /// <summary>How often something came back on the day that was told.</summary>
    public int Returns { get; private set; }

    public bool Knows(string code) => known.ContainsKey(code);

    public KnownRhythm Find(string code, LocalDate today) => known[code] = known[code].On(today);

    /// <summary>Somebody wrote down something that comes back.</summary>
    /// <param name="text">The answer.</param>
    /// <param name="how">How it comes back.</param>
    /// <param name="today">The day.</param>
    public void Added(string text, KnownRhythm how, LocalDate today)
    {
        var found = AnAction().Match(text);
        var rhythm = how with { Code = found.Groups["code"].Value, Title = found.Groups["title"].Value };
        rhythm = rhythm with { Day = rhythm.Weekday is { } weekday ? today.Next(weekday) : null };
        known[rhythm.Code] = rhythm;
        if (!found.Groups["after"].Value.Contains("Revient ", StringComparison.Ordinal) || Ledger.DayIn(found.Groups["after"].Value) != Calendar.Written(rhythm.Day))
        {
            Complaints.Add(("comes back otherwise than was asked", text));
        }
    }

    /// <summary>Reads what somebody was answered who did it, left a time of it out, or called it off.</summary>
    /// <param name="text">The answer.</param>
    /// <param name="who">Who said so.</param>
    /// <param name="done">On which day they did it.</param>
    /// <param name="today">The day.</param>
    public void Read(string text, string who, LocalDate done, LocalDate today)
    {
        foreach (Match found in AnAction().Matches(Ledger.Flat(text)))
        {
            if (!known.TryGetValue(found.Groups["code"].Value, out var before))
            {
                continue;
            }

            before = before.On(today);
            var (verb, after) = (found.Groups["before"].Value.Trim(), found.Groups["after"].Value);
            known[before.Code] = verb switch
            {
                "Fait :" => Done(before, after, who, done),
                "Annulé :" when after.Contains("reste à faire", StringComparison.Ordinal) => before with { Theirs = before.Theirs!.Remove(after.Split("pour ")[1].TrimEnd('.')) },
                _ when verb.EndsWith(" a fait", StringComparison.Ordinal) => before with { Theirs = before.Theirs!.Add(verb.Split(' ')[^3]) },
                "Annulé :" when Ledger.DayIn(after).Length == 0 => before with { IsOff = true },
                _ => before,
            };
        }
    }

    /// <summary>Sees a line of something that comes back, in a list or a reminder.</summary>
    /// <param name="line">The line.</param>
    /// <param name="who">Who reads it alone, if somebody does.</param>
    /// <param name="today">The day.</param>
    public void See(string line, string? who, LocalDate today)
    {
        if (ALine().Match(line) is not { Success: true } found || !known.ContainsKey(found.Groups["code"].Value))
        {
            return;
        }

        var rhythm = Find(found.Groups["code"].Value, today);
        if (rhythm.IsOff)
        {
            Complaints.Add(("comes back although it was called off", $"{today}: {line}"));
        }
        else if (rhythm.IsResting || Ledger.DayIn(line) != Calendar.Written(rhythm.Day))
        {
            Complaints.Add(("is there on another day than was told", $"{today}: {line}\n{rhythm}"));
        }
        else if (who is not null && rhythm.Theirs?.Contains(who) == true)
        {
            Complaints.Add(("is reminded of what they have done", $"{today}, {who}: {line}"));
        }
    }

    /// <summary>Sees all that is open at once.</summary>
    /// <param name="lines">One action each.</param>
    /// <param name="today">The day.</param>
    public void SeeAll(IEnumerable<string> lines, LocalDate today)
    {
        var open = lines.Select(line => ALine().Match(line)).Where(found => found.Success).Select(found => (Code: found.Groups["code"].Value, Title: found.Groups["title"].Value)).ToList();
        foreach (var rhythm in known.Keys.ToList().ConvertAll(code => Find(code, today)))
        {
            var count = open.Count(each => each.Title == rhythm.Title);
            if (count > 1)
            {
                Complaints.Add(("is there twice", $"{today}: {rhythm}"));
            }

            if (!rhythm.IsOff && !rhythm.IsResting && rhythm.Theirs is null && count == 0)
            {
                Complaints.Add(("is not back", $"{today}: {rhythm}"));
            }

            Returns += count;
        }

        foreach (var line in lines)
        {
            See(line, who: null, today);
        }
    }

    private KnownRhythm Done(KnownRhythm rhythm, string after, string who, LocalDate done)
    {
        var next = rhythm.NextAfter(done);
        if (rhythm.Theirs is { } theirs)
        {
            rhythm = rhythm with { Theirs = theirs.Add(who) };
            if (ACount().Match(after) is { Success: true } count && int.Parse(count.Groups["done"].Value, CultureInfo.InvariantCulture) != rhythm.Theirs!.Count)
            {
                Complaints.Add(("counts another number than did theirs", $"{after}\n{string.Join(", ", rhythm.Theirs.Order(StringComparer.Ordinal))}"));
            }

            return after.Contains("Prochaine fois", StringComparison.Ordinal) ? rhythm with { Day = next, IsResting = true } : rhythm;
        }

        if (Ledger.DayIn(after) != Calendar.Written(next))
        {
            Complaints.Add(("comes back on another day", $"{after}\n{rhythm}, done {done}"));
        }

        return rhythm with { Day = next, IsResting = true };
    }

    [GeneratedRegex(@"(?<before>[^\n«»]*)« (?<title>[^»]+) » \((?<code>A\d+)\)(?<after>[^«]*)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex AnAction();

    [GeneratedRegex(@"^(?<code>A\d+) (?<title>[^,(]+)( \(|,|$)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex ALine();

    [GeneratedRegex(@"Ça fait (?<done>\d+) sur \d+", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex ACount();
}
