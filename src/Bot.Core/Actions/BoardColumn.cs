using Bot.Core.Commands;
using Bot.Core.Texts;
using Bot.Core.Turns;

namespace Bot.Core.Actions;

/// <summary>The name of the first column.</summary>
public sealed record ToDo : Says;

/// <summary>The name of the second column.</summary>
public sealed record UnderWay : Says;

/// <summary>The name of the third column.</summary>
public sealed record DoneThisWeek : Says;

/// <summary>What fits of one column on the board.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Lines">One action each.</param>
/// <param name="More">How many more it holds.</param>
public sealed record ColumnOnBoard(Says Name, IReadOnlyList<Says> Lines, int? More) : Says;

/// <summary>One column of the board: « à faire », « en cours », « fait ».</summary>
public sealed record BoardColumn : IReadable<BoardColumn>
{
    /// <summary>What nobody has begun; what still needs people comes first.</summary>
    public static readonly BoardColumn ToDo = new(new ToDo(), texts => texts.Words("ToDo.words"), all =>
        all.Where(action => action is { IsOpen: true, IsBegun: false }).OrderBy(action => !action.IsFree));

    /// <summary>What somebody has begun.</summary>
    public static readonly BoardColumn UnderWay = new(new UnderWay(), texts => texts.Words("UnderWay.words"), all =>
        all.Where(action => action is { IsOpen: true, IsBegun: true }));

    /// <summary>What was done within a week, the newest first.</summary>
    public static readonly BoardColumn Done = new(new DoneThisWeek(), texts => texts.Words("DoneThisWeek.words"), all =>
        all.Where(action => action is { DoneAt: not null, IsPutAway: false }).OrderByDescending(action => action.DoneAt));

    /// <summary>All of them, in the order they are read.</summary>
    public static readonly IReadOnlyList<BoardColumn> All = [ToDo, UnderWay, Done];

    private readonly Func<TextBook, IReadOnlyList<string>> words;
    private readonly Func<IEnumerable<CoopAction>, IEnumerable<CoopAction>> holds;

    private BoardColumn(Says name, Func<TextBook, IReadOnlyList<string>> words, Func<IEnumerable<CoopAction>, IEnumerable<CoopAction>> holds)
    {
        Name = name;
        this.words = words;
        this.holds = holds;
    }

    /// <summary>What it is called.</summary>
    public Says Name { get; }

    /// <inheritdoc/>
    public static BoardColumn? Read(Words words, Asked how, Turn turn)
    {
        foreach (var column in All)
        {
            if (column.words(turn.Parts.Texts).Select(phrase => words.Spells(phrase, 0)).FirstOrDefault(length => length > 0) is > 0 and var length)
            {
                words.Take(0, length);
                return column;
            }
        }

        return null;
    }

    /// <summary>The actions it holds.</summary>
    /// <param name="turn">The turn.</param>
    /// <param name="tag">Of which part of the coop's life; null for all.</param>
    internal IReadOnlyList<CoopAction> Of(Turn turn, Tag? tag) => [.. holds(turn.Live<CoopAction>()).Where(action => tag is null || tag.Marks(action, turn))];

    /// <summary>How one could type it.</summary>
    internal string Typed(TextBook texts) => words(texts)[0];

    /// <summary>What fits of it on the board.</summary>
    internal Says OnBoard(IReadOnlyList<CoopAction> actions, Turn turn)
    {
        var page = PageNumber.Of(actions);
        return new ColumnOnBoard(Name, [.. page.Shown.Select(action => ActionOnBoard.Of(action, turn))], page.More);
    }
}
