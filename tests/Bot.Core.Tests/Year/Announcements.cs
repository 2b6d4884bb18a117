using System.Globalization;
using System.Text.RegularExpressions;
using NodaTime;

namespace Bot.Core.Tests.Year;

/// <summary>What was said by itself of slots: who lacks people was called for in time, and who has a place was reminded once, of what was still so.</summary>
internal sealed partial class Announcements(Rosters slots)
{
    // Two days before and the day before; what waited for a morning may be said then, and again once the slot was moved.
    private const int MostCalls = 3;

    private readonly Dictionary<(string Reader, string Code, Instant Begins), int> told = [];
    private readonly HashSet<(string Code, Instant Begins)> calls = [];
    private readonly HashSet<(string Who, string Code, LocalDate Day)> asked = [];
    private readonly List<(string Code, LocalDate Day, Instant Begins, Instant Since)> owed = [];

    /// <summary>How many times a slot was said to lack people, and somebody was reminded of their place or asked for their hours.</summary>
    public (int Calls, int Reminders, int Hours) Counts { get; private set; }

    /// <summary>The evening on which a day is looked ahead to.</summary>
    public static LocalDate EveningBefore(LocalDate day, int before) => day.PlusDays(-before) is { DayOfWeek: IsoDayOfWeek.Sunday } sunday ? sunday.PlusDays(-1) : day.PlusDays(-before);

    /// <summary>The times of slots that are looked at on some evening, so many days before.</summary>
    public IEnumerable<(KnownSlot Slot, LocalDate Day)> LookedAt(LocalDate evening, int before) =>
        from slot in slots.All
        from day in Enumerable.Range(1, before + 1).Select(evening.PlusDays)
        where EveningBefore(day, before) == evening && slot.ComesOn(day)
        select (slot, day);

    /// <summary>It is evening: what lacks people is to be said before it begins.</summary>
    public void Evening(LocalDate today, Instant at)
    {
        foreach (var (slot, day) in LookedAt(today, 1).Concat(LookedAt(today, 2)).Distinct().Where(each => each.Slot.Lacking(each.Day) > 0))
        {
            owed.Add((slot.Code, day, slot.BeginsOn(day), at));
        }
    }

    /// <summary>Who can't come after all is a call too: « il manque 1 personne ».</summary>
    public void SeeGivenUp(string text, Instant at)
    {
        foreach (Match line in AGivenUpPlace().Matches(text))
        {
            calls.Add((line.Groups["code"].Value, Calendar.Moment(line.Groups["when"].Value, at)));
        }
    }

    /// <summary>Reads what was said unasked, and tells what is wrong with it.</summary>
    /// <param name="post">What was said.</param>
    /// <param name="who">Whose chat it is; null when it is a room.</param>
    public IEnumerable<string> Hear(Post post, string? who)
    {
        var about = "";
        foreach (var line in post.Lines)
        {
            about = AHeading().IsMatch(line) ? line : line.EndsWith(" :", StringComparison.Ordinal) ? "" : about;
            if (about.Length > 0 && ALine().Match(line) is { Success: true } found && Doubt(found, post, who, about) is { } why)
            {
                yield return why;
            }

            if (AnHoursQuestion().Match(line) is { Success: true } done && who is not null && DoubtHours(done.Groups["code"].Value, who, post.At) is { } wrong)
            {
                yield return wrong;
            }
        }
    }

    /// <summary>Whether somebody was reminded of a place they have.</summary>
    public bool WasReminded(string who, KnownSlot slot, LocalDate day) => told.ContainsKey((who, slot.Code, slot.BeginsOn(day)));

    /// <summary>What should have been said by now.</summary>
    public IEnumerable<(string Why, string What)> Missed(Instant now)
    {
        foreach (var each in owed.Where(each => each.Begins <= now || slots.Find(each.Code) is not { } slot || !slot.ComesOn(each.Day) || slot.BeginsOn(each.Day) != each.Begins || slot.Lacking(each.Day) == 0).ToList())
        {
            owed.Remove(each);
            var wasTold = calls.Contains((each.Code, each.Begins)) || told.ContainsKey(("", each.Code, each.Begins));
            if (!wasTold && each.Begins <= now)
            {
                yield return ("nobody was called for", $"{each.Code} of {each.Day} lacks {slots.Find(each.Code)!.Lacking(each.Day)} since {each.Since}");
            }
        }
    }

    private string? Doubt(Match line, Post post, string? who, string about)
    {
        var (code, begins) = (line.Groups["code"].Value, Calendar.Moment(line.Groups["when"].Value, post.At));
        var (known, day) = (slots.Find(code), Calendar.Local(begins).Date);
        var isMine = about.StartsWith("Rappel", StringComparison.Ordinal);
        var times = told[(isMine ? who ?? "" : "", code, begins)] = told.GetValueOrDefault((isMine ? who ?? "" : "", code, begins)) + 1;
        Counts = isMine ? Counts with { Reminders = Counts.Reminders + 1 } : Counts with { Calls = Counts.Calls + 1 };
        return known is null ? "reads of a slot nobody knows"
            : begins <= post.At ? "is told of a slot that has begun"
            : known.IsOff || !known.ComesOn(day) || known.BeginsOn(day) != begins ? "is told of a slot that does not take place then"
            : isMine && !known.Crew(day).Contains(who!) ? "is counted on without a place"
            : !isMine && line.Groups["missing"] is { Success: true } missing && missing.Value != known.Lacking(day).ToString(CultureInfo.InvariantCulture) ? "is told another number that is missing"
            : times > (isMine ? 1 : MostCalls) ? "is told of a slot again and again"
            : null;
    }

    // Once for each time somebody was there, after it.
    private string? DoubtHours(string code, string who, Instant at)
    {
        if (slots.Find(code) is not { } slot)
        {
            return null;
        }

        Counts = Counts with { Hours = Counts.Hours + 1 };
        var over = slot.Crews.Where(crew => crew.Value.Contains(who) && slot.BeginsOn(crew.Key) + slot.Length <= at).Select(crew => crew.Key).ToList();
        return over.Any(day => asked.Add((who, code, day))) ? null : "is asked for hours again, or of what they did not do";
    }

    [GeneratedRegex("^(Créneaux à venir|Rappel, on compte sur toi) :$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex AHeading();

    [GeneratedRegex(@"^(?<when>\p{Ll}+\. \d[^:]*) : .*\((?<code>C\d+)\)(, il manque (?<missing>\d+))?", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex ALine();

    [GeneratedRegex(@"ne viendra pas à « [^»]+ » \((?<code>C\d+)\), (?<when>\p{L}+\. \d[^.]*\.?[^.]*)\. Il manque", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex AGivenUpPlace();

    [GeneratedRegex(@"\((?<code>C\d+)\), c'est fait\. Combien de temps", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex AnHoursQuestion();
}
