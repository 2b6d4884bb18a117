using Bot.Core.Texts;
using Bot.Core.Turns;
using NodaTime;

namespace Bot.Core.Actions;

/// <summary>The actions that are to be done this week, and have somebody.</summary>
/// <param name="Titles">Some of them.</param>
/// <param name="More">How many there are besides.</param>
public sealed record DueThisWeek(IReadOnlyList<string> Titles, int? More) : Says;

/// <summary>The actions that wait for people.</summary>
/// <param name="Titles">Some of them, those for the nearest day first.</param>
/// <param name="More">How many there are besides.</param>
public sealed record FreeThisWeek(IReadOnlyList<string> Titles, int? More) : Says;

/// <summary>What the digest says of actions.</summary>
public sealed class ActionsThisWeek : IWeekly
{
    private const int MostTitles = 3;

    /// <inheritdoc/>
    public int Order => 2;

    /// <inheritdoc/>
    public IEnumerable<Says> Lines(Turn turn)
    {
        var sunday = turn.Today.PlusDays(-1).Next(IsoDayOfWeek.Sunday);
        var open = turn.Live<CoopAction>().Where(action => action.IsOpen).OrderBy(action => action.Due?.Day ?? LocalDate.MaxIsoValue).ThenBy(action => action.Id).ToList();
        if (open.FindAll(action => action.IsFree) is { Count: > 0 } free)
        {
            yield return new FreeThisWeek(Titles(free), More(free));
        }

        // Of what everybody does for themselves nobody is awaited aloud once its day is over.
        if (open.FindAll(action => !action.IsFree && action.Due?.Day <= sunday && !(action.IsForEach && action.Due.Day < turn.Today)) is { Count: > 0 } due)
        {
            yield return new DueThisWeek(Titles(due), More(due));
        }
    }

    private static IReadOnlyList<string> Titles(List<CoopAction> actions) => [.. actions.Take(MostTitles).Select(action => $"{action.Ref} {Plain.Short(action.Title)}")];

    private static int? More(List<CoopAction> actions) => actions.Count > MostTitles ? actions.Count - MostTitles : null;
}
