using System.Text.RegularExpressions;

namespace Bot.Core.Tests.Year;

/// <summary>Which lines of reminders people read, and whether each made sense when they did.</summary>
internal sealed partial class Reminders(Ledger ledger)
{
    /// <summary>When people are reminded of what they are on.</summary>
    public static readonly NodaTime.LocalTime Time = new(9, 0);

    // What waited for Monday since last week may be read on the morning of a new reminder that it is over.
    private const int LateAndOnTheDay = 2;

    private const int OnceBeforeAndOnceOnTheDay = 2;

    private readonly Dictionary<(string Reader, string Line, int Moves), int> told = [];
    private readonly Dictionary<(string Reader, string Code, NodaTime.LocalDate Day), int> today = [];

    private readonly Dictionary<(string Who, string Code), int> again = [];
    private readonly HashSet<(string Reader, string Code, string When)> evenings = [];

    public int Lines { get; private set; }

    public int Events { get; private set; }

    /// <summary>Reads what was said unasked, and tells what is wrong with it.</summary>
    /// <param name="post">What was said.</param>
    /// <param name="who">Whose chat it is; null when it is a room.</param>
    public IEnumerable<string> Hear(Post post, string? who)
    {
        var about = "";
        foreach (var line in post.Lines)
        {
            about = AHeading().IsMatch(line) ? line : about;
            if (about is "À venir :" or "Rappel, tu as dit oui :" && AnEventsLine().Match(line) is { Success: true } evening && DoubtEvent(evening, post, who) is { } wrong)
            {
                yield return wrong;
            }

            if (ALine().Match(line) is { Success: true } found && about.Length > 0)
            {
                if (ledger.Rhythms.Knows(found.Groups["code"].Value))
                {
                    ledger.Rhythms.See(line, who, Calendar.Local(post.At).Date);
                    continue;
                }

                Lines++;
                var why = ledger.Find(found.Groups["code"].Value) is { } action ? Doubt(action, line, post, who, about.Contains("toujours", StringComparison.Ordinal)) : "reads of nothing known";
                if (why is not null)
                {
                    yield return why;
                }
            }
        }
    }

    // An event of the next day (two of a series may be moved to the same time): once for each time it takes place, before it begins, and to who said yes.
    private string? DoubtEvent(Match line, Post post, string? who)
    {
        var (known, when) = (ledger.Events.Find(line.Groups["code"].Value), line.Groups["when"].Value);
        Events++;
        return known is null ? "reads of an event nobody knows"
            : known.IsOff ? "is told of what is called off"
            : Calendar.Moment(when, post.At) <= post.At ? "is told of what has begun"
            : known.IsSeries ? null
            : !evenings.Add((who ?? post.To.ToString(), known.Code, when)) ? "is told of an event again"
            : known.Begins != Calendar.Moment(when, post.At) ? "is told another time of an event"
            : who is not null && !known.Coming.ContainsKey(who) ? "is told of an event although they do not come"
            : null;
    }

    /// <summary>Whether somebody read of an action on some day.</summary>
    public bool WasTold(string who, string code, NodaTime.LocalDate day) => today.ContainsKey((who, code, day));

    /// <summary>Somebody asked to hear of these again.</summary>
    public void Snooze(string who, Post post)
    {
        foreach (var code in post.Lines.Select(line => ALine().Match(line)).Where(found => found.Success).Select(found => found.Groups["code"].Value))
        {
            again[(who, code)] = again.GetValueOrDefault((who, code)) + 1;
        }
    }

    private string? Doubt(KnownAction action, string line, Post post, string? who, bool isCall)
    {
        var reader = who ?? post.To + (isCall ? " calls" : "");
        var day = Calendar.Local(post.At).Date;
        if ((today[(reader, action.Code, day)] = today.GetValueOrDefault((reader, action.Code, day)) + 1) > LateAndOnTheDay)
        {
            return "is reminded again that day";
        }

        var times = told[(reader, action.Code, action.Moves)] = told.GetValueOrDefault((reader, action.Code, action.Moves)) + 1;
        var mostTimes = (isCall ? 0 : 1) + OnceBeforeAndOnceOnTheDay + (who is null ? 0 : again.GetValueOrDefault((who, action.Code)));
        return !action.IsOpen ? "is reminded of what is over"
            : who is not null && !action.On.Contains(who) && !action.Learning.Contains(who) ? "is reminded of what others do"
            : isCall && !action.IsFree ? "is asked for what is taken"
            : Ledger.DayIn(line) != action.Day ? "is told another day"
            : times > mostTimes ? "is reminded again and again"
            : null;
    }

    [GeneratedRegex(@"^(Rappel, \d+ actions? pour toi :|Rappel :|À venir :|Rappel, tu as dit oui :|\d+ actions? atten(d|dent) toujours quelqu'un :)$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex AHeading();

    [GeneratedRegex(@"^(?<code>A\d+) ", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex ALine();

    [GeneratedRegex(@"^(?<when>\p{Ll}+\. \d[^:]*) : .*\((?<code>E\d+)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex AnEventsLine();
}
