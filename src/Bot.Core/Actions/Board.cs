using Bot.Core.Chat;
using Bot.Core.Commands;
using Bot.Core.Memory;
using Bot.Core.Texts;
using Bot.Core.Turns;

namespace Bot.Core.Actions;

/// <summary>The board: what needs people, what is taken, what was done this week.</summary>
/// <param name="Free">How many actions need people.</param>
/// <param name="FreeOnes">Those that fit.</param>
/// <param name="Taken">How many are taken.</param>
/// <param name="TakenOnes">Those that fit.</param>
/// <param name="Done">How many were done this week.</param>
/// <param name="DoneOnes">Those that fit.</param>
public sealed record BoardReads(
    int Free, IReadOnlyList<Says> FreeOnes, int Taken, IReadOnlyList<Says> TakenOnes, int Done, IReadOnlyList<Says> DoneOnes) : Says;

/// <summary>One action on the board.</summary>
/// <param name="Action">Its code.</param>
/// <param name="Title">Its title.</param>
/// <param name="Who">Who is on it, or did it.</param>
public sealed record OnBoard(Ref Action, string Title, IReadOnlyList<string> Who) : Says;

/// <summary>Puts the board up: one message that stays true.</summary>
[Menu(7)]
public sealed record ShowBoard : ICommand, ISuitMoments
{
    /// <inheritdoc/>
    public static bool FitsNow(Turn turn) => turn.Live<CoopAction>().Any();

    /// <inheritdoc/>
    public Says Run(Turn turn) => turn.Card(nameof(Board));
}

/// <summary>The board, kept true wherever it was put up.</summary>
public sealed class Board : ICard
{
    /// <inheritdoc/>
    public IEnumerable<string> SubjectsOf(Document changed) => changed is CoopAction ? [nameof(Board)] : [];

    /// <inheritdoc/>
    public Says Draw(string subject, Turn turn)
    {
        var actions = turn.Live<CoopAction>().ToList();
        var free = actions.FindAll(action => action.IsFree);
        var taken = actions.FindAll(action => action is { IsOpen: true, IsFree: false });
        var done = actions.FindAll(action => !action.IsOpen);
        return new BoardReads(free.Count, Lines(free, turn), taken.Count, Lines(taken, turn), done.Count, Lines(done, turn));
    }

    private static IReadOnlyList<Says> Lines(List<CoopAction> actions, Turn turn) =>
        [.. actions.Take(PageNumber.Length).Select(action => new OnBoard(action.Ref, action.Title, action.Who(turn)))];
}
