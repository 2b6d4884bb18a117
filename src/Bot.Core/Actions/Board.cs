using Bot.Core.Chat;
using Bot.Core.Commands;
using Bot.Core.Memory;
using Bot.Core.Texts;
using Bot.Core.Turns;

namespace Bot.Core.Actions;

/// <summary>The board: what is to be done, what is under way, what was done this week.</summary>
/// <param name="ToDo">How many actions nobody has begun.</param>
/// <param name="UnderWay">How many are under way.</param>
/// <param name="Done">How many were done this week.</param>
/// <param name="Columns">The columns that hold something.</param>
/// <param name="Tag">Of which part of the coop's life, if not of all.</param>
public sealed record BoardReads(int ToDo, int UnderWay, int Done, IReadOnlyList<Says> Columns, string? Tag) : Says;

/// <summary>A board with nothing on it.</summary>
/// <param name="Tag">Of which part of the coop's life, if not of all.</param>
public sealed record BoardIsEmpty(string? Tag) : Says;

/// <summary>
/// The board, kept true wherever it was put up. When it is asked for again it is shown again, where people are reading, and the
/// message further up becomes one line: there is never more than one board in a room, and nobody has to look for it. It is pinned.
/// A circle has its own: the same, with what is filed under it and nothing else.
/// </summary>
public sealed class Board : ICard
{
    private const char Of = ':';

    /// <summary>The subject of the board of a part of the coop's life, or of all of it.</summary>
    internal static string SubjectOf(Tag? tag) => tag is null ? nameof(Board) : $"{nameof(Board)}{Of}{tag.Name}";

    /// <inheritdoc/>
    public IEnumerable<string> SubjectsOf(Document changed) => changed is CoopAction or ActionStep or OwnPart or Member or Circle ? [nameof(Board)] : [];

    /// <inheritdoc/>
    public bool IsPinned => true;

    /// <inheritdoc/>
    public Says Draw(string subject, Turn turn)
    {
        var tag = subject.Split(Of) is [_, var name] ? new Tag(name) : null;
        var (toDo, underWay, done) = (BoardColumn.ToDo.Of(turn, tag), BoardColumn.UnderWay.Of(turn, tag), BoardColumn.Done.Of(turn, tag));
        return toDo.Count + underWay.Count + done.Count == 0
            ? new BoardIsEmpty(tag?.Typed)
            : new BoardReads(
                toDo.Count,
                underWay.Count,
                done.Count,
                [.. BoardColumn.All.Zip([toDo, underWay, done]).Where(each => each.Second.Count > 0).Select(each => each.First.OnBoard(each.Second, turn))],
                tag?.Typed);
    }
}
