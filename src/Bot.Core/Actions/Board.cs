using Bot.Core.Chat;
using Bot.Core.Memory;
using Bot.Core.Texts;
using Bot.Core.Turns;

namespace Bot.Core.Actions;

/// <summary>The board: what is to be done, what is under way, what was done this week.</summary>
/// <param name="ToDo">How many actions nobody has begun.</param>
/// <param name="UnderWay">How many are under way.</param>
/// <param name="Done">How many were done this week.</param>
/// <param name="Columns">The columns that hold something.</param>
public sealed record BoardReads(int ToDo, int UnderWay, int Done, IReadOnlyList<Says> Columns) : Says;

/// <summary>A board with nothing on it.</summary>
public sealed record BoardIsEmpty : Says;

/// <summary>
/// The board, kept true wherever it was put up. When it is asked for again it is shown again, where people are reading, and the
/// message further up becomes one line: there is never more than one board in a room, and nobody has to look for it. It is pinned.
/// </summary>
public sealed class Board : ICard
{
    /// <inheritdoc/>
    public IEnumerable<string> SubjectsOf(Document changed) => changed is CoopAction or ActionStep or Member ? [nameof(Board)] : [];

    /// <inheritdoc/>
    public bool IsPinned => true;

    /// <inheritdoc/>
    public Says Draw(string subject, Turn turn)
    {
        var (toDo, underWay, done) = (BoardColumn.ToDo.Of(turn), BoardColumn.UnderWay.Of(turn), BoardColumn.Done.Of(turn));
        return toDo.Count + underWay.Count + done.Count == 0
            ? new BoardIsEmpty()
            : new BoardReads(
                toDo.Count,
                underWay.Count,
                done.Count,
                [.. BoardColumn.All.Zip([toDo, underWay, done]).Where(each => each.Second.Count > 0).Select(each => each.First.OnBoard(each.Second, turn))]);
    }
}
