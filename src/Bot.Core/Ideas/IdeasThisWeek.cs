using Bot.Core.Memory;
using Bot.Core.Texts;
using Bot.Core.Turns;
using NodaTime;

namespace Bot.Core.Ideas;

/// <summary>The ideas that came in a week.</summary>
/// <param name="Count">How many.</param>
/// <param name="Titles">The newest of them.</param>
/// <param name="More">How many there are besides.</param>
public sealed record NewIdeas(int Count, IReadOnlyList<string> Titles, int? More) : Says;

/// <summary>What the digest says of ideas: the new ones, and how many wait to be opened.</summary>
public sealed class IdeasThisWeek : IWeekly
{
    private const int MostTitles = 3;

    /// <inheritdoc/>
    public int Order => 4;

    /// <inheritdoc/>
    public IEnumerable<Says> Lines(Turn turn)
    {
        if (Since(turn.Now - Duration.FromDays(7), turn) is { Count: > 0 } news)
        {
            yield return new NewIdeas(news.Count, [.. news.Take(MostTitles).Select(IdeaPage.Coded)], news.Count > MostTitles ? news.Count - MostTitles : null);
        }

        if (IdeaPage.Aside(turn) is { } aside)
        {
            yield return aside;
        }
    }

    /// <summary>What has come to the wall since an instant and is still there, the newest first.</summary>
    internal static IReadOnlyList<Idea> Since(Instant since, IRecords records) =>
        [.. IdeaWall.Ideas(records).Where(idea => idea.Since >= since).OrderByDescending(idea => idea.Since).ThenBy(idea => idea.Id)];
}
