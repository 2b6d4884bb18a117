using Bot.Core.Chat;
using NodaTime;

namespace Bot.Core.Tests.Year;

/// <summary>How often people were disturbed, counted by who was.</summary>
internal sealed class Budgets
{
    private const int PostsADay = 3;
    private const int NudgesAWeek = 5;

    private readonly Dictionary<(Place, LocalDate), int> days = [];
    private readonly Dictionary<(Place, LocalDate), int> weeks = [];
    private readonly HashSet<(Place, LocalDate)> digests = [];
    private readonly HashSet<(Place, LocalDate, string)> nudges = [];

    /// <summary>Rooms and days on which as much was said as may be, and people and weeks.</summary>
    public int FullDays => days.Values.Count(count => count == PostsADay);

    public int FullWeeks => weeks.Values.Count(count => count == NudgesAWeek);

    /// <summary>Whether somebody may hear one nudge more in the week of a day.</summary>
    /// <param name="chat">Where they hear it.</param>
    /// <param name="day">The day.</param>
    /// <param name="besides">How many others may come at the same moment.</param>
    public bool MayNudge(Place chat, LocalDate day, int besides = 0) => weeks.GetValueOrDefault((chat, day.PlusDays(1).Previous(IsoDayOfWeek.Monday))) + besides < NudgesAWeek;

    /// <summary>Counts something nobody asked for, and tells what is wrong with it.</summary>
    public IEnumerable<string> Spend(Post post, bool isRoom)
    {
        var (day, monday) = (Calendar.Local(post.At).Date, Calendar.MondayOf(post.At));
        var isNudge = IsNudge(post);
        // A change of plans that would come too late otherwise is told whatever the hour.
        var cannotWait = !isNudge && post.Sent.Until <= Calendar.Morning(day.PlusDays(1));
        if (Calendar.IsQuiet(post.At) && !cannotWait)
        {
            yield return "is disturbed in quiet hours";
        }

        // Who is asked to open a chat is the only one it is for; the group's own news do not wait behind it.
        var isInvitation = post.Sent.Invitation is not null;
        if (isRoom && !cannotWait && !isInvitation && (days[(post.To, day)] = days.GetValueOrDefault((post.To, day)) + 1) > PostsADay)
        {
            yield return "is disturbed too often that day";
        }

        if (!isRoom && isNudge && (weeks[(post.To, monday)] = weeks.GetValueOrDefault((post.To, monday)) + 1) > NudgesAWeek)
        {
            yield return "is reminded too often that week";
        }

        if (post.Lines.Contains("Cette semaine :") && !digests.Add((post.To, monday)))
        {
            yield return "reads the week's digest again";
        }

        if (isNudge && !nudges.Add((post.To, day, post.Text)))
        {
            yield return "is reminded again";
        }
    }

    private static bool IsNudge(Post post) => post.Lines.Any(line =>
        line.StartsWith("Rappel", StringComparison.Ordinal) || line.Contains("toujours quelqu'un", StringComparison.Ordinal) || line.StartsWith("Il manque ta réponse", StringComparison.Ordinal) || line.Contains("Combien de temps ?", StringComparison.Ordinal) || line is "Cette semaine :" or "À venir :" || line.StartsWith("C'est ton tour", StringComparison.Ordinal) || line.StartsWith("C'est le tour", StringComparison.Ordinal) || line.StartsWith("Attendu :", StringComparison.Ordinal) || line.Contains("tout le monde est absent", StringComparison.Ordinal));
}
