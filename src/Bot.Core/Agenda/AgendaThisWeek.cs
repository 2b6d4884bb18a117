using Bot.Core.Texts;
using Bot.Core.Turns;
using NodaTime;

namespace Bot.Core.Agenda;

/// <summary>An event of the week, on a line.</summary>
/// <param name="When">When it is.</param>
/// <param name="Title">Its title.</param>
public sealed record EventThisWeek(Says When, string Title) : Says;

/// <summary>How many more events the week has.</summary>
/// <param name="Count">How many.</param>
public sealed record MoreEventsThisWeek(int Count) : Says;

/// <summary>What the digest says of the agenda.</summary>
public sealed class AgendaThisWeek : IWeekly
{
    /// <inheritdoc/>
    public int Order => 1;

    /// <inheritdoc/>
    public IEnumerable<Says> Lines(Turn turn)
    {
        var planning = new Planning(turn);
        var sunday = turn.Today.PlusDays(-1).Next(IsoDayOfWeek.Sunday);
        List<Occurrence> week = [.. planning.Between(turn.Today, sunday).Where(each => planning.IsToCome(each) && each.Event.For is null)];
        var shown = week.Count <= WeeklyDigest.LinesEach ? week.Count : WeeklyDigest.LinesEach - 1;
        return [.. week.Take(shown).Select(Line), .. week.Count > shown ? new[] { new MoreEventsThisWeek(week.Count - shown) } : []];
    }

    private static Says Line(Occurrence each) => new EventThisWeek(each.Time.Told(), Plain.Short(each.Event.Title));
}
